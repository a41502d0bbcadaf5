import { z } from 'zod';
import { marketParams } from './markets.js';
import { operation } from './operation.js';
import {
  feeTableSchema,
  marketConsequences,
  marketDefinitionSchema,
  marketDifferenceSchema,
  taxTableSchema,
} from '../market/index.js';
import { moneySchema } from '../money.js';
import { countryCodeSchema, marketCodeSchema } from '../vocabulary.js';

const planTotalsSchema = z.object({
  net: moneySchema,
  tax: moneySchema,
  fees: moneySchema,
  shipping: moneySchema,
  gross: moneySchema,
});

/** What a definition and its tables would change, before anything is. */
export const marketPlanSchema = z
  .object({
    market: marketCodeSchema,
    action: z.enum(['create', 'change', 'none']),
    /** The version it was compared with, to be sent as `If-Match` when it is applied; 0 where there is no such market yet. */
    version: z.int().min(0),
    counts: z.array(z.object({ consequence: z.enum(marketConsequences), changes: z.int().positive() })),
    changes: z.array(marketDifferenceSchema),
    /** Rate tables that are new or say something else. */
    tables: z.array(z.object({ kind: z.enum(['tax', 'fee']), id: z.string(), change: z.enum(['added', 'changed']) })),
    offers: z.object({
      /** On sale in this region, and could be delivered under the planned definition. */
      deliverable: z.int(),
      /** With a price in the market; these are looked at one by one. */
      priced: z.int(),
      same: z.int(),
      /** What a buyer at home pays in all is another amount, or another tax is in it. */
      repriced: z.int(),
      /** Can be bought now and could not be. */
      stopping: z.int(),
      /** Cannot be bought now and could be. */
      starting: z.int(),
    }),
    /** Why offers stop, with how many stop for it. */
    reasons: z.array(z.object({ code: z.string(), offers: z.int().positive() })),
    prices: z.object({
      shipTo: z.object({ country: countryCodeSchema, region: z.string().optional() }),
      /** Repriced offers by how much the total moves, in parts per million; the first and last bucket hold all beyond them. */
      buckets: z.array(z.object({ fromPpm: z.int(), toPpm: z.int(), offers: z.int() })),
      /** Those that move or stop most, for a person to look at. */
      examples: z.array(
        z.object({
          offerId: z.uuid(),
          sku: z.string(),
          effect: z.enum(['repriced', 'stopping', 'starting']),
          reasons: z.array(z.string()),
          before: planTotalsSchema.nullable(),
          after: planTotalsSchema.nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'MarketPlan' });

export const planMarket = operation({
  id: 'planMarket',
  method: 'POST',
  path: '/v1/ops/markets/{market}/plan',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What a definition and its rate tables would change for buyers, without changing it',
  description:
    'Every offer with a price in the market is priced twice, as things are and as they would be, one unit to the market’s first country unless `shipTo` says otherwise. ' +
    'Stated prices are compared: price lists change neither side.',
  params: marketParams,
  body: z
    .strictObject({
      definition: marketDefinitionSchema,
      /** Tables that are sent along with it; those left out stay as they are stored. */
      taxTables: z.array(taxTableSchema).max(20).default([]),
      feeTables: z.array(feeTableSchema).max(100).default([]),
      shipTo: z
        .strictObject({
          country: countryCodeSchema,
          region: z.string().min(1).max(10).optional(),
          postalCode: z.string().min(1).max(16).optional(),
        })
        .optional(),
    })
    .meta({ id: 'PlanMarket', maxBytes: 4_194_304 }),
  responses: { 200: marketPlanSchema },
  problems: ['MarketInOtherRegion'],
});
