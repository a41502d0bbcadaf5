import { Bug } from './fault.js';

/** An exact fraction in lowest terms; `denominator` is positive. Rates, FX quotes and shares, where a float would already be wrong. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `numerator / denominator`, reduced. A zero denominator is a Bug. */
export function ratioOf(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new Bug('ratioOf: the denominator is zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** Digits a decimal may have on each side of the point: far beyond any published rate (ECB quotes have 10 in all), small enough to stay fast. */
const maxDecimalDigits = 18;
const decimalPattern = new RegExp(`^(-?)(\\d{1,${maxDecimalDigits}})(?:\\.(\\d{1,${maxDecimalDigits}}))?$`);

/** The exact value of a plain decimal such as `0.19875`, or undefined when the text is anything else (`1e3`, `1,5`, ` 1`, `.5`). */
export function parseDecimalRatio(text: string): Ratio | undefined {
  const match = decimalPattern.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  return ratioOf(BigInt(sign + whole + fraction), 10n ** BigInt(fraction.length));
}

/** As parseDecimalRatio, for literals and data already validated: anything else is a Bug. */
export function ratioOfDecimal(text: string): Ratio {
  const ratio = parseDecimalRatio(text);
  if (ratio === undefined) throw new Bug(`ratioOfDecimal: ${JSON.stringify(text)} is not a plain decimal`);
  return ratio;
}

/** Parts per million: 68_750 is 6.875 %. The unit US tax rates need, since some have quarter basis points. */
export function ratioOfPpm(ppm: number | bigint): Ratio {
  return ratioOf(BigInt(ppm), 1_000_000n);
}

/** Basis points: 1_900 is 19 %. */
export function ratioOfBp(bp: number | bigint): Ratio {
  return ratioOf(BigInt(bp), 10_000n);
}

/** Exact a × b. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Exact a ÷ b; dividing by zero is a Bug. PLN→SEK through EUR is `divideRatios(sekPerEur, plnPerEur)`. */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Exact a + b. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** Exact a − b. */
export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
