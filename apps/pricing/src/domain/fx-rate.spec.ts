import fc from 'fast-check';
import { changePpm, fxQuoteText, parseFxQuote, ratioOfQuote } from './fx-rate.js';

const quote = (text: string) => {
  const parsed = parseFxQuote(text);
  if (parsed === undefined) throw new Error(`${text} is no quote`);
  return parsed;
};

test.each([
  ['1.1172', 11172n, 4, '1.1172'],
  ['0.83380', 8338n, 4, '0.8338'],
  ['136', 136n, 0, '136'],
  ['136.0', 136n, 0, '136'],
  ['0.0001', 1n, 4, '0.0001'],
  ['20275.17', 2027517n, 2, '20275.17'],
])('%s is %s / 10^%s, and %s again', (text, digits, scale, again) => {
  expect(quote(text)).toEqual({ digits, scale });
  expect(fxQuoteText(quote(text))).toBe(again);
});

test.each(['', 'N/A', '0', '0.000', '-1.1', '+1.1', '1,1172', '1.', '.5', '1e3', ' 1.1', '1.23456789012', 'Infinity'])(
  '%j is no quote',
  (text) => expect(parseFxQuote(text)).toBeUndefined(),
);

test('property: a quote is exactly what was published, and equal quotes are equal however many zeros they end with', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999_999 }),
      fc.integer({ min: 0, max: 9 }),
      fc.nat(3),
      (digits, scale, zeros) => {
        const text = fxQuoteText({ digits: BigInt(digits), scale });
        const padded = scale === 0 ? text : text + '0'.repeat(zeros);
        const { numerator, denominator } = ratioOfQuote(quote(padded));
        expect(numerator * 10n ** BigInt(scale)).toBe(BigInt(digits) * denominator);
        expect(quote(padded)).toEqual(quote(text));
      },
    ),
  );
});

test('a change is in parts per million of the quote before', () => {
  expect(changePpm(quote('1.2010'), quote('1.0280'))).toBe(-144046);
  expect(changePpm(quote('100'), quote('105.5'))).toBe(55_000);
  expect(changePpm(quote('1.5'), quote('1.50'))).toBe(0);
});
