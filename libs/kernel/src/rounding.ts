import { Bug } from './fault.js';

/**
 * How an exact quotient becomes an integer.
 * - `halfUp`: nearest, a half away from zero. On the magnitude, so a refund mirrors its sale. Tax, FX, commission.
 * - `halfEven`: nearest, a half to the even neighbour. Statistics and interest only.
 * - `floor`: toward −∞. `ceil`: toward +∞. `towardZero`: drop the fraction. Charm prices and fees, as configured.
 */
export type RoundingMode = 'halfUp' | 'halfEven' | 'floor' | 'ceil' | 'towardZero';

/** Every RoundingMode, for schemas that read one from data. */
export const roundingModes = [
  'halfUp',
  'halfEven',
  'floor',
  'ceil',
  'towardZero',
] as const satisfies readonly RoundingMode[];

/** `numerator / denominator` as an integer, rounded once from the exact quotient. A zero denominator is a Bug. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator === 0n) throw new Bug('divideRounded: the denominator is zero');
  const quotient = numerator / denominator; // BigInt division truncates toward zero.
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const awayFromZero = numerator < 0n === denominator < 0n ? 1n : -1n;
  return roundsAway(mode, quotient, awayFromZero, halfComparison(remainder, denominator))
    ? quotient + awayFromZero
    : quotient;
}

/** Sign of (|remainder| − |denominator| / 2): below, on or above the half. */
function halfComparison(remainder: bigint, denominator: bigint): -1 | 0 | 1 {
  const twice = 2n * magnitude(remainder);
  const whole = magnitude(denominator);
  return twice < whole ? -1 : twice > whole ? 1 : 0;
}

function roundsAway(mode: RoundingMode, quotient: bigint, awayFromZero: bigint, half: -1 | 0 | 1): boolean {
  switch (mode) {
    case 'halfUp':
      return half >= 0;
    case 'halfEven':
      return half > 0 || (half === 0 && quotient % 2n !== 0n);
    case 'floor':
      return awayFromZero < 0n;
    case 'ceil':
      return awayFromZero > 0n;
    case 'towardZero':
      return false;
  }
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
