import { z } from 'zod';
import { operation } from './operation.js';
import { ifMatchHeaders, marketParams, opsMarketSchema } from './markets.js';
import { marketDifferenceSchema, marketConsequences, marketDefinitionSchema } from '../market/index.js';
import { countryCodeSchema, marketCodeSchema, marketStatusSchema } from '../vocabulary.js';

/** One change of a market: what it made of it, who made it and why. */
export const marketVersionSchema = z
  .object({
    market: marketCodeSchema,
    version: z.int().positive(),
    action: z.enum(['defined', 'moved', 'rolledBack']),
    status: marketStatusSchema,
    actor: z.string(),
    why: z.string().nullable(),
    changedAt: z.iso.datetime(),
    /** The version whose definition was taken up again. */
    fromVersion: z.int().positive().nullable(),
    /** Warnings of the readiness report that whoever opened it accepted, by check. */
    acceptedWarnings: z.array(z.string()),
  })
  .meta({ id: 'MarketVersion' });

export const listOpsMarkets = operation({
  id: 'listOpsMarkets',
  method: 'GET',
  path: '/v1/ops/markets',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Every market in every state, with its last change',
  responses: {
    200: z
      .object({
        items: z.array(
          z.object({
            market: marketCodeSchema,
            name: z.string(),
            version: z.int().positive(),
            status: marketStatusSchema,
            region: z.string(),
            currency: z.string(),
            countries: z.array(countryCodeSchema),
            locales: z.array(z.string()),
            /** Null in a region that keeps a copy: who changed a market is kept where it is written. */
            lastChange: marketVersionSchema.nullable(),
          }),
        ),
      })
      .meta({ id: 'OpsMarketList' }),
  },
  problems: [],
});

export const listMarketVersions = operation({
  id: 'listMarketVersions',
  method: 'GET',
  path: '/v1/ops/markets/{market}/versions',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Every version of a market, newest first: what changed it, who and why',
  params: marketParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,9}$/, '`nextCursor` of the page before, unchanged')
      .optional(),
  }),
  responses: {
    200: z
      .object({ items: z.array(marketVersionSchema), nextCursor: z.string().nullable() })
      .meta({ id: 'MarketVersionPage' }),
  },
  problems: ['MarketNotFound', 'NotTheWriterRegion'],
});

const versionSchema = z.int().min(1).max(999_999_999);

export const getMarketVersion = operation({
  id: 'getMarketVersion',
  method: 'GET',
  path: '/v1/ops/markets/{market}/versions/{version}',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A market as it was at one version',
  params: marketParams.extend({ version: z.coerce.number().pipe(versionSchema) }),
  responses: {
    200: marketVersionSchema.extend({ definition: marketDefinitionSchema }).meta({ id: 'MarketAtVersion' }),
  },
  problems: ['MarketNotFound', 'MarketVersionNotFound', 'NotTheWriterRegion'],
});

export const rollbackMarket = operation({
  id: 'rollbackMarket',
  method: 'POST',
  path: '/v1/ops/markets/{market}/rollback',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Take up the definition of an earlier version again',
  description:
    'The earlier definition becomes the newest version; nothing is unwritten, and the status stays. Where that version says what is said now, nothing changes.',
  params: marketParams,
  headers: ifMatchHeaders,
  body: z.strictObject({ version: versionSchema, why: z.string().min(3).max(500) }).meta({ id: 'RollbackMarket' }),
  responses: { 200: opsMarketSchema },
  problems: ['MarketNotFound', 'MarketVersionNotFound', 'NotTheWriterRegion', 'ConcurrentModification'],
});

export const diffMarket = operation({
  id: 'diffMarket',
  method: 'GET',
  path: '/v1/ops/markets/{market}/diff',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'What differs between a market and another, or an earlier version of itself',
  description: '`before` is what `against` names, `after` the market of the address as it stands.',
  params: marketParams,
  query: z.object({
    against: z
      .string()
      .regex(
        /^(\d{1,9}|[a-z]{2}(-[a-z0-9]{2,8})?)$/,
        'a market code such as "de", or a version of this market such as "3"',
      ),
  }),
  responses: {
    200: z
      .object({
        before: z.object({ market: marketCodeSchema, version: z.int().positive() }),
        after: z.object({ market: marketCodeSchema, version: z.int().positive() }),
        /** How many changes of each kind of consequence; kinds without any are not listed. */
        counts: z.array(z.object({ consequence: z.enum(marketConsequences), changes: z.int().positive() })),
        changes: z.array(marketDifferenceSchema),
      })
      .meta({ id: 'MarketDiff' }),
  },
  problems: ['MarketNotFound', 'MarketVersionNotFound', 'NotTheWriterRegion'],
});
