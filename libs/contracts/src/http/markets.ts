import { z } from 'zod';
import { operation } from './operation.js';
import { countryCodeSchema, marketCodeSchema, marketStatusSchema } from '../vocabulary.js';
import { marketDefinitionSchema } from '../market/index.js';

export const marketParams = z.object({ market: marketCodeSchema });

export const localeQuery = {
  locale: z.string().max(35).optional().meta({
    description:
      'BCP 47 tag. Wins over `Accept-Language`, which wins over the market’s default. The answer says `Content-Language`.',
  }),
};

/** A market as a storefront needs it. */
export const marketSchema = z
  .object({
    code: marketCodeSchema,
    name: z.string(),
    status: marketStatusSchema,
    region: z.string(),
    currency: z.string(),
    defaultLocale: z.string(),
    locales: z.array(z.string()),
    fallbackLocales: z.record(z.string(), z.array(z.string())),
    /** True where shown prices contain the tax. */
    taxInclusive: z.boolean(),
    countries: z.array(countryCodeSchema),
    paymentMethods: z.array(z.string()),
    shippingMethods: z.array(z.string()),
    /** Where to send this market's calls: each region has its own gateway. */
    gatewayUrl: z.string().optional(),
  })
  .meta({ id: 'Market' });

export const listMarkets = operation({
  id: 'listMarkets',
  method: 'GET',
  path: '/v1/markets',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Markets',
  summary: 'All markets a buyer may enter, in every region',
  query: z.object({ ...localeQuery }),
  responses: { 200: z.object({ items: z.array(marketSchema) }) },
  problems: [],
});

export const resolveMarket = operation({
  id: 'resolveMarket',
  method: 'GET',
  path: '/v1/markets/resolve',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Markets',
  summary: 'The market that serves a country',
  query: z.object({ country: countryCodeSchema, ...localeQuery }),
  responses: { 200: marketSchema },
  problems: ['MarketNotFound'],
});

export const getMarket = operation({
  id: 'getMarket',
  method: 'GET',
  path: '/v1/markets/{market}',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Markets',
  summary: 'One market',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  responses: { 200: marketSchema },
  problems: ['MarketNotFound'],
});

const whySchema = z.string().min(3).max(500);

/** The version a change was decided on, as the `ETag` of a read said it. `"0"`: there is no such market yet. */
export const ifMatchHeaders = z.object({
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d{1,9}"$/, 'the `ETag` of the market as you read it, such as "7"')
    .optional(),
});

/** A market as operations see it. */
export const opsMarketSchema = z
  .object({
    market: marketCodeSchema,
    version: z.int().positive(),
    status: marketStatusSchema,
    definition: marketDefinitionSchema,
    changed: z.boolean(),
  })
  .meta({ id: 'OpsMarket' });

export const getOpsMarket = operation({
  id: 'getOpsMarket',
  method: 'GET',
  path: '/v1/ops/markets/{market}',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A market’s definition, version and status',
  params: marketParams,
  responses: { 200: opsMarketSchema.omit({ changed: true }) },
  problems: ['MarketNotFound'],
});

export const putMarket = operation({
  id: 'putMarket',
  method: 'PUT',
  path: '/v1/ops/markets/{market}',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Define a market or change its definition',
  description:
    'Idempotent: the same definition again changes nothing and says `changed: false`. A new market starts as `draft`. With `If-Match` a definition that was decided on an older version is refused with `ConcurrentModification`.',
  params: marketParams,
  headers: ifMatchHeaders,
  query: z.object({ why: whySchema.optional().describe('Why; kept with who did it.') }),
  body: marketDefinitionSchema,
  responses: { 200: opsMarketSchema },
  problems: ['NotTheWriterRegion', 'ConcurrentModification'],
});

export const transitionMarket = operation({
  id: 'transitionMarket',
  method: 'POST',
  path: '/v1/ops/markets/{market}/transitions',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Move a market along its life cycle',
  description:
    'To `live` only when no check of the readiness report blocks, and none warns unless `acceptWarnings` says so: `MarketNotReady` lists them. What was checked is what opens: a change in between is a `ConcurrentModification`.',
  params: marketParams,
  headers: ifMatchHeaders,
  body: z.strictObject({
    to: marketStatusSchema,
    reason: whySchema,
    /** Open although checks warn; `reason` says why, and both are kept. */
    acceptWarnings: z.boolean().default(false),
    /** Which checks warned. Stated by the gateway, whatever a caller says. */
    acceptedWarnings: z.array(z.string().max(60)).max(50).optional(),
  }),
  responses: { 200: opsMarketSchema },
  problems: [
    'MarketNotFound',
    'MarketTransitionNotAllowed',
    'MarketNotReady',
    'NotTheWriterRegion',
    'ConcurrentModification',
  ],
});
