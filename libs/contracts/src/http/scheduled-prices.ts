import { z } from 'zod';
import { operation } from './operation.js';
import { amountSchema, skuSchema } from './offers.js';
import { moneySchema } from '../money.js';
import { marketCodeSchema } from '../vocabulary.js';

const offerParams = z.object({ sku: skuSchema });
const scheduleParams = offerParams.extend({
  scheduleId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a name such as "black-friday"'),
});

export const scheduledPriceInputSchema = z
  .strictObject({
    market: marketCodeSchema,
    /** `sale` is announced: pages show the prior price beside it where the market's law has one. `price` is just the price from then on. */
    kind: z.enum(['price', 'sale']),
    amount: amountSchema,
    /** May be left out: a market has one currency. When given it must be that one. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    /** In force from this moment on, which lies ahead. */
    validFrom: z.iso.datetime({ offset: true }),
    /** In force until this moment, which is no longer in it; without end when left out. */
    validTo: z.iso.datetime({ offset: true }).optional(),
    /** Why, for the audit. */
    reason: z.string().min(3).max(500).optional(),
  })
  .meta({ id: 'ScheduledPriceInput' });

export const scheduledPriceSchema = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    status: z.enum(['scheduled', 'active', 'ended']),
    market: z.string(),
    kind: z.enum(['price', 'sale']),
    price: moneySchema,
    validFrom: z.iso.datetime(),
    validTo: z.iso.datetime().nullable(),
    /**
     * What a page will show when it begins if nothing changes before: marketplace price lists and the prior price that has to stand beside an
     * announced reduction (Directive 98/6/EC art. 6a) with it. Left out once it has begun, and while the market is not open.
     */
    expected: z
      .object({
        unitPrice: moneySchema.nullable(),
        source: z.string().nullable(),
        priorPrice: moneySchema.nullable(),
        reduction: z.object({ amount: moneySchema, percent: z.int() }).nullable(),
      })
      .optional(),
    changedAt: z.iso.datetime(),
    reason: z.string(),
  })
  .meta({ id: 'ScheduledPrice' });

export const listScheduledPrices = operation({
  id: 'listScheduledPrices',
  method: 'GET',
  path: '/v1/seller/offers/{sku}/scheduled-prices',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Prices stated ahead for an offer, past ones included, in order of when they begin',
  params: offerParams,
  responses: { 200: z.object({ items: z.array(scheduledPriceSchema) }).meta({ id: 'ScheduledPrices' }) },
  problems: ['OfferNotFound'],
});

export const putScheduledPrice = operation({
  id: 'putScheduledPrice',
  method: 'PUT',
  path: '/v1/seller/offers/{sku}/scheduled-prices/{scheduleId}',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'State a price ahead: a sale or another price of an offer in one market, for a time',
  description:
    'Idempotent by content. Quotes follow the window to the millisecond, pages when the offer is published anew. It begins in the future, ' +
    'and two of an offer in one market never overlap; once it has begun only its end may be moved. While it is in force it stands where the ' +
    'stated price stood, within the same bounds.',
  params: scheduleParams,
  body: scheduledPriceInputSchema,
  responses: { 200: scheduledPriceSchema, 201: scheduledPriceSchema },
  problems: ['OfferNotFound', 'ScheduledPriceRejected'],
});

export const deleteScheduledPrice = operation({
  id: 'deleteScheduledPrice',
  method: 'DELETE',
  path: '/v1/seller/offers/{sku}/scheduled-prices/{scheduleId}',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Take a price stated ahead back, or end it at once when it has begun',
  params: scheduleParams,
  responses: { 204: null },
  problems: ['OfferNotFound', 'ScheduledPriceNotFound'],
});
