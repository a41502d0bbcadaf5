import { z } from 'zod';
import { fxRateSchema } from './fx-rates.js';
import { amountSchema, skuSchema } from './offers.js';
import { operation } from './operation.js';
import { moneySchema } from '../money.js';
import { gradeSchema, marketCodeSchema } from '../vocabulary.js';

const whySchema = z.string().min(3).max(500);
const setParams = z.object({ proposalId: z.uuid() });
/** Parts per million: 50000 adds 5 %. */
const marginSchema = z.int().min(-900_000).max(10_000_000);
const outlierSchema = z.int().min(1).max(10_000_000);

/** The version a decision was taken on: people edit a proposal side by side. */
const ifMatchHeaders = z.object({
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d{1,9}"$/, 'the `ETag` of the proposal as you read it, such as "7"')
    .optional(),
});

/**
 * What a row can be asked by. `toApply` are those approval gives a price; the others say why a row is looked at or left out.
 */
export const proposalRowFilters = [
  'all',
  'toApply',
  'outlier',
  'belowCost',
  'belowMin',
  'blocked',
  'optedOut',
  'excluded',
  'edited',
  'applied',
  'skipped',
] as const;

const rowFilterSchema = z.enum(proposalRowFilters);

/** How many rows answer to each filter. */
const countsSchema = z.object(
  Object.fromEntries(proposalRowFilters.map((filter) => [filter, z.int().min(0)])) as Record<
    (typeof proposalRowFilters)[number],
    z.ZodInt
  >,
);

/** A set of proposed prices: made from dated rates once, then looked at, edited and decided by people. */
export const priceProposalSchema = z
  .object({
    id: z.uuid(),
    version: z.int().positive(),
    /** `building` and `applying` go on by themselves and are looked at again; `review` waits for a person. */
    status: z.enum(['building', 'review', 'applying', 'applied', 'discarded']),
    fromMarket: marketCodeSchema,
    toMarket: marketCodeSchema,
    currency: z.string(),
    /** Day the rates are of. */
    date: z.iso.date(),
    source: z.enum(['ecb']),
    rates: z.array(fxRateSchema),
    marginPpm: marginSchema,
    outlierPpm: outlierSchema,
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    why: z.string(),
    /** Who approved or discarded it; null while nobody has. */
    decision: z.object({ by: z.string(), at: z.iso.datetime(), why: z.string() }).nullable(),
    counts: countsSchema,
  })
  .meta({ id: 'PriceProposal' });

export const priceProposalRowSchema = z
  .object({
    offerId: z.uuid(),
    sellerId: z.uuid(),
    sku: z.string(),
    variantId: z.uuid(),
    grade: gradeSchema,
    /** The price in the market it is taken from. */
    from: moneySchema,
    converted: moneySchema,
    withMargin: moneySchema,
    proposed: moneySchema,
    /** What approval would give: the proposed price, or what a person made of it. */
    price: moneySchema,
    minPrice: moneySchema.nullable(),
    maxPrice: moneySchema.nullable(),
    /** Median of the same variant and grade: in the target market where it is sold there, else in the source market, with rate and margin. */
    reference: z.object({ price: moneySchema, of: z.enum(['target', 'source']) }).nullable(),
    deviationPpm: z.int().nullable(),
    /** The dearest unit on the shelf, in the target's currency; null where its seller registers none. */
    unitCost: moneySchema.nullable(),
    outlier: z.boolean(),
    /** Below what a unit cost its seller, tax not even taken off. */
    belowCost: z.boolean(),
    belowMin: z.boolean(),
    optedOut: z.boolean(),
    excluded: z.boolean(),
    edited: z.boolean(),
    /** Why the target market would refuse the price; such a row is not applied. */
    blockers: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
    outcome: z.enum(['pending', 'applied', 'skipped']),
    /** Why a row that was approved got no price. */
    skipped: z
      .enum(['pricedMeanwhile', 'offerGone', 'sourcePriceChanged', 'optedOut', 'sellerInactive', 'refusedByMarket'])
      .nullable(),
  })
  .meta({ id: 'PriceProposalRow' });

export const beginPriceProposal = operation({
  id: 'beginPriceProposal',
  method: 'PUT',
  path: '/v1/ops/price-proposals/{proposalId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Propose prices for every offer of one market in another, to be reviewed',
  description:
    'The id is yours, so that asking twice begins one. Rates of one day × margin, rounded once, then the target’s charm rule, never below a seller’s `minPrice`. It is ' +
    '`building` until every offer has its row, then in `review`. Nothing has a price before it is approved, and nothing is ever converted at the moment of a sale.',
  params: setParams,
  body: z
    .strictObject({
      fromMarket: marketCodeSchema,
      toMarket: marketCodeSchema,
      date: z.iso.date().optional().describe('Day of the rates; today when left out.'),
      source: z.enum(['ecb']).default('ecb'),
      marginPpm: marginSchema.default(0),
      /** A price farther than this from its reference is an outlier. */
      outlierPpm: outlierSchema.default(250_000),
      why: whySchema,
    })
    .meta({ id: 'BeginPriceProposal' }),
  responses: { 200: priceProposalSchema, 201: priceProposalSchema },
  problems: ['MarketNotFound', 'MarketInOtherRegion', 'FxRateMissing', 'FxRateStale', 'ConcurrentModification'],
});

export const listPriceProposals = operation({
  id: 'listPriceProposals',
  method: 'GET',
  path: '/v1/ops/price-proposals',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Sets of proposed prices, newest first',
  query: z.object({
    market: marketCodeSchema.optional().describe('Only those for this market.'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,18}$/, '`nextCursor` of the page before, unchanged')
      .optional(),
  }),
  responses: {
    200: z
      .object({ items: z.array(priceProposalSchema), nextCursor: z.string().nullable() })
      .meta({ id: 'PriceProposalPage' }),
  },
  problems: [],
});

