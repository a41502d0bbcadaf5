import type { Brand } from './brand.js';
import { Bug } from './fault.js';
import type { Instant } from './instant.js';

/** A calendar day somewhere, `YYYY-MM-DD`. Sorts and compares as text. Tax rates, price history and periods change at its start. */
export type LocalDay = Brand<string, 'LocalDay'>;

const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day in `text`, or undefined when it is malformed, does not exist (2025-02-29) or is before 1900. */
export function localDayOf(text: string): LocalDay | undefined {
  if (!pattern.test(text) || text < '1900-01-01') return undefined;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && dayTextOf(epochMs) === text ? (text as LocalDay) : undefined;
}

/** As localDayOf, for literals and data already validated: anything else is a Bug. */
export function mustBeLocalDay(text: string): LocalDay {
  const day = localDayOf(text);
  if (day === undefined) throw new Bug(`${JSON.stringify(text)} is not a calendar day`);
  return day;
}

/** Whether the runtime knows the IANA zone `name` (`Europe/Bucharest`). Check market data with it; the functions below treat an unknown zone as a Bug. */
export function isTimeZone(name: string): boolean {
  try {
    return clockFaceOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** The calendar day people in `zone` are living at `instant`: 2025-07-31T21:30Z in Europe/Bucharest is 2025-08-01. */
export function localDayAt(instant: Instant, zone: string): LocalDay {
  return mustBeLocalDay(dayTextOf(wallClockMs(instant, zone)));
}

/**
 * The first moment of `day` in `zone`. Where the clocks spring forward over midnight it is the moment after the gap; where they fall
 * back over midnight, the first of the two. A day the zone skipped altogether (Samoa, 2011-12-30) starts when the next one does.
 */
export function startOfLocalDay(day: LocalDay, zone: string): Instant {
  const midnight = midnightUtcMs(day);
  const before = midnight - offsetMs(midnight - dayMs, zone);
  const after = midnight - offsetMs(midnight + dayMs, zone);
  for (const candidate of [Math.min(before, after), Math.max(before, after)]) {
    if (wallClockMs(candidate, zone) === midnight) return candidate as Instant;
  }
  return firstMomentPast(midnight, Math.min(before, after), Math.max(before, after), zone);
}

/**
 * The moment when clocks in `zone` show `day` and `timeMs` past midnight. Where the clocks fall back over it, the first of the two; a time
 * that the clocks skip is undefined.
 */
export function instantAtClock(day: LocalDay, timeMs: number, zone: string): Instant | undefined {
  const shown = midnightUtcMs(day) + timeMs;
  const offsets = [offsetMs(shown - dayMs, zone), offsetMs(shown + dayMs, zone)];
  const moments = offsets.map((offset) => shown - offset).filter((moment) => wallClockMs(moment, zone) === shown);
  return moments.length === 0 ? undefined : (Math.min(...moments) as Instant);
}

/** The day `count` days later, or earlier when negative. Calendar arithmetic: no zone, no daylight saving. */
export function addDays(day: LocalDay, count: number): LocalDay {
  return mustBeLocalDay(dayTextOf(midnightUtcMs(day) + count * dayMs));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return (midnightUtcMs(to) - midnightUtcMs(from)) / dayMs;
}

function midnightUtcMs(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayTextOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

function offsetMs(epochMs: number, zone: string): number {
  return wallClockMs(epochMs, zone) - epochMs;
}

/** Midnight is inside a gap: halve the bracket until the two sides of the jump are adjacent milliseconds. */
function firstMomentPast(midnight: number, before: number, after: number, zone: string): Instant {
  let [low, high] = [before - 1, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClockMs(middle, zone) < midnight) low = middle;
    else high = middle;
  }
  return high as Instant;
}

/** What the clock on the wall shows, as if it were UTC. */
function wallClockMs(epochMs: number, zone: string): number {
  const fractionMs = ((epochMs % 1000) + 1000) % 1000;
  const face = clockFaceOf(zone).format(epochMs - fractionMs);
  const match = facePattern.exec(face);
  if (match === null) throw new Bug(`the runtime writes a moment as ${JSON.stringify(face)}`);
  const [, month, day, year, hour, minute, second] = match;
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) + fractionMs
  );
}

/** `07/31/2025, 21:30:00`: month first, as American English has it. Three times faster than formatToParts. */
const facePattern = /^(\d{2})\D+(\d{2})\D+(\d{4})\D+(\d{2})\D+(\d{2})\D+(\d{2})$/;

/** Building one costs far more than using it: kept by zone, of which there are only hundreds. */
const clockFaces = new Map<string, Intl.DateTimeFormat>();

function clockFaceOf(zone: string): Intl.DateTimeFormat {
  let face = clockFaces.get(zone);
  if (face === undefined) {
    face = newClockFace(zone);
    clockFaces.set(zone, face);
  }
  return face;
}

function newClockFace(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch (cause) {
    throw new Bug(`${JSON.stringify(zone)} is not a time zone`, { cause });
  }
}
