import fc from 'fast-check';
import { instantOfEpochMs, mustBeInstant, plusMs, toIso } from './instant.js';
import {
  addDays,
  daysBetween,
  isTimeZone,
  localDayAt,
  localDayOf,
  mustBeLocalDay,
  instantAtClock,
  startOfLocalDay,
} from './local-day.js';

const dayMs = 86_400_000;

/** Zones with every habit: whole-hour, half-hour and 45-minute offsets, changes at midnight, at 24:00, of 30 minutes, in winter, and date-line jumps. */
const awkwardZones = [
  'UTC',
  'Europe/Paris',
  'Europe/Dublin',
  'Europe/Bucharest',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Asuncion',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
];
const anyZone = fc.oneof(fc.constantFrom(...awkwardZones), fc.constantFrom(...Intl.supportedValuesOf('timeZone')));
const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2040, 0, 1) }).map(instantOfEpochMs);
const anyDay = fc
  .integer({ min: 0, max: 25_567 })
  .map((days) => mustBeLocalDay(new Date(days * dayMs).toISOString().slice(0, 10)));

test.each([
  ['2025-07-31T21:30:00Z', 'Europe/Bucharest', '2025-08-01'], // Romania's VAT rose at this midnight.
  ['2025-07-31T20:59:59.999Z', 'Europe/Bucharest', '2025-07-31'],
  ['2025-07-31T21:00:00Z', 'Europe/Bucharest', '2025-08-01'],
  ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
  ['2026-01-01T05:00:00Z', 'America/New_York', '2026-01-01'],
  ['2024-02-29T12:00:00Z', 'Pacific/Kiritimati', '2024-03-01'],
  ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
])('%s in %s is %s', (at, zone, day) => {
  expect(localDayAt(mustBeInstant(at), zone)).toBe(day);
});

test.each([
  ['2025-08-01', 'Europe/Bucharest', '2025-07-31T21:00:00.000Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'], // Clocks change later that day.
  ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'], // No midnight: 00:00 became 01:00.
  ['2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'], // The same.
  ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'], // 24:00 fell back to 23:00 of the day before.
  ['2024-11-03', 'America/Havana', '2024-11-03T04:00:00.000Z'], // Two midnights: the first.
  ['2006-10-29', 'America/St_Johns', '2006-10-29T02:30:00.000Z'], // 00:01 fell back to 23:01: the first midnight.
  ['2010-03-05', 'Antarctica/Casey', '2010-03-04T13:00:00.000Z'], // 02:00 fell back to 23:00 of the day before.
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'], // Skipped: as 2011-12-31.
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
])('%s in %s starts at %s', (day, zone, at) => {
  expect(toIso(startOfLocalDay(mustBeLocalDay(day), zone))).toBe(at);
});

test('a day starts at the first moment that is no longer the day before', () => {
  fc.assert(
    fc.property(anyDay, anyZone, (day, zone) => {
      const start = startOfLocalDay(day, zone);
      expect(localDayAt(plusMs(start, -1), zone) < day).toBe(true);
      expect(localDayAt(start, zone) >= day).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('every moment lies in its own day, from its start up to the next', () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      const day = localDayAt(at, zone);
      expect(startOfLocalDay(day, zone)).toBeLessThanOrEqual(at);
      // Where clocks fall back over midnight, the day before comes back for a while: at most 3 h (Casey station, 2010-03-05).
      expect(at - startOfLocalDay(addDays(day, 1), zone)).toBeLessThan(3 * 3_600_000);
    }),
    { numRuns: 1_000 },
  );
});

test.each(awkwardZones)('in %s all days of six years follow each other without overlap', (zone) => {
  let day = mustBeLocalDay('2007-01-01');
  let start = startOfLocalDay(day, zone);
  let longestMs = 0;
  while (day < '2013-01-01') {
    day = addDays(day, 1);
    const next = startOfLocalDay(day, zone);
    if (next < start) throw new Error(`${day} starts before the day before it`);
    longestMs = Math.max(longestMs, next - start);
    start = next;
  }
  expect(longestMs).toBeLessThanOrEqual(dayMs + 3_600_000);
});

test('calendar arithmetic knows no daylight saving and every leap year', () => {
  expect(addDays(mustBeLocalDay('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addDays(mustBeLocalDay('2026-03-01'), -1)).toBe('2026-02-28');
  expect(daysBetween(mustBeLocalDay('2026-03-28'), mustBeLocalDay('2026-03-30'))).toBe(2);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
      const moved = addDays(day, count);
      expect(daysBetween(day, moved)).toBe(count);
      expect(addDays(moved, -count)).toBe(day);
      expect(moved > day).toBe(count > 0);
    }),
  );
});

test.each([
  '',
  '2025-02-29',
  '2025-04-31',
  '2025-13-01',
  '2025-00-01',
  '2025-1-1',
  '20250101',
  '1899-12-31',
  '0000-01-01',
  '2025-01-01T00:00:00Z',
  '2025-01-01\n',
  '+2025-01-01',
])('%j is no day', (text) => {
  expect(localDayOf(text)).toBeUndefined();
  expect(() => mustBeLocalDay(text)).toThrow('is not a calendar day');
});

test('an unknown zone is a Bug, and can be asked about first', () => {
  expect([isTimeZone('Europe/Paris'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
  expect(() => localDayAt(mustBeInstant('2025-01-01T00:00:00Z'), 'Europe/Atlantis')).toThrow('is not a time zone');
});

test('moving half a day past the end of the calendar is a Bug, not a five-digit year', () => {
  expect(() => addDays(mustBeLocalDay('9999-12-31'), 1)).toThrow('is not a calendar day');
});

describe('a time on the clock of a place', () => {
  const at = (day: string, time: string, zone: string): string | undefined => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const instant = instantAtClock(mustBeLocalDay(day), (hours * 60 + minutes) * 60_000, zone);
    return instant === undefined ? undefined : toIso(instant);
  };

  test.each([
    ['winter', '2026-01-15', '10:00', 'Europe/Amsterdam', '2026-01-15T09:00:00.000Z'],
    ['summer', '2026-07-15', '10:00', 'Europe/Amsterdam', '2026-07-15T08:00:00.000Z'],
    ['west of Greenwich, into the next day', '2026-01-15', '20:00', 'America/Los_Angeles', '2026-01-16T04:00:00.000Z'],
    ['twice on the wall: the first', '2026-10-25', '02:30', 'Europe/Amsterdam', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_name, day, time, zone, iso) => expect(at(day, time, zone)).toBe(iso));

  test('a time that clocks skip is no moment', () =>
    expect(at('2026-03-29', '02:30', 'Europe/Amsterdam')).toBeUndefined());
});
