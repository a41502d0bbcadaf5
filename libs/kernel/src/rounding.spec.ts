import fc from 'fast-check';
import type { RoundingMode } from './rounding.js';
import { divideRounded, roundingModes } from './rounding.js';

/** The definition of each mode, as a claim about the answer rather than a way to get it: exact, on integers. */
function isRightAnswer(mode: RoundingMode, numerator: bigint, denominator: bigint, answer: bigint): boolean {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const distance = abs(n - answer * d); // |exact − answer| × d
  switch (mode) {
    case 'floor':
      return answer * d <= n && n < (answer + 1n) * d;
    case 'ceil':
      return (answer - 1n) * d < n && n <= answer * d;
    case 'towardZero':
      return distance < d && abs(answer * d) <= abs(n);
    case 'halfUp':
      return 2n * distance < d || (2n * distance === d && abs(answer * d) > abs(n));
    case 'halfEven':
      return 2n * distance < d || (2n * distance === d && answer % 2n === 0n);
  }
}

const abs = (value: bigint) => (value < 0n ? -value : value);
const anyMode = fc.constantFrom(...roundingModes);
const anyInteger = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
const anyDivisor = anyInteger.filter((value) => value !== 0n);

test.each(roundingModes)('%s: every quotient of small integers is the one its definition names', (mode) => {
  for (let numerator = -200n; numerator <= 200n; numerator += 1n) {
    for (let denominator = -25n; denominator <= 25n; denominator += 1n) {
      if (denominator === 0n) continue;
      const answer = divideRounded(numerator, denominator, mode);
      if (!isRightAnswer(mode, numerator, denominator, answer)) {
        throw new Error(`${mode}: ${numerator} / ${denominator} gave ${answer}`);
      }
    }
  }
});

test('every quotient of large integers is the one its mode defines', () => {
  fc.assert(
    fc.property(anyInteger, anyDivisor, anyMode, (n, d, mode) => isRightAnswer(mode, n, d, divideRounded(n, d, mode))),
    { numRuns: 2_000 },
  );
});

test('exact halves of large integers are settled by the mode, not by luck', () => {
  fc.assert(
    fc.property(anyInteger, fc.bigInt({ min: 1n, max: 2n ** 40n }), anyMode, (whole, half, mode) => {
      const [n, d] = [(2n * whole + 1n) * half, 2n * half];
      return isRightAnswer(mode, n, d, divideRounded(n, d, mode));
    }),
    { numRuns: 1_000 },
  );
});

test('a refund mirrors its sale: halfUp, halfEven and towardZero commute with negation', () => {
  fc.assert(
    fc.property(
      anyInteger,
      anyDivisor,
      fc.constantFrom<RoundingMode>('halfUp', 'halfEven', 'towardZero'),
      (n, d, mode) => divideRounded(-n, d, mode) === -divideRounded(n, d, mode),
    ),
  );
});

test('floor and ceil mirror each other', () => {
  fc.assert(
    fc.property(anyInteger, anyDivisor, (n, d) => divideRounded(-n, d, 'floor') === -divideRounded(n, d, 'ceil')),
  );
});

test.each<[RoundingMode, readonly bigint[]]>([
  //            −2.5  −1.5  −0.5  0.5  1.5  2.5
  ['halfUp', [-3n, -2n, -1n, 1n, 2n, 3n]],
  ['halfEven', [-2n, -2n, 0n, 0n, 2n, 2n]],
  ['floor', [-3n, -2n, -1n, 0n, 1n, 2n]],
  ['ceil', [-2n, -1n, 0n, 1n, 2n, 3n]],
  ['towardZero', [-2n, -1n, 0n, 0n, 1n, 2n]],
])('%s of −2.5 … 2.5', (mode, expected) => {
  expect([-5n, -3n, -1n, 1n, 3n, 5n].map((n) => divideRounded(n, 2n, mode))).toEqual(expected);
});

test('dividing by zero is a Bug', () => {
  expect(() => divideRounded(1n, 0n, 'halfUp')).toThrow('the denominator is zero');
});
