import type { Rejection } from '@reprise/kernel';
import { isRejection, Money, mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import fc from 'fast-check';
import { convertMoney } from './convert-money.js';
import type { FxSheet } from './convert-money.js';
import { parseFxQuote } from './fx-rate.js';
import type { FxRate } from './fx-rate.js';

/** The ECB's reference rates of a day, as far as a test needs them. */
function sheetOf(date: string, quotes: Readonly<Record<string, string>>, asked = date): FxSheet {
  const rates = Object.entries(quotes).map(([code, text]): [string, FxRate] => {
    const quote = parseFxQuote(text);
    if (quote === undefined) throw new Error(text);
    const currency = mustBeCurrency(code);
    return [code, { date: mustBeLocalDay(date), currency, quote, version: 1, changePpm: undefined, jump: false }];
  });
  return { base: mustBeCurrency('EUR'), date: mustBeLocalDay(asked), rates: new Map(rates), maxAgeDays: 3 };
}
const october30 = { USD: '1.1172', PLN: '4.4038', HUF: '366.33', CZK: '24.353', SEK: '10.978', JPY: '175.68' };
const converted = (money: Money, to: string, sheet: FxSheet): string => {
  const result = convertMoney(money, mustBeCurrency(to), sheet);
  return isRejection(result) ? result.code : result.toDecimalString();
};

test.each([
  ['399.00', 'EUR', 'USD', '445.76'],
  ['399.00', 'EUR', 'PLN', '1757.12'],
  ['399.00', 'EUR', 'HUF', '146165.67'],
  ['399.00', 'EUR', 'CZK', '9716.85'],
  ['399.00', 'EUR', 'SEK', '4380.22'],
  ['399.00', 'EUR', 'JPY', '70096'],
  ['1000.00', 'PLN', 'SEK', '2492.85'],
  ['1000.00', 'PLN', 'PLN', '1000.00'],
  ['-399.00', 'EUR', 'USD', '-445.76'],
])('%s %s is %4$s %s at the rates of 30 October 2026', (amount, from, to, expected) =>
  expect(converted(Money.of(amount, from), to, sheetOf('2026-10-30', october30))).toBe(expected),
);

test('a return in złoty is converted at the rate of the last day of its period', () => {
  expect(converted(Money.of('10000.00', 'PLN'), 'EUR', sheetOf('2026-09-30', { PLN: '4.3690' }))).toBe('2288.85');
});

test('a currency without a rate and a rate that has missed too many business days are rejected by name', () => {
  expect(converted(Money.of('1.00', 'EUR'), 'GBP', sheetOf('2026-10-30', october30))).toBe('FxRateMissing');
  // Friday to the Wednesday after is three business days, to the Thursday four.
  expect(converted(Money.of('1.00', 'EUR'), 'USD', sheetOf('2026-10-30', october30, '2026-11-04'))).toBe('1.12');
  const stale = convertMoney(
    Money.of('1.00', 'EUR'),
    mustBeCurrency('USD'),
    sheetOf('2026-10-30', october30, '2026-11-05'),
  );
  expect(stale).toMatchObject({ code: 'FxRateStale', details: { missedDays: 4 } } satisfies Partial<Rejection>);
});

test('property: by way of the euro there is one rounding, within half a minor unit of the exact value', () => {
  const sheet = sheetOf('2026-10-30', october30);
  const codes = fc.constantFrom('EUR', 'USD', 'PLN', 'HUF', 'CZK', 'SEK', 'JPY');
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), codes, codes, (minor, from, to) => {
      const [source, target] = [mustBeCurrency(from), mustBeCurrency(to)];
      const result = convertMoney(Money.ofMinor(minor, source), target, sheet);
      if (isRejection(result)) throw new Error(result.code);
      const [perFrom, perTo] = [from, to].map((code) => sheet.rates.get(code)?.quote ?? { digits: 1n, scale: 0 });
      if (perFrom === undefined || perTo === undefined) throw new Error('two sides');
      // |result − exact| ≤ 1/2, in integers: exact = minor × perTo / perFrom × 10^(exponents).
      const jpy = (code: string): bigint => (code === 'JPY' ? 1n : 100n);
      const numerator = minor * perTo.digits * 10n ** BigInt(perFrom.scale) * jpy(to);
      const denominator = perFrom.digits * 10n ** BigInt(perTo.scale) * jpy(from);
      const difference = 2n * (result.minor * denominator - numerator);
      expect(difference <= denominator && difference >= -denominator).toBe(true);
    }),
  );
});
