import fc from 'fast-check';
import { readDecimal, readPercent } from './read-decimal.js';
import { formatPpm } from './format-ppm.js';

test.each([
  ['1234.50', '1234.50'],
  ['1 234,5', '1234.5'],
  ['1\u202f234,50', '1234.50'],
  [' 900 ', '900'],
])('%j is %s', (typed, amount) => {
  expect(readDecimal(typed)).toBe(amount);
});

test.each(['1.234', '1,234', '1.234,50', '-5', '', 'x', '1e3', '.5', '12.'])(
  '%j is no amount one can be sure of',
  (typed) => {
    expect(readDecimal(typed)).toBeUndefined();
  },
);

test.each([
  ['5', 50_000],
  ['-2,5', -25_000],
  ['\u22122.5 %', -25_000],
  ['+0.01%', 100],
  ['x', undefined],
  ['', undefined],
])('%j per cent are %s parts in a million', (typed, ppm) => {
  expect(readPercent(typed)).toBe(ppm);
});

test('what is shown of a share in English can be typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), (perMille) => {
      expect(readPercent(formatPpm(perMille * 1_000, 'en'))).toBe(perMille * 1_000);
    }),
  );
});
