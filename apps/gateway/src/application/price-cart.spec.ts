import { Money } from '@reprise/kernel';
import type { Shelf } from './ports.js';
import { priceCart } from './price-cart.js';

const prices: Readonly<Record<string, string>> = { a: '399.99', b: '0.01' };
const shelf = {
  line: (offerId: string, market: string) => {
    const amount = market === 'fr' ? prices[offerId] : undefined;
    return amount === undefined
      ? undefined
      : { product: 0, variantId: `v-${offerId}`, unitPrice: Money.of(amount, 'EUR') };
  },
} as unknown as Shelf;

test('the subtotal is exact to the cent', () => {
  const cart = priceCart(shelf, 'fr', [
    { offerId: 'a', quantity: 3 },
    { offerId: 'b', quantity: 1 },
  ]);
  expect(cart.subtotal?.toJSON()).toEqual({ amount: '1199.98', currency: 'EUR' });
  expect(cart.lines.map((line) => line.shown?.unitPrice.toDecimalString())).toEqual(['399.99', '0.01']);
});

test('a line without a price leaves the cart without a subtotal', () => {
  const cart = priceCart(shelf, 'fr', [
    { offerId: 'a', quantity: 1 },
    { offerId: 'gone', quantity: 1 },
  ]);
  expect(cart.subtotal).toBeUndefined();
  expect(cart.lines[1]?.shown).toBeUndefined();
});

test('an empty cart has no subtotal', () => {
  expect(priceCart(shelf, 'fr', [])).toEqual({ lines: [], subtotal: undefined });
});
