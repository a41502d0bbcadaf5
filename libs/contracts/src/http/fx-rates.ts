import { z } from 'zod';
import { moneySchema } from '../money.js';
import { gradeSchema, marketCodeSchema } from '../vocabulary.js';
import { operation } from './operation.js';

const daySchema = z.iso.date();
const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "USD"');
const fxSourceSchema = z.enum(['ecb']).default('ecb').describe('Who published the rates.');

export const fxRateSchema = z
  .object({
    date: daySchema,
    currency: currencySchema,
    /** Units of the currency per unit of the base, exactly as published. */
    rate: z.string(),
    /** Above 1 where the source corrected itself. */
    version: z.int(),
    /** Distance from the day published before, in parts per million; null for the first. */
    changePpm: z.int().nullable(),
    /** The change is larger than what is let pass unseen. */
    jump: z.boolean(),
  })
  .meta({ id: 'FxRate' });

export const importFxRates = operation({
  id: 'importFxRates',
  method: 'POST',
  path: '/v1/ops/fx-rates',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Store reference rates from a file of their publisher',
  description:
    'The ECB’s XML (daily, 90 days, history), its history CSV, or NDJSON lines `{date,currency,rate}`; rates are units of a currency per 1 EUR. All of the file is ' +
    'stored or none of it. Append-only: a quote that is known changes nothing, one that differs becomes the next version. `N/A` is skipped.',
  query: z.object({ source: fxSourceSchema }),
  body: z.any().meta({
    description: 'The file as published.',
    contentType: ['application/xml', 'text/xml', 'text/csv', 'application/x-ndjson'],
  }),
  responses: {
    200: z
      .object({
        source: z.string(),
        rates: z.int(),
        stored: z.int(),
        corrected: z.int(),
        unchanged: z.int(),
        /** Cells without a quote. */
        notQuoted: z.int(),
        /** Codes that are no currency any more. */
        ignoredCurrencies: z.array(z.string()),
        firstDate: daySchema,
        lastDate: daySchema,
        jumpCount: z.int(),
        /** The newest hundred. */
        jumps: z.array(fxRateSchema),
      })
      .meta({ id: 'FxImport' }),
  },
  problems: ['FxRatesRejected'],
});

export const listFxRates = operation({
  id: 'listFxRates',
  method: 'GET',
  path: '/v1/ops/fx-rates',
  owner: 'pricing',
  policy: ['ops', 'finance'],
  tag: 'Operations',
  summary: 'The rates that count for a day',
  description:
    'On a day without a quote (weekends, TARGET holidays) the last one before it counts, or with `quote=next` the first one after it. ' +
    '`stale` says that a rate has missed too many TARGET days to be used for that day.',
  query: z.object({
    source: fxSourceSchema,
    date: daySchema.optional().describe('Today when left out.'),
    currency: currencySchema.optional(),
    quote: z.enum(['previous', 'next']).default('previous'),
  }),
  responses: {
    200: z
      .object({
        source: z.string(),
        base: currencySchema,
        date: daySchema,
        maxAgeDays: z.int(),
        items: z.array(
          fxRateSchema.extend({
            /** TARGET days between the quote and the day asked for. */
            ageDays: z.int(),
            stale: z.boolean(),
          }),
        ),
        /** The newest jumps up to that day, to be looked at. */
        jumps: z.array(fxRateSchema),
      })
      .meta({ id: 'FxRateList' }),
  },
  problems: [],
});

export const proposePrices = operation({
  id: 'proposePrices',
  method: 'POST',
  path: '/v1/ops/price-proposals',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What offers of one market could cost in another, where they are not sold yet',
  description:
    'Changes nothing. Exchange rate × margin, rounded once, then the target market’s charm rule, never below the seller’s `minPrice`. Each proposal says what would ' +
    'refuse it in the target market, and whether it is far from what the same goods cost there. Tax is not moved: see `taxInclusive` of both markets.',
  body: z.strictObject({
    fromMarket: marketCodeSchema,
    toMarket: marketCodeSchema,
    date: daySchema.optional().describe('Day of the rates; today when left out.'),
    source: fxSourceSchema,
    /** 50000 adds 5 %. */
    marginPpm: z.int().min(-900_000).max(10_000_000).default(0),
    /** A proposal farther than this from the median of the same goods in the target market is an outlier. */
    outlierPpm: z.int().min(1).max(10_000_000).default(250_000),
    limit: z.int().min(1).max(1_000).default(200),
    after: z.uuid().optional().describe('Offers after this one.'),
  }),
  responses: {
    200: z
      .object({
        fromMarket: z.object({ code: z.string(), currency: currencySchema, taxInclusive: z.boolean() }),
        toMarket: z.object({ code: z.string(), currency: currencySchema, taxInclusive: z.boolean() }),
        date: daySchema,
        /** Quotes used, each with its own day. */
        rates: z.array(fxRateSchema),
        items: z.array(
          z.object({
            offerId: z.uuid(),
            sellerId: z.uuid(),
            sku: z.string(),
            variantId: z.uuid(),
            grade: gradeSchema,
            from: moneySchema,
            converted: moneySchema,
            withMargin: moneySchema,
            minPrice: moneySchema.nullable(),
            proposed: moneySchema,
            /** Median of the same variant and grade in the target market; null where nobody sells it. */
            usual: moneySchema.nullable(),
            deviationPpm: z.int().nullable(),
            outlier: z.boolean(),
            /** Why the target market would refuse it. */
            blockers: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
          }),
        ),
        outliers: z.int(),
        blocked: z.int(),
        nextAfter: z.string().nullable(),
      })
      .meta({ id: 'PriceProposals' }),
  },
  problems: ['MarketNotFound', 'FxRateMissing', 'FxRateStale'],
});
