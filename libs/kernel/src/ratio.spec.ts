import fc from 'fast-check';
import type { Ratio } from './ratio.js';
import {
  addRatios,
  compareRatios,
  divideRatios,
  multiplyRatios,
  parseDecimalRatio,
  ratioOf,
  ratioOfBp,
  ratioOfDecimal,
  ratioOfPpm,
  subtractRatios,
} from './ratio.js';

const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => ratioOf(n, d));
const zero = ratioOf(0n, 1n);

test('one value has one form: lowest terms, sign on the numerator', () => {
  expect(ratioOf(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(ratioOf(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
  expect(ratioOfPpm(68_750)).toEqual(ratioOfDecimal('0.06875'));
  expect(ratioOfBp(1_900)).toEqual(ratioOf(19n, 100n));
});

test.each([
  ['0.19875', 159n, 800n],
  ['-0.5', -1n, 2n],
  ['1.1172', 2793n, 2500n],
  ['366.33', 36633n, 100n],
  ['007', 7n, 1n],
  ['0.000000000000000001', 1n, 10n ** 18n],
])('%s is exact', (text, numerator, denominator) => {
  expect(parseDecimalRatio(text)).toEqual({ numerator, denominator });
});

test.each([
  '',
  ' 1',
  '1 ',
  '+1',
  '1e3',
  '1,5',
  '.5',
  '5.',
  '1.2.3',
  'NaN',
  'Infinity',
  '−1',
  '١',
  '0x10',
  '1_000',
  '1'.repeat(19),
  `0.${'1'.repeat(19)}`,
  '1\n',
])('%j is refused', (text) => {
  expect(parseDecimalRatio(text)).toBeUndefined();
  expect(() => ratioOfDecimal(text)).toThrow('is not a plain decimal');
});

test('arithmetic obeys the field laws exactly', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
      expect(addRatios(a, b)).toEqual(addRatios(b, a));
      expect(multiplyRatios(a, addRatios(b, c))).toEqual(addRatios(multiplyRatios(a, b), multiplyRatios(a, c)));
      expect(subtractRatios(addRatios(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(multiplyRatios(divideRatios(a, b), b)).toEqual(a);
    }),
  );
});

test('comparison agrees with the sign of the difference', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (a, b) => {
      const { numerator } = subtractRatios(a, b);
      expect(compareRatios(a, b)).toBe(numerator < 0n ? -1 : numerator > 0n ? 1 : 0);
    }),
  );
});

test('a zero denominator is a Bug, also through division', () => {
  expect(() => ratioOf(1n, 0n)).toThrow('the denominator is zero');
  expect(() => divideRatios(ratioOf(1n, 2n), zero)).toThrow('the denominator is zero');
});
