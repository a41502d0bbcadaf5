import { CurrencyMismatch, isRejection, Money, mustBeCurrency, mustBeInstant } from '@reprise/kernel';
import fc from 'fast-check';
import { realMarket, realTables } from '../../test/real-markets.js';
import type { ItemTax } from './compute-tax.js';
import { computeTax, taxInside, taxOnTop } from './compute-tax.js';
import type { MarketTerms } from './market-terms.js';
import type { QuoteDraft, QuoteRequest, QuoteRequestLine } from './quote.js';
import { quotePrice } from './quote-price.js';
import type { TaxStack } from './tax-stack.js';
import type { Voucher } from './voucher.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');

/** The French market in another currency: amounts with no, two and three decimals must come out as exact. */
const marketIn = (currency: string, smallest: string): MarketTerms =>
  realMarket('fr', (source) => ({
    currency,
    fees: [],
    charm: { step: '1', endings: ['0'], direction: 'nearest' },
    shipping: [{ id: 'standard', price: smallest, countries: source.shipsTo }],
    offerLimits: { ...source.offerLimits, priceMin: smallest, priceMax: '999999' },
  }));
const markets = [marketIn('JPY', '3'), marketIn('EUR', '3.01'), marketIn('KWD', '3.001')];

const lineOf = (market: MarketTerms, minor: bigint, change: Partial<QuoteRequestLine> = {}): QuoteRequestLine => ({
  offerId: 'offer',
  sellerId: 'seller',
  variantId: 'variant',
  category: 'other',
  unitPrice: Money.ofMinor(minor, market.currency),
  quantity: 1,
  vatScheme: 'REGULAR',
  shipsFrom: 'FR',
  ...change,
});
function quoted(request: Partial<QuoteRequest> & Pick<QuoteRequest, 'market' | 'lines'>): QuoteDraft {
  const answer = quotePrice({ shipTo: { country: 'FR' }, ...request }, realTables, now);
  if (isRejection(answer)) throw new Error(`${answer.code} ${answer.field}: ${answer.message}`);
  return answer;
}

// Every rate the tables have ever had. The check is the definition of half up and shares nothing with the way it is computed:
// the tax t is the one whole number with (2t − 1) × d ≤ 2 × g × r < (2t + 1) × d.
const everyRatePpm = [
  160_000, 170_000, 180_000, 190_000, 200_000, 210_000, 220_000, 230_000, 240_000, 250_000, 255_000, 270_000, 88_750,
  97_500,
];

test('VAT is the exact rational, rounded half up, in 1,008,000 cases; and what is given back is what was charged', () => {
  let wrong = 0;
  for (const ratePpm of everyRatePpm) {
    const [rate, whole] = [BigInt(ratePpm), BigInt(1_000_000 + ratePpm)];
    for (let i = 0n; i < 36_000n; i += 1n) {
      // Every amount up to 180.00, then ever wider apart up to six million.
      const gross = i < 18_000n ? i : i * (i - 17_900n);
      const inside = taxInside(gross, ratePpm, 'halfUp');
      const onTop = taxOnTop(gross, ratePpm, 'halfUp');
      const twice = 2n * gross * rate;
      if (twice < (2n * inside - 1n) * whole || twice >= (2n * inside + 1n) * whole) wrong += 1;
      if (twice < (2n * onTop - 1n) * 1_000_000n || twice >= (2n * onTop + 1n) * 1_000_000n) wrong += 1;
      if (taxInside(-gross, ratePpm, 'halfUp') !== -inside || taxOnTop(-gross, ratePpm, 'halfUp') !== -onTop)
        wrong += 1;
    }
  }
  expect(wrong).toBe(0);
}, 30_000);

const stack = (ratePpm: number, roundingKey = String(ratePpm)): TaxStack => ({
  rule: 'eu.domesticSale',
  roundingKey,
  rates: [{ jurisdiction: { country: 'ZZ', code: 'ZZ', name: 'Somewhere' }, ratePpm, rate: '0' }],
  combinedPpm: ratePpm,
  treatment: 'standard',
  responsibility: 'SELLER',
});
const perDocument = { inclusive: true, policy: 'perRatePerDocument', mode: 'halfUp' } as const;
const taxOf = (taxes: readonly ItemTax[]): bigint => taxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0n);

