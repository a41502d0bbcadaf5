import { z } from 'zod';
import { operation } from './operation.js';
import { localeQuery, marketParams } from './markets.js';
import { moneySchema } from '../money.js';

export const cartSchema = z
  .object({
    id: z.uuid(),
    market: z.string(),
    status: z.enum(['open', 'ordered', 'expired']),
    /** When the holds of this cart lapse unless a line changes or it is ordered. */
    expiresAt: z.iso.datetime(),
    lines: z.array(
      z.object({
        offerId: z.uuid(),
        quantity: z.int(),
        /** From the read model of the gateway: what the page shows; a quote locks it. */
        unitPrice: moneySchema.optional(),
        title: z.string().optional(),
      }),
    ),
    subtotal: moneySchema.optional(),
  })
  .meta({ id: 'Cart' });

const cartParams = marketParams.extend({ cartId: z.uuid() });
const lineParams = cartParams.extend({ offerId: z.uuid() });

export const createCart = operation({
  id: 'createCart',
  method: 'POST',
  path: '/v1/markets/{market}/carts',
  owner: 'inventory',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'An empty cart',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  responses: { 201: cartSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});

export const getCart = operation({
  id: 'getCart',
  method: 'GET',
  path: '/v1/markets/{market}/carts/{cartId}',
  owner: 'inventory',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'A cart and what it holds',
  params: cartParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: cartSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'CartNotFound'],
});

export const extendCart = operation({
  id: 'extendCart',
  method: 'POST',
  path: '/v1/markets/{market}/carts/{cartId}/payment',
  owner: 'inventory',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'The buyer goes to pay: hold what is in the cart for longer',
  description:
    'Once per visit to the till: repeated, it counts from the first time. Changing a line begins anew. A placed order needs no hold: its stock has no deadline.',
  params: cartParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: cartSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'CartNotFound', 'CartExpired'],
});

export const putCartLine = operation({
  id: 'putCartLine',
  method: 'PUT',
  path: '/v1/markets/{market}/carts/{cartId}/lines/{offerId}',
  owner: 'inventory',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Hold a quantity of an offer for this cart',
  description: 'Sets the quantity held, all or nothing, and extends the cart’s life.',
  params: lineParams,
  query: z.object({ ...localeQuery }),
  body: z.strictObject({ quantity: z.int().min(1).max(100) }),
  responses: { 200: cartSchema },
  problems: [
    'MarketNotFound',
    'MarketNotLive',
    'MarketInOtherRegion',
    'CartNotFound',
    'CartExpired',
    'OfferNotFound',
    'OfferNotListed',
    'QuantityExceeded',
    'CartFull',
    'OutOfStock',
  ],
});

export const deleteCartLine = operation({
  id: 'deleteCartLine',
  method: 'DELETE',
  path: '/v1/markets/{market}/carts/{cartId}/lines/{offerId}',
  owner: 'inventory',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Give a line’s hold back',
  params: lineParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: cartSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'CartNotFound', 'CartExpired'],
});
