import {
  allCurrencies,
  cashIncrementOf,
  currencyOf,
  displayDigitsOf,
  exponentOf,
  mustBeCurrency,
  withdrawnFrom,
} from './currency.js';
import { Money } from './money.js';

test.each([
  [0, ['JPY', 'ISK', 'KRW', 'CLP', 'VND']],
  [2, ['EUR', 'USD', 'GBP', 'CHF', 'CZK', 'PLN', 'RON', 'SEK', 'DKK', 'HUF', 'BGN']],
  [3, ['KWD', 'BHD', 'TND']],
  [4, ['CLF', 'UYW']],
])('%i decimals: %j', (exponent, codes) => {
  expect(codes.map((code) => exponentOf(mustBeCurrency(code)))).toEqual(codes.map(() => exponent));
});

test('forints are stored with two decimals and shown with none, whatever ICU says of them', () => {
  const huf = mustBeCurrency('HUF');
  const icu = new Intl.NumberFormat('hu', { style: 'currency', currency: 'HUF' }).resolvedOptions();
  expect(icu.maximumFractionDigits).toBe(0); // The trap: an exponent taken from here would multiply prices by a hundred.
  expect([exponentOf(huf), displayDigitsOf(huf)]).toEqual([2, 0]);
});

test('every other currency shows what it stores', () => {
  const differing = allCurrencies().filter((currency) => displayDigitsOf(currency) !== exponentOf(currency));
  expect(differing).toEqual(['HUF']);
});

test('the lev stays readable but is withdrawn since Bulgaria joined the euro', () => {
  expect(currencyOf('BGN')).toBe('BGN');
  expect(withdrawnFrom(mustBeCurrency('BGN'))).toBe('2026-01-01');
  expect(allCurrencies().filter((currency) => withdrawnFrom(currency) !== undefined)).toEqual(['BGN']);
});

test.each([
  ['1.23', 'CHF', '1.25'],
  ['1.22', 'CHF', '1.20'],
  ['1.27', 'CHF', '1.25'],
  ['-1.23', 'CHF', '-1.25'],
  ['1998', 'HUF', '2000.00'],
  ['149.49', 'CZK', '149.00'],
  ['149.50', 'SEK', '150.00'],
  ['99.74', 'DKK', '99.50'],
  ['99.75', 'DKK', '100.00'],
  ['99.99', 'EUR', '99.99'],
])('%s %s in cash is %s', (amount, code, payable) => {
  const currency = mustBeCurrency(code);
  expect(Money.of(amount, code).roundedTo(cashIncrementOf(currency), 'halfUp').toDecimalString()).toBe(payable);
});

test.each([
  'eur',
  'Eur',
  'EURO',
  'EU',
  '',
  ' EUR',
  'ZZZ',
  'XXX',
  'XTS',
  'XAU',
  'XDR',
  '978',
  '__proto__',
  'constructor',
])('%j is no currency', (code) => {
  expect(currencyOf(code)).toBeUndefined();
  expect(() => mustBeCurrency(code)).toThrow('is not an ISO 4217 currency code');
});

test('money that shares a letter with the metals is still money', () => {
  expect(['XAF', 'XCD', 'XOF', 'XPF'].map((code) => currencyOf(code))).toEqual(['XAF', 'XCD', 'XOF', 'XPF']);
});
