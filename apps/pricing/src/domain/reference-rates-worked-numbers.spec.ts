import { readFileSync } from 'node:fs';
import { isRejection, Money, mustBeCurrency, mustBeLocalDay } from '@reprise/kernel';
import { convertMoney } from './convert-money.js';
import type { FxSheet } from './convert-money.js';
import { parseFxQuote } from './fx-rate.js';
import type { FxRate } from './fx-rate.js';

const file = readFileSync(new URL('../../../../markets/fx/ecb-reference-rates.csv', import.meta.url), 'utf8');
const [header = [], ...rows] = file
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const rowOf = (date: string) => new Map((rows.find(([day]) => day === date) ?? []).map((cell, i) => [header[i], cell]));

// As the ECB published them: the last day taken in, and the last of each quarter, by which returns are converted.
test.each([
  ['2026-10-30', 'USD', '1.1172'],
  ['2026-10-30', 'GBP', '0.8338'],
  ['2026-10-30', 'CHF', '0.9194'],
  ['2026-10-30', 'CZK', '24.353'],
  ['2026-10-30', 'DKK', '7.4735'],
  ['2026-10-30', 'HUF', '366.33'],
  ['2026-10-30', 'PLN', '4.4038'],
  ['2026-10-30', 'RON', '5.3447'],
  ['2026-10-30', 'SEK', '10.978'],
  ['2026-10-30', 'NOK', '10.312'],
  ['2026-10-30', 'JPY', '175.68'],
  ['2026-09-30', 'USD', '1.1355'],
  ['2026-09-30', 'CZK', '24.44'],
  ['2026-09-30', 'DKK', '7.4755'],
  ['2026-09-30', 'HUF', '366.2'],
  ['2026-09-30', 'PLN', '4.369'],
  ['2026-09-30', 'RON', '5.2788'],
  ['2026-09-30', 'SEK', '11.331'],
  ['2026-06-30', 'USD', '1.1394'],
  ['2026-06-30', 'PLN', '4.2955'],
  ['2026-03-31', 'USD', '1.1498'],
  ['2026-03-31', 'PLN', '4.289'],
  ['2025-12-31', 'USD', '1.175'],
  ['2025-12-31', 'PLN', '4.221'],
])('of %s the file that is shipped says of %s: a euro is %s', (date, currency, rate) => {
  expect(rowOf(date).get(currency)).toBe(rate);
});

test('the lev is not quoted since Bulgaria has the euro', () => {
  expect(rowOf('2025-12-31').get('BGN')).toBe('1.9558');
  expect(rows.filter(([day = '']) => day >= '2026-01-01').every((row) => row[header.indexOf('BGN')] === 'N/A')).toBe(
    true,
  );
});

test.each([
  ['2026-10-30', 'PLN', '1000.00', '227.08'],
  ['2026-09-30', 'PLN', '10000.00', '2288.85'],
  ['2026-06-30', 'USD', '113.94', '100.00'],
])('at the rates of %s in the file, %s %s are %s EUR', (date, currency, amount, euros) => {
  const quote = parseFxQuote(rowOf(date).get(currency) ?? '');
  if (quote === undefined) throw new Error(`${date} has no ${currency}`);
  const day = mustBeLocalDay(date);
  const rate: FxRate = {
    date: day,
    currency: mustBeCurrency(currency),
    quote,
    version: 1,
    changePpm: undefined,
    jump: false,
  };
  const sheet: FxSheet = { base: mustBeCurrency('EUR'), date: day, rates: new Map([[currency, rate]]), maxAgeDays: 3 };
  const converted = convertMoney(Money.of(amount, currency), mustBeCurrency('EUR'), sheet);
  expect(isRejection(converted) ? converted.code : converted.toDecimalString()).toBe(euros);
});