test('property: a document’s tax is the same however its goods are cut into lines', () => {
  const cuts = fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(cuts, fc.constantFrom(...everyRatePpm), (amounts, ratePpm) => {
      const item = (shownMinor: bigint) => ({ stack: stack(ratePpm), quantity: 1, shownMinor });
      const total = amounts.reduce((sum, amount) => sum + amount, 0n);
      expect(taxOf(computeTax(amounts.map(item), perDocument))).toBe(taxOf(computeTax([item(total)], perDocument)));
    }),
    { numRuns: 500 },
  );
});

test('property: no line is a minor unit away from its own share of the document’s tax', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(amounts, fc.constantFrom(...everyRatePpm), (shown, ratePpm) => {
      const taxes = computeTax(
        shown.map((shownMinor) => ({ stack: stack(ratePpm), quantity: 1, shownMinor })),
        perDocument,
      );
      const [tax, total] = [taxOf(taxes), shown.reduce((sum, minor) => sum + minor, 0n)];
      fc.pre(total > 0n);
      taxes.forEach(({ taxMinor }, i) => {
        const error = taxMinor * total - tax * (shown[i] as bigint);
        expect(error < total && -error < total).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('property: in currencies with no, two and three decimals, schemes mixed and a voucher off, everything sums to the minor unit', () => {
  const baskets = fc.array(
    fc.record({
      minor: fc.bigInt({ min: 10n, max: 9_000_000n }),
      quantity: fc.integer({ min: 1, max: 9 }),
      marginal: fc.boolean(),
      foreign: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const places = fc.constantFrom('FR', 'DE', 'HU', 'FI', 'XI');
  fc.assert(
    fc.property(
      fc.constantFrom(...markets),
      baskets,
      places,
      fc.bigInt({ min: 1n, max: 9n }),
      (market, basket, country, off) => {
        const lines = basket.map(({ minor, quantity, marginal, foreign }, i) =>
          lineOf(market, minor, {
            offerId: `offer-${i}`,
            quantity,
            vatScheme: marginal ? 'MARGINAL' : 'REGULAR',
            ...(foreign ? { sellerEstablishedIn: 'HK' } : {}),
          }),
        );
        const amount = Money.ofMinor(off, market.currency);
        const voucher: Voucher = {
          ...{ code: 'OFF', market: market.code, off: { kind: 'amount', amount } },
          ...{ borneBy: 'MARKETPLACE', validFrom: now, onceOnly: false },
        };
        const quote = quoted({ market, lines, voucher, shipTo: { country } });
        const { totals, shipping } = quote;
        const sum = (part: (each: QuoteDraft['lines'][number]) => Money): bigint =>
          quote.lines.reduce((all, each) => all + part(each).minor, 0n);
        const asStated = lines.reduce((all, { unitPrice, quantity }) => all + unitPrice.minor * BigInt(quantity), 0n);
        expect(sum(({ discount }) => discount)).toBe(off);
        expect(sum(({ gross }) => gross)).toBe(asStated - off);
        expect(sum(({ net }) => net) + sum(({ tax }) => tax)).toBe(sum(({ gross }) => gross));
        expect(totals.gross.minor).toBe(asStated - off + shipping.gross.minor);
        expect(totals.net.minor + totals.tax.minor + totals.shipping.minor).toBe(totals.gross.minor);
        expect(quote.taxLines.reduce((all, { amount: tax }) => all + tax.minor, 0n)).toBe(totals.tax.minor);
        for (const { margin, tax } of quote.lines) if (margin !== undefined) expect(tax.isZero()).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('currencies never mix: not in a sum, a basket, or a margin', () => {
  const [eur, kwd] = [Money.of('1.00', 'EUR'), Money.of('1.000', 'KWD')];
  for (const mix of [() => eur.plus(kwd), () => eur.minus(kwd), () => eur.compare(kwd)])
    expect(mix).toThrow(CurrencyMismatch);
  expect(() => Money.sum([eur, kwd], mustBeCurrency('EUR'))).toThrow(CurrencyMismatch);
  const market = realMarket('fr');
  const inDinars = lineOf(market, 100n, { unitPrice: kwd });
  expect(quotePrice({ market, lines: [inDinars], shipTo: { country: 'FR' } }, realTables, now)).toMatchObject({
    code: 'OfferNotListed',
  });
  const bought = lineOf(market, 100n, { vatScheme: 'MARGINAL', unitCosts: [kwd] });
  expect(quoted({ market, lines: [bought] }).lines[0]?.margin?.result).toBeUndefined();
});
