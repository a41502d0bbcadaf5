import { z } from 'zod';
import { operation } from './operation.js';
import { marketParams } from './markets.js';
import { moneySchema } from '../money.js';

/** Who changed what when, from what to what and why. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    /** `offer:<offerId>`, `priceList:<listId>` or `market:<code>`. */
    entity: z.string(),
    /** `priceChanged` is the displayed price, `statedPriceChanged` a seller's behind a price list, `schedule…` a price a seller states ahead; else what became of a list or a market. */
    action: z.enum([
      'priceChanged',
      'statedPriceChanged',
      'scheduleCreated',
      'scheduleUpdated',
      'scheduleWithdrawn',
      'listCreated',
      'listUpdated',
      'listDeleted',
      'marketDefined',
      'marketMoved',
      'marketRolledBack',
    ]),
    market: z.string(),
    /** When it took effect. */
    at: z.iso.datetime(),
    /** When it was written down. */
    recordedAt: z.iso.datetime(),
    actor: z.object({ subject: z.string(), role: z.string() }),
    /** A displayed price, one stated ahead, a list as it was stated, or a market's version and status; null where there was or is none. */
    from: z.unknown(),
    to: z.unknown(),
    why: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/v1/ops/audit',
  owner: 'pricing',
  sharedWith: ['catalog'],
  policy: ['ops', 'finance'],
  tag: 'Operations',
  summary: 'Every change of a displayed price, a price list or a market, newest first',
  description:
    'Without an entity: prices and price lists of this region. Markets are asked for by name, or all of them with `market:*`; their changes are kept where markets are written.',
  query: z.object({
    entity: z
      .string()
      .regex(
        /^(offer:[0-9a-f-]{36}|priceList:[a-z0-9-]{1,60}|market:(\*|[A-Za-z]{2}(-[A-Za-z0-9]{2,8})?))$/,
        '"offer:<offerId>", "priceList:<listId>", "market:<code>" or "market:*"',
      )
      .optional(),
    /** Only what was written down at this moment or later. */
    from: z.iso.datetime({ offset: true }).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,18}$/, '`nextCursor` of the page before, unchanged')
      .optional(),
  }),
  responses: {
    200: z.object({ items: z.array(auditEntrySchema), nextCursor: z.string().nullable() }).meta({ id: 'AuditPage' }),
  },
  problems: ['NotTheWriterRegion'],
});

/** A price as it was displayed, from `from` until `to`. */
export const displayedPriceSchema = z
  .object({
    from: z.iso.datetime(),
    /** Null while it still is. */
    to: z.iso.datetime().nullable(),
    /** Null while the offer was not for sale in the market. */
    price: moneySchema.nullable(),
    priorPrice: moneySchema.nullable(),
    /** Whether it was announced as a reduction. */
    announced: z.boolean(),
    offerVersion: z.int(),
  })
  .meta({ id: 'DisplayedPrice' });

export const getPriceHistory = operation({
  id: 'getPriceHistory',
  method: 'GET',
  path: '/v1/markets/{market}/offers/{offerId}/price-history',
  owner: 'pricing',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Every price an offer was displayed at in a market, newest first',
  description: 'Public, because buyers may check an announced reduction against it.',
  params: marketParams.extend({ offerId: z.uuid() }),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,18}$/, '`nextCursor` of the page before, unchanged')
      .optional(),
  }),
  responses: {
    200: z
      .object({
        offerId: z.uuid(),
        market: z.string(),
        items: z.array(displayedPriceSchema),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'PriceHistory' }),
  },
  problems: ['MarketNotFound', 'MarketInOtherRegion', 'OfferNotFound'],
});
