import { Bug } from '@reprise/kernel';

/** A share of so many trials, and between which shares the true one lies in 95 of 100 such samples; parts per million. */
export interface RateBounds {
  readonly ratePpm: number;
  readonly lowPpm: number;
  readonly highPpm: number;
}

const MILLION = 1_000_000n;
/** 1.959964², two-sided 95 %, in millionths: fixed, so that a bound is the same number on every machine and in every year. */
const zSquaredPpm = 3_841_459n;
/** Digits kept of the root beyond whole parts per million. */
const rootScale = 1_000_000n;

/**
 * The Wilson score interval of `events` in `trials` (E. B. Wilson, JASA 22, 1927): unlike a plain share it is not certain of anything after
 * three sales, and it never leaves 0 to 1. Worked out in whole numbers and rounded outwards to a part per million:
 *
 *     (k + z²/2 ± z·√(k(n−k)/n + z²/4)) ÷ (n + z²)
 */
export function wilsonBounds(events: number, trials: number): RateBounds {
  if (!Number.isSafeInteger(events) || !Number.isSafeInteger(trials) || events < 0 || events > trials)
    throw new Bug(`${events} in ${trials} is no share`);
  if (trials === 0) return { ratePpm: 0, lowPpm: 0, highPpm: 1_000_000 };
  const k = BigInt(events);
  const n = BigInt(trials);
  // Everything times 2·10⁶·n·rootScale, which leaves one root of a whole number.
  const centre = (2n * k * MILLION + zSquaredPpm) * n * rootScale;
  const squared = zSquaredPpm * n * (4n * MILLION * k * (n - k) + zSquaredPpm * n) * rootScale * rootScale;
  const spread = rootOf(squared);
  const below = 2n * (n * MILLION + zSquaredPpm) * n * rootScale;
  // The root is rounded down: where it is not exact, one more is beyond the true one.
  const outward = spread * spread === squared ? spread : spread + 1n;
  const low = (centre - outward) * MILLION;
  const high = (centre + outward) * MILLION;
  return {
    ratePpm: Number((2n * k * MILLION + n) / (2n * n)),
    lowPpm: low <= 0n ? 0 : Number(low / below),
    highPpm: Math.min(1_000_000, Number((high + below - 1n) / below)),
  };
}

/** The largest whole number whose square is not above `value` (Newton). */
function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
