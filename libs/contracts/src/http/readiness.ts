import { z } from 'zod';
import { operation } from './operation.js';
import { marketParams } from './markets.js';
import { marketExamplesSchema } from '../market/index.js';
import { marketCodeSchema, marketStatusSchema } from '../vocabulary.js';

/** Everything that is asked of a market before it opens, and which service knows. One table, so that report, drill-down and gate agree. */
export const readinessChecks = {
  gradeWording: { service: 'catalog', title: 'Every grade is worded in every language' },
  translations: { service: 'catalog', title: 'Names and texts are in the market’s own languages' },
  legalTexts: { service: 'catalog', title: 'The sentences the law wants are in the market’s own languages' },
  shipping: { service: 'catalog', title: 'A shipping method reaches the market’s own countries' },
  payments: { service: 'catalog', title: 'There is a way to pay' },
  withdrawalFunction: { service: 'catalog', title: 'Buyers can withdraw with the labelled function' },
  guaranteeNotice: { service: 'catalog', title: 'The notice on the legal guarantee is shown' },
  priorPrice: { service: 'catalog', title: 'Reductions show the prior price' },
  unverifiedValues: { service: 'catalog', title: 'No value of the file is marked as doubtful' },
  taxRates: { service: 'pricing', title: 'Every place it delivers to has tax rates at the launch date' },
  feeTables: { service: 'pricing', title: 'Every fee the market names has its table' },
  charmRule: { service: 'pricing', title: 'Proposed prices get an ending the market is used to' },
  examples: { service: 'pricing', title: 'Worked examples are signed and come out to the cent' },
  fxFreshness: { service: 'pricing', title: 'Exchange rates for proposals and reports are fresh' },
  prices: { service: 'pricing', title: 'Offers that can be delivered have a price in the market' },
  offerTerms: { service: 'pricing', title: 'Priced offers keep the market’s rules' },
  stock: { service: 'pricing', title: 'Priced offers are in stock' },
  sellers: { service: 'pricing', title: 'Sellers serve the market' },
} as const satisfies Readonly<Record<string, { service: 'catalog' | 'pricing'; title: string }>>;

export type ReadinessCheckId = keyof typeof readinessChecks;

/** The services that know a part of it. */
export const readinessServices = ['catalog', 'pricing'] as const;

const checkIdSchema = z.enum(Object.keys(readinessChecks) as [ReadinessCheckId, ...ReadinessCheckId[]]);

export const readinessCheckSchema = z
  .object({
    check: checkIdSchema,
    title: z.string(),
    service: z.enum(readinessServices),
    /** `block`: the market may not open. `warn`: it may, once whoever opens it accepts that. */
    outcome: z.enum(['pass', 'warn', 'block']),
    /** How many of `total` fail; the items are listed one call further. */
    failing: z.int().min(0),
    total: z.int().min(0),
    message: z.string(),
  })
  .meta({ id: 'ReadinessCheck' });

const launchDate = z.iso.date().optional().describe('The day it is to open; today when left out.');

/** What one service says of its checks. */
export const serviceReadinessSchema = z
  .object({
    market: marketCodeSchema,
    /** The version of the market the service has heard. */
    version: z.int().positive(),
    checks: z.array(readinessCheckSchema),
  })
  .meta({ id: 'ServiceReadiness' });

export const getServiceReadiness = operation({
  id: 'getServiceReadiness',
  method: 'GET',
  path: '/v1/ops/markets/{market}/readiness/services/{service}',
  owner: 'catalog',
  sharedWith: ['pricing'],
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What one service knows of a market’s readiness',
  params: marketParams.extend({ service: z.enum(readinessServices) }),
  query: z.object({ date: launchDate }),
  responses: { 200: serviceReadinessSchema },
  problems: ['MarketNotFound', 'MarketInOtherRegion'],
});

export const getReadiness = operation({
  id: 'getReadiness',
  method: 'GET',
  path: '/v1/ops/markets/{market}/readiness',
  owner: 'gateway',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What is ready of a market, what warns and what blocks its opening',
  description:
    'Asks the services that know, at the gateway of the market’s own region. Every check is there, with counts; a service that does not answer fails the call, because a report with a hole is no report.',
  params: marketParams,
  query: z.object({
    date: launchDate,
    /** Waits until every service has heard this version of the market. */
    atVersion: z.coerce.number().int().min(1).max(999_999_999).optional(),
  }),
  responses: {
    200: z
      .object({
        market: marketCodeSchema,
        version: z.int().positive(),
        status: marketStatusSchema,
        date: z.iso.date(),
        ready: z.boolean(),
        blocking: z.int(),
        warnings: z.int(),
        passing: z.int(),
        checks: z.array(readinessCheckSchema),
      })
      .meta({ id: 'Readiness' }),
  },
  problems: ['MarketNotFound', 'MarketInOtherRegion'],
});

/** One thing that fails a check. */
export const readinessItemSchema = z
  .object({
    /** What it is about: `offer:<id>`, `seller:<id>`, a path of the definition, a country, an example’s claim. */
    subject: z.string(),
    message: z.string(),
  })
  .meta({ id: 'ReadinessItem' });

export const listReadinessItems = operation({
  id: 'listReadinessItems',
  method: 'GET',
  path: '/v1/ops/markets/{market}/readiness/{check}/items',
  owner: 'catalog',
  sharedWith: ['pricing'],
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Everything that fails one check',
  params: marketParams.extend({ check: checkIdSchema }),
  query: z.object({
    date: launchDate,
    limit: z.coerce.number().int().min(1).max(500).default(50),
    /** `nextCursor` of the page before. */
    cursor: z.string().min(1).max(200).optional(),
  }),
  responses: {
    200: z
      .object({ check: checkIdSchema, items: z.array(readinessItemSchema), nextCursor: z.string().nullable() })
      .meta({ id: 'ReadinessItems' }),
  },
  problems: ['MarketNotFound', 'MarketInOtherRegion'],
});

export const putMarketExamples = operation({
  id: 'putMarketExamples',
  method: 'PUT',
  path: '/v1/ops/markets/{market}/examples',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Store the worked examples finance signed for a market',
  description: 'Idempotent by content; every version is kept. Readiness prices each of them with the engine.',
  params: marketParams,
  body: marketExamplesSchema,
  responses: {
    200: z
      .object({ market: marketCodeSchema, version: z.int(), examples: z.int(), changed: z.boolean() })
      .meta({ id: 'ExamplesStored' }),
  },
  problems: [],
});
