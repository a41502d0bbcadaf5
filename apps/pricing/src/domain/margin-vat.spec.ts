import { Money } from '@reprise/kernel';
import fc from 'fast-check';
import { marginVat } from './margin-vat.js';

const eur = (amount: string): Money => Money.of(amount, 'EUR');

// Directive 2006/112/EC art. 315.
test.each([
  ['FR', '319.00', '220.00', 200_000, '99.00', '16.50'],
  ['DE', '319.00', '220.00', 190_000, '99.00', '15.81'],
  ['DE, at a loss', '319.00', '350.00', 190_000, '-31.00', '0.00'],
])('%s: %s bought for %s at %d ppm: margin %s bears %s', (_case, price, cost, ratePpm, margin, tax) => {
  const answer = marginVat([eur(price)], [eur(cost)], ratePpm, 'halfUp');
  expect([answer.margin.toDecimalString(), answer.tax.toDecimalString()]).toEqual([margin, tax]);
});

test('the loss on one unit is not set off against the margin on another', () => {
  const answer = marginVat([eur('319.00'), eur('319.00')], [eur('350.00'), eur('220.00')], 190_000, 'halfUp');
  expect([answer.margin.toDecimalString(), answer.tax.toDecimalString()]).toEqual(['68.00', '15.81']);
});

test('a unit without a cost is a bug of the caller, never a margin of the whole price', () => {
  expect(() => marginVat([eur('319.00'), eur('319.00')], [eur('220.00')], 190_000, 'halfUp')).toThrow('one cost');
});

test('property: the tax is never below zero and never above what the whole price would bear', () => {
  const cents = fc.bigInt({ min: 1n, max: 5_000_000n });
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 1, max: 300_000 }), (price, cost, ratePpm) => {
      const money = (minor: bigint): Money => Money.ofMinor(minor, eur('0.00').currency);
      const { tax } = marginVat([money(price)], [money(cost)], ratePpm, 'halfUp');
      const whole = marginVat([money(price)], [money(0n)], ratePpm, 'halfUp');
      expect(tax.isNegative()).toBe(false);
      expect(tax.compare(whole.tax)).toBeLessThanOrEqual(0);
    }),
  );
});
