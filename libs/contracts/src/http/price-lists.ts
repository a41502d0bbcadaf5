import { z } from 'zod';
import { operation } from './operation.js';
import { amountSchema } from './offers.js';
import { productCategorySchema } from '../events/catalog-product.v1.js';
import { gradeSchema, marketCodeSchema } from '../vocabulary.js';

const listParams = z.object({
  listId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a list id such as "black-friday-fr"'),
});

const whySchema = z.string().min(3).max(500);

const statedAmount = {
  amount: amountSchema,
  /** May be left out: a market has one currency. When given it must be that one. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
};

/** What a list makes of the price a seller stated. Lists never stack: each works on that price. */
export const priceAdjustmentSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('percentOff'),
      /** Above 0 and below 100, as a decimal: `"7.5"`. */
      percent: z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, 'a decimal string such as "7.5"'),
      /** How the exact result becomes a price of the currency. */
      rounding: z.enum(['halfUp', 'halfEven', 'floor', 'ceil', 'towardZero']).default('halfUp'),
    }),
    z.strictObject({ type: z.literal('amountOff'), ...statedAmount }),
    z.strictObject({
      type: z.literal('fixedPrices'),
      prices: z
        .array(z.strictObject({ offerId: z.uuid(), ...statedAmount }))
        .min(1)
        .max(2000),
    }),
  ])
  .meta({ id: 'PriceAdjustment' });

const stated = {
  /** `sale` is announced: pages show the prior price beside it where the market's law has one. `override` is just another price. */
  kind: z.enum(['sale', 'override']),
  title: z.string().min(1).max(120),
  /** Higher wins; among equals the list for fewer offers. */
  priority: z.int().min(0).max(1000).default(0),
  /** In force from this moment on; from now on when it has passed. */
  validFrom: z.iso.datetime({ offset: true }),
  /** In force until this moment, which is no longer in it; without end when left out. */
  validTo: z.iso.datetime({ offset: true }).optional(),
  rules: z.strictObject({
    market: marketCodeSchema,
    seller: z.uuid().optional(),
    category: productCategorySchema.optional(),
    grade: gradeSchema.optional(),
    /** Units of one offer from which the list applies. A list from two on is seen in quotes only: a page shows the price of one. */
    minQuantity: z.int().min(1).max(100).default(1),
  }),
  adjustment: priceAdjustmentSchema,
};

export const priceListInputSchema = z
  .strictObject({
    ...stated,
    /** Why, for the audit. */
    reason: whySchema,
  })
  .meta({ id: 'PriceListInput' });

export const priceListSchema = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    status: z.enum(['scheduled', 'active', 'ended']),
    ...stated,
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'PriceList' });

export const putPriceList = operation({
  id: 'putPriceList',
  method: 'PUT',
  path: '/v1/ops/price-lists/{listId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'State a price list: a sale or another price for some offers of a market, for a time',
  description:
    'Idempotent by content. Quotes follow the window to the millisecond; pages as fast as the offers it covers are published. A price ' +
    'outside a seller’s own minPrice and maxPrice, or the market’s limits, does not hold: that offer keeps its price. A list that ties ' +
    'with another is refused and the other named.',
  params: listParams,
  body: priceListInputSchema,
  responses: { 200: priceListSchema, 201: priceListSchema },
  problems: ['PriceListRejected', 'OverlappingPriceValidity'],
});

export const getPriceList = operation({
  id: 'getPriceList',
  method: 'GET',
  path: '/v1/ops/price-lists/{listId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A price list as it stands',
  params: listParams,
  responses: { 200: priceListSchema },
  problems: ['PriceListNotFound'],
});

export const deletePriceList = operation({
  id: 'deletePriceList',
  method: 'DELETE',
  path: '/v1/ops/price-lists/{listId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'End a price list at once',
  description: 'Its versions stay in the audit. Offers it covered show the next list in line, or their seller’s price.',
  params: listParams,
  query: z.object({ reason: whySchema }),
  responses: { 204: null },
  problems: ['PriceListNotFound'],
});

export const listPriceLists = operation({
  id: 'listPriceLists',
  method: 'GET',
  path: '/v1/ops/price-lists',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Price lists, past ones included, in order of id',
  query: z.object({
    market: marketCodeSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `nextCursor` of the page before. */
    cursor: listParams.shape.listId.optional(),
  }),
  responses: {
    200: z.object({ items: z.array(priceListSchema), nextCursor: z.string().nullable() }).meta({ id: 'PriceListPage' }),
  },
  problems: [],
});
