import fc from 'fast-check';
import { compareAmounts, formatMoney } from './format-money.js';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('an amount is shown to the last digit, whatever its size', () => {
  expect(formatMoney({ amount: '9007199254740993.01', currency: 'EUR' }, 'en')).toBe('€9,007,199,254,740,993.01');
});

test('decimals are those of the amount, not those a currency is paid in', () => {
  expect(plain(formatMoney({ amount: '31868.50', currency: 'HUF' }, 'en', 'code'))).toBe('HUF 31,868.50');
  expect(plain(formatMoney({ amount: '129900', currency: 'JPY' }, 'en', 'code'))).toBe('JPY 129,900');
});

test('a French reader finds the comma and the currency where French puts them', () => {
  expect(plain(formatMoney({ amount: '-1234.50', currency: 'EUR' }, 'fr'))).toBe('-1 234,50 €');
});

test('amounts order as their cents do', () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  const text = (value: bigint): string => {
    const digits = String(value < 0n ? -value : value).padStart(3, '0');
    return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(compareAmounts(text(a), text(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test('amounts with more and fewer decimals compare by value', () => {
  expect([compareAmounts('1.5', '1.50'), compareAmounts('2', '1.999'), compareAmounts('-0.5', '0')]).toEqual([
    0, 1, -1,
  ]);
});
