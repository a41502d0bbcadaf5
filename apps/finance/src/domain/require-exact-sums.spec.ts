import { Bug, Money } from '@reprise/kernel';
import { requireExactSums } from './require-exact-sums.js';
import type { Sale, SaleLine, SaleTotals } from './sale.js';

const usd = (amount: string): Money => Money.of(amount, 'USD');

const phone: SaleLine = {
  ...{ lineId: 'phone', net: usd('349.00'), tax: usd('34.03'), gross: usd('383.03') },
  taxes: [usd('25.30'), usd('8.73')],
  fees: [usd('5.24')],
};
const caseLine: SaleLine = {
  ...{ lineId: 'case', net: usd('10.00'), tax: usd('0.98'), gross: usd('10.98') },
  ...{ taxes: [usd('0.98')], fees: [] },
};
/** Delivery of 5.00 carries 0.49 of tax; 0.28 is owed once an order. */
const totals: SaleTotals = {
  ...{ net: usd('359.00'), tax: usd('35.50'), fees: usd('5.52'), shipping: usd('5.00'), gross: usd('405.02') },
};
const good: Sale = {
  ...{ eventId: 'e', saleId: 's', region: 'us', market: 'us', kind: 'sale', orderId: 'o', occurredAt: new Date(0) },
  ...{ lines: [phone, caseLine], totals, said: {} },
};

const withTotals = (changed: Partial<SaleTotals>): Sale => ({ ...good, totals: { ...totals, ...changed } });
const withPhone = (changed: Partial<SaleLine>): Sale => ({ ...good, lines: [{ ...phone, ...changed }, caseLine] });

test('a sale with line taxes, delivery tax, a line fee and an order fee adds up', () => {
  expect(() => requireExactSums(good)).not.toThrow();
});

test.each<[string, Sale, RegExp]>([
  ['a gross one cent too high', withTotals({ gross: usd('405.03') }), /is not gross 405\.03 USD/],
  ['a net that is not the lines’', withTotals({ net: usd('359.01'), gross: usd('405.03') }), /nets do not sum/],
  [
    'less tax than the lines hold',
    withTotals({ tax: usd('35.00'), gross: usd('404.52') }),
    /hold more tax than 35\.00/,
  ],
  [
    'more tax than the lines hold, with free delivery',
    withTotals({ shipping: usd('0.00'), gross: usd('400.02') }),
    /tax 0\.49 USD falls on no line and on no delivery/,
  ],
  [
    'less fees than the lines hold',
    withTotals({ fees: usd('5.23'), gross: usd('404.73') }),
    /hold more fees than 5\.23/,
  ],
  ['a line whose gross is off', withPhone({ gross: usd('383.04') }), /line phone: net .* is not gross 383\.04/],
  ['tax lines that miss a cent', withPhone({ taxes: [usd('25.30'), usd('8.72')] }), /line phone: its tax lines/],
  ['no lines', { ...good, lines: [] }, /has no lines/],
  [
    'negative delivery hidden by a higher fee',
    withTotals({ shipping: usd('-5.00'), fees: usd('15.52'), gross: usd('405.02') }),
    /shipping -5\.00 USD is negative/,
  ],
  ['a line in another currency', withPhone({ fees: [Money.of('5.24', 'EUR')] }), /EUR/],
])('%s is a Bug', (_name, sale, message) => {
  expect(() => requireExactSums(sale)).toThrow(Bug);
  expect(() => requireExactSums(sale)).toThrow(message);
});

test('delivery given back by itself is a refund without lines', () => {
  const delivery = { net: usd('0.00'), tax: usd('0.49'), fees: usd('0.28'), shipping: usd('5.00'), gross: usd('5.77') };
  const refund: Sale = { ...good, kind: 'refund', lines: [], totals: delivery };
  expect(() => requireExactSums(refund)).not.toThrow();
  expect(() => requireExactSums({ ...refund, kind: 'sale' })).toThrow(/has no lines/);
});
