import { isRejection, Money, mustBeCurrency, mustBeInstant } from '@reprise/kernel';
import fc from 'fast-check';
import { realMarket, realTables } from '../../test/real-markets.js';
import type { QuoteDraft, QuoteRequest, QuoteRequestLine } from './quote.js';
import { quotePrice } from './quote-price.js';
import { discountsOf } from './voucher.js';
import type { Voucher } from './voucher.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const fr = realMarket('fr');
const eur = (amount: string): Money => Money.of(amount, 'EUR');

const voucher = (change: Partial<Voucher> = {}): Voucher =>
  ({
    code: 'TEN',
    market: 'fr',
    off: { kind: 'amount', amount: eur('10.00') },
    validFrom: mustBeInstant('2026-11-01T00:00:00Z'),
    onceOnly: false,
    borneBy: 'MARKETPLACE',
    ...change,
  }) as Voucher;
const line = (amount: string, change: Partial<QuoteRequestLine> = {}): QuoteRequestLine => ({
  offerId: `offer-${amount}`,
  sellerId: 'seller',
  variantId: 'variant',
  category: 'other',
  unitPrice: eur(amount),
  quantity: 1,
  vatScheme: 'REGULAR',
  shipsFrom: 'FR',
  ...change,
});
const three = [line('299.00'), line('99.99'), line('19.90')];

function quoted(change: Partial<QuoteRequest>): QuoteDraft {
  const request = { market: fr, lines: three, shipTo: { country: 'FR' }, voucher: voucher(), ...change };
  const answer = quotePrice(request, realTables, now);
  if (isRejection(answer)) throw new Error(`${answer.code} ${answer.field}: ${answer.message}`);
  return answer;
}
const refusal = (change: Partial<QuoteRequest>) => {
  const answer = quotePrice(
    { market: fr, lines: three, shipTo: { country: 'FR' }, voucher: voucher(), ...change },
    realTables,
    now,
  );
  return isRejection(answer) ? `${answer.code} ${answer.field}` : 'priced';
};
const discounts = ({ lines }: QuoteDraft): string[] => lines.map(({ discount }) => discount.toDecimalString());

// Directive 2006/112/EC art. 79(b): a price discount granted at the time of the supply is no part of the taxable amount.
test('10.00 off 299.00, 99.99 and 19.90 is 7.14, 2.39 and 0.47, and VAT is on what is left', () => {
  const quote = quoted({});
  expect(discounts(quote)).toEqual(['7.14', '2.39', '0.47']);
  expect(quote.discount?.amount.toDecimalString()).toBe('10.00');
  expect(quote.lines.map(({ gross }) => gross.toDecimalString())).toEqual(['291.86', '97.60', '19.43']);
  // 408.89 × 20/120 = 68.148…
  expect([quote.totals.gross, quote.totals.tax, quote.totals.net].map(String)).toEqual([
    '408.89 EUR',
    '68.15 EUR',
    '340.74 EUR',
  ]);
});

test('a percent is of what the goods cost, rounded once, half up', () => {
  const quote = quoted({ voucher: voucher({ off: { kind: 'percent', ppm: 150_000 } }) });
  // 15 % of 418.89 is 62.8335.
  expect(quote.discount?.amount.toDecimalString()).toBe('62.83');
});

test('a levy inside the price is owed in full: no line falls below it', () => {
  const phone = line('15.00', { category: 'smartphone', storageGb: 128, quantity: 1 });
  const quote = quoted({
    lines: [phone, line('5.00')],
    voucher: voucher({ off: { kind: 'amount', amount: eur('9.00') } }),
  });
  // In proportion the phone would bear 6.75 and be sold at 8.25, below its levy of 10.08: it bears 4.92, and the rest falls on the other.
  expect(discounts(quote)).toEqual(['4.92', '4.08']);
  expect(quote.lines[0]?.includedLevies[0]?.amountInclTax.toDecimalString()).toBe('10.08');
});

