import fc from 'fast-check';
import { instantOf, instantOfEpochMs, mustBeInstant, plusMs, toIso } from './instant.js';

const anyInstant = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.parse('9999-12-31T23:59:59.999Z') })
  .map(instantOfEpochMs);

test.each([
  ['2025-07-31T21:30:00Z', '2025-07-31T21:30:00.000Z'],
  ['2025-08-01T00:30:00+03:00', '2025-07-31T21:30:00.000Z'],
  ['2025-07-31T16:30:00.5-05:00', '2025-07-31T21:30:00.500Z'],
  ['2025-07-31T21:30:00.123456789Z', '2025-07-31T21:30:00.123Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('%s is %s', (text, iso) => {
  expect(toIso(mustBeInstant(text))).toBe(iso);
});

test.each([
  '',
  '2025-07-31',
  '2025-07-31T21:30:00',
  '2025-07-31 21:30:00Z',
  '2025-07-31T21:30Z',
  '2025-07-31T24:00:00Z',
  '2025-07-31T23:59:60Z',
  '2025-02-29T00:00:00Z',
  '2025-02-30T00:00:00Z',
  '2025-13-01T00:00:00Z',
  '2025-00-10T00:00:00Z',
  '2025-01-00T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '+012025-01-01T00:00:00Z',
  '2025-07-31T21:30:00z',
  '2025-07-31T21:30:00+0300',
  '2025-07-31T21:30:00+24:00',
  '2025-07-31T21:30:00Z\n',
  'Thu, 31 Jul 2025 21:30:00 GMT',
  '1753997400000',
])('%j is no moment', (text) => {
  expect(instantOf(text)).toBeUndefined();
  expect(() => mustBeInstant(text)).toThrow('is not an RFC 3339 moment');
});

test('ISO text round-trips, and sorts as the moments do', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, (a, b) => {
      expect(instantOf(toIso(a))).toBe(a);
      expect(toIso(a) < toIso(b)).toBe(a < b);
    }),
    { numRuns: 1_000 },
  );
});

test.each([NaN, Infinity, 0.5, Date.UTC(1899, 11, 31), Date.UTC(10_000, 0, 1)])('%d ms is a Bug', (epochMs) => {
  expect(() => instantOfEpochMs(epochMs)).toThrow('is not a moment');
});

test('plusMs moves both ways and stays in range', () => {
  const noon = mustBeInstant('2026-03-29T12:00:00Z');
  expect(toIso(plusMs(noon, 900_000))).toBe('2026-03-29T12:15:00.000Z');
  expect(plusMs(plusMs(noon, -1), 1)).toBe(noon);
  expect(() => plusMs(mustBeInstant('9999-12-31T23:59:59.999Z'), 1)).toThrow('is not a moment');
});
