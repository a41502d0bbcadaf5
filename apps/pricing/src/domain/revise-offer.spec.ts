import { Money, mustBeInstant } from '@reprise/kernel';
import type { Offer, OfferTerms } from './offer.js';
import { reviseOffer } from './revise-offer.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const later = mustBeInstant('2026-11-24T11:00:00Z');
const eur = (amount: string) => Money.of(amount, 'EUR');

const stated = (change: Partial<OfferTerms> = {}) => ({
  offerId: 'o',
  sellerId: 's',
  sku: 'IP13',
  productId: 'p',
  variantId: 'v',
  grade: 'GOOD',
  quantity: 5,
  vatScheme: 'REGULAR' as const,
  warrantyMonths: 24,
  shipsFrom: 'FR',
  prices: [{ market: 'fr', price: eur('399.00') }],
  ...change,
});
const first = (): Offer => reviseOffer(undefined, stated(), undefined, now).offer;

test('the first statement makes version 1 and records every price', () => {
  const { change, offer, priceChanges } = reviseOffer(undefined, stated(), undefined, now);
  expect(change).toBe('created');
  expect(offer).toMatchObject({ version: 1, quantityVersion: 1, status: 'active', updatedAt: now });
  expect(priceChanges).toEqual([{ market: 'fr', price: eur('399.00'), currency: 'EUR', otherGoods: false }]);
});

test('the same statement again changes nothing', () => {
  const before = first();
  expect(reviseOffer(before, stated(), 5, later)).toEqual({
    ...{ change: 'unchanged', offer: before, priceChanges: [] },
    onlyAmounts: true,
  });
});

test('the order of markets in a statement does not make it another one', () => {
  const both = [
    { market: 'fr', price: eur('399.00') },
    { market: 'de', price: eur('409.00') },
  ];
  const before = reviseOffer(undefined, stated({ prices: both }), undefined, now).offer;
  expect(reviseOffer(before, stated({ prices: both.toReversed() }), 5, later).change).toBe('unchanged');
});

test('"5 on hand" after two were sold states the quantity anew', () => {
  const { change, offer, priceChanges } = reviseOffer(first(), stated(), 3, later);
  expect(change).toBe('updated');
  expect(offer).toMatchObject({ version: 2, quantityVersion: 2, quantity: 5 });
  expect(priceChanges).toEqual([]);
});

test('a price change keeps the statement of quantity, so that stock is not set twice', () => {
  const { offer, priceChanges } = reviseOffer(
    first(),
    stated({ prices: [{ market: 'fr', price: eur('389.00') }] }),
    5,
    later,
  );
  expect(offer).toMatchObject({ version: 2, quantityVersion: 1 });
  expect(priceChanges).toEqual([{ market: 'fr', price: eur('389.00'), currency: 'EUR', otherGoods: false }]);
});

test('leaving a market is a price change to nothing', () => {
  const { priceChanges } = reviseOffer(first(), stated({ prices: [{ market: 'de', price: eur('399.00') }] }), 5, later);
  expect(priceChanges).toEqual([
    { market: 'de', price: eur('399.00'), currency: 'EUR', otherGoods: false },
    { market: 'fr', price: null, currency: 'EUR', otherGoods: false },
  ]);
});

test('a bound alone is a change of terms and not of price', () => {
  const { change, priceChanges } = reviseOffer(
    first(),
    stated({ prices: [{ market: 'fr', price: eur('399.00'), minPrice: eur('350.00') }] }),
    5,
    later,
  );
  expect(change).toBe('updated');
  expect(priceChanges).toEqual([]);
});

test('quantity zero takes the offer off sale, and a later quantity puts it back', () => {
  const gone = reviseOffer(first(), stated({ quantity: 0 }), 5, later).offer;
  expect(gone.status).toBe('delisted');
  expect(reviseOffer(gone, stated({ quantity: 2 }), 0, later).offer.status).toBe('active');
});

const fr = (change: Partial<OfferTerms['prices'][number]> = {}) => [{ market: 'fr', price: eur('389.00'), ...change }];
test.each([
  [true, 'a price', { prices: fr() }],
  [true, 'a bound', { prices: fr({ minPrice: eur('300.00') }) }],
  [false, 'a price in another currency', { prices: fr({ price: Money.of('389.00', 'SEK') }) }],
  [false, 'another market', { prices: [{ market: 'de', price: eur('389.00') }] }],
  [false, 'a market more', { prices: [...fr(), { market: 'de', price: eur('389.00') }] }],
  [false, 'a quantity', { prices: fr(), quantity: 6 }],
  [false, 'a grade', { prices: fr(), grade: 'FAIR' }],
  [false, 'a product its variant has moved to', { prices: fr(), productId: 'q' }],
])('it is %s that nothing but amounts has changed when %s has', (onlyAmounts, _what, change) => {
  expect(reviseOffer(first(), stated(change), 5, later)).toMatchObject({ change: 'updated', onlyAmounts });
});

test('a quantity stated anew is more than amounts, though it is the same', () => {
  expect(reviseOffer(first(), stated({ prices: fr() }), 3, later).onlyAmounts).toBe(false);
});