test('a seller’s voucher covers its own goods only', () => {
  const own = voucher({ borneBy: 'SELLER', sellerId: 'other' });
  const quote = quoted({ lines: [line('299.00'), line('99.99', { sellerId: 'other' })], voucher: own });
  expect(discounts(quote)).toEqual(['0.00', '10.00']);
  expect(refusal({ voucher: own })).toBe('VoucherNotApplicable voucher');
});

test('margin goods: the discount lowers the selling price, and so the margin (art. 315)', () => {
  const used = line('319.00', { vatScheme: 'MARGINAL', unitCosts: [eur('220.00')] });
  const { lines } = quoted({ lines: [used] });
  expect(lines[0]?.margin?.result?.margin.toDecimalString()).toBe('89.00');
  // 89.00 × 20/120 = 14.833…
  expect(lines[0]?.margin?.result?.tax.toDecimalString()).toBe('14.83');
});

test('rounded per unit, units that a discount cannot share evenly differ by one cent', () => {
  const perUnit = realMarket('fr', ({ tax }) => ({ tax: { ...tax, roundingPolicy: 'perUnit' } }));
  const quote = quoted({
    market: perUnit,
    lines: [line('9.99', { quantity: 3 })],
    voucher: voucher({ off: { kind: 'amount', amount: eur('1.00') } }),
  });
  // 28.97 is 9.66 + 9.66 + 9.65: 1.61 + 1.61 + 1.61 (1.608… rounds up).
  expect(quote.totals.tax.toDecimalString()).toBe('4.83');
});

test.each<[string, Partial<QuoteRequest>]>([
  ['VoucherOfOtherMarket voucher', { voucher: voucher({ market: 'de' }) }],
  ['VoucherNotInForce voucher', { voucher: voucher({ validFrom: mustBeInstant('2026-11-24T10:00:01Z') }) }],
  ['VoucherNotInForce voucher', { voucher: voucher({ validUntil: now }) }],
  ['VoucherBelowMinimum voucher', { voucher: voucher({ minBasket: eur('418.90') }) }],
  ['VoucherNotApplicable voucher', { lines: [line('9.99')] }],
  ['VoucherNotApplicable voucher', { lines: [line('10.00')] }],
  ['priced', { voucher: voucher({ minBasket: eur('418.89') }) }],
  ['priced', { voucher: voucher({ validFrom: now }) }],
  ['priced', { lines: [line('10.01')] }],
])('%s', (answer, change) => {
  expect(refusal(change)).toBe(answer);
});

test('property: parts sum to the discount, none is negative, none takes a line below its levies, none is a cent off its share unless a levy is in the way', () => {
  const cents = fc.bigInt({ min: 1n, max: 500_000n });
  const baskets = fc.array(fc.tuple(cents, fc.integer({ min: 1, max: 9 }), fc.bigInt({ min: 0n, max: 2_000n })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(baskets, cents, (basket, off) => {
      const lines = basket.map(([minor, quantity], i) =>
        line('1.00', { offerId: `${i}`, unitPrice: Money.ofMinor(minor, mustBeCurrency('EUR')), quantity }),
      );
      const levies = basket.map(([, , levy]) => levy);
      const amount = Money.ofMinor(off, mustBeCurrency('EUR'));
      const parts = discountsOf(voucher({ off: { kind: 'amount', amount } }), fr, lines, levies, now);
      fc.pre(!isRejection(parts));
      const costs = basket.map(([minor, quantity]) => minor * BigInt(quantity));
      const total = costs.reduce((sum, cost) => sum + cost, 0n);
      const room = costs.map((cost, i) => (cost > (levies[i] ?? 0n) ? cost - (levies[i] ?? 0n) : 0n));
      const given = parts.reduce((sum, part) => sum + part, 0n);
      const most = room.reduce((sum, each) => sum + each, 0n);
      expect(given).toBe(off < most ? off : most);
      const levyInTheWay = parts.some((part, i) => part === room[i]);
      parts.forEach((part, i) => {
        expect(part >= 0n && part <= (room[i] as bigint)).toBe(true);
        const floor = (given * (costs[i] as bigint)) / total;
        if (!levyInTheWay) expect(part === floor || part === floor + 1n).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});