export const getPriceProposal = operation({
  id: 'getPriceProposal',
  method: 'GET',
  path: '/v1/ops/price-proposals/{proposalId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A set of proposed prices: its terms, state and counts',
  params: setParams,
  responses: { 200: priceProposalSchema },
  problems: ['PriceProposalNotFound'],
});

export const listPriceProposalRows = operation({
  id: 'listPriceProposalRows',
  method: 'GET',
  path: '/v1/ops/price-proposals/{proposalId}/rows',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Proposed prices, by offer or the farthest from their reference first',
  params: setParams,
  query: z.object({
    only: rowFilterSchema.default('all'),
    seller: z.uuid().optional(),
    sort: z.enum(['offer', 'deviation']).default('offer'),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,12}:[0-9a-f-]{36}$/, '`nextCursor` of the page before, unchanged')
      .optional(),
  }),
  responses: {
    200: z
      .object({ items: z.array(priceProposalRowSchema), total: z.int(), nextCursor: z.string().nullable() })
      .meta({ id: 'PriceProposalRows' }),
  },
  problems: ['PriceProposalNotFound'],
});

export const getPriceProposalHistogram = operation({
  id: 'getPriceProposalHistogram',
  method: 'GET',
  path: '/v1/ops/price-proposals/{proposalId}/histogram',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'How far proposed prices are from their references, in buckets',
  description: 'The first and the last bucket hold everything beyond them. Bands are where a row becomes an outlier.',
  params: setParams,
  query: z.object({ buckets: z.coerce.number().int().min(4).max(100).default(24) }),
  responses: {
    200: z
      .object({
        bandPpm: z.object({ low: z.int(), high: z.int() }),
        /** From `fromPpm` on and below `toPpm` away from the reference. */
        buckets: z.array(z.object({ fromPpm: z.int(), toPpm: z.int(), rows: z.int() })),
        withoutReference: z.int(),
      })
      .meta({ id: 'PriceProposalHistogram' }),
  },
  problems: ['PriceProposalNotFound'],
});

export const editPriceProposal = operation({
  id: 'editPriceProposal',
  method: 'POST',
  path: '/v1/ops/price-proposals/{proposalId}/edits',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Change proposed prices, or leave rows out, one or all that answer to a filter',
  description: 'All of it or nothing. Send the `ETag` as `If-Match`: whoever edited first wins, the other is told.',
  params: setParams,
  headers: ifMatchHeaders,
  body: z
    .strictObject({
      rows: z.union([
        z.strictObject({ offerIds: z.array(z.uuid()).min(1).max(1_000) }),
        z.strictObject({ only: rowFilterSchema, seller: z.uuid().optional() }),
      ]),
      change: z.discriminatedUnion('type', [
        /** Exactly this price. */
        z.strictObject({ type: z.literal('setAmount'), amount: amountSchema }),
        /** The proposed price moved by this much, then the charm rule inside the seller’s bounds. */
        z.strictObject({ type: z.literal('adjust'), ppm: marginSchema }),
        z.strictObject({ type: z.literal('exclude') }),
        z.strictObject({ type: z.literal('include') }),
        /** As it was proposed, and included. */
        z.strictObject({ type: z.literal('reset') }),
      ]),
    })
    .meta({ id: 'EditPriceProposal' }),
  responses: { 200: priceProposalSchema.extend({ changedRows: z.int() }).meta({ id: 'PriceProposalEdited' }) },
  problems: ['PriceProposalNotFound', 'PriceProposalNotInThatState', 'ConcurrentModification'],
});

export const decidePriceProposal = operation({
  id: 'decidePriceProposal',
  method: 'POST',
  path: '/v1/ops/price-proposals/{proposalId}/decision',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Approve proposed prices, or discard them',
  description:
    'Approved offers get their prices in batches; what happened since to an offer or its seller is respected, row by row. Prices below cost are only given when ' +
    '`acceptBelowCost` says so.',
  params: setParams,
  headers: ifMatchHeaders,
  body: z
    .strictObject({
      decision: z.enum(['approve', 'discard']),
      why: whySchema,
      acceptBelowCost: z.boolean().default(false),
    })
    .meta({ id: 'DecidePriceProposal' }),
  responses: { 200: priceProposalSchema },
  problems: [
    'PriceProposalNotFound',
    'PriceProposalNotInThatState',
    'PriceProposalBelowCost',
    'ConcurrentModification',
  ],
});

/** Where a seller wants no price proposed and given in its name. */
export const seedingRefusalSchema = z
  .strictObject({
    /** Nowhere. */
    everywhere: z.boolean().default(false),
    markets: z.array(marketCodeSchema).max(100).default([]),
    /** Offers left out everywhere. */
    skus: z.array(skuSchema).max(10_000).default([]),
  })
  .meta({ id: 'SeedingRefusal' });

export const putSeedingRefusal = operation({
  id: 'putSeedingRefusal',
  method: 'PUT',
  path: '/v1/seller/price-seeding',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Say where you want no price given in your name when a market opens',
  description: 'Holds for proposals in review too: what is refused before a row is applied is not applied.',
  body: seedingRefusalSchema,
  responses: { 200: seedingRefusalSchema },
  problems: ['SellerNotRegistered'],
});

export const getSeedingRefusal = operation({
  id: 'getSeedingRefusal',
  method: 'GET',
  path: '/v1/seller/price-seeding',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Where you want no price given in your name',
  responses: { 200: seedingRefusalSchema },
  problems: ['SellerNotRegistered'],
});
