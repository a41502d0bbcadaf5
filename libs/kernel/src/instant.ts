import type { Brand } from './brand.js';
import { Bug } from './fault.js';

/** A moment: milliseconds since 1970-01-01T00:00:00Z. A bare number, so comparing and subtracting need no method. */
export type Instant = Brand<number, 'Instant'>;

/** Years 1900 to 9999: every ISO form has a four-digit year and sorts as text, and no zone's calendar is in doubt. */
const earliest = Date.parse('1900-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** The moment in an RFC 3339 text with an offset (`2025-07-31T21:30:00Z`), or undefined: no offset, no such day, a leap second. Finer than 1 ms is cut. */
export function instantOf(text: string): Instant | undefined {
  const match = rfc3339.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return undefined;
  const epochMs = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return isInRange(epochMs) ? (epochMs as Instant) : undefined;
}

/** As instantOf, for literals and data already validated: anything else is a Bug. */
export function mustBeInstant(text: string): Instant {
  const instant = instantOf(text);
  if (instant === undefined) throw new Bug(`${JSON.stringify(text)} is not an RFC 3339 moment`);
  return instant;
}

/** From milliseconds since the epoch, such as `Date.now()` or `date.getTime()`. Fractions and years outside 1900–9999 are a Bug. */
export function instantOfEpochMs(epochMs: number): Instant {
  if (!isInRange(epochMs)) throw new Bug(`${epochMs} ms is not a moment of the years 1900 to 9999`);
  return epochMs as Instant;
}

/** The moment `durationMs` later, or earlier when negative. */
export function plusMs(instant: Instant, durationMs: number): Instant {
  return instantOfEpochMs(instant + durationMs);
}

/** `2025-07-31T21:30:00.000Z`: always UTC, always milliseconds, so texts sort as moments do. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}

function isInRange(epochMs: number): boolean {
  return Number.isInteger(epochMs) && epochMs >= earliest && epochMs <= latest;
}

/** Date.parse rolls 30 February over into March; nobody means that. */
function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
