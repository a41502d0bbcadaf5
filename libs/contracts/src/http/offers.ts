import { z } from 'zod';
import { operation } from './operation.js';
import { marketParams } from './markets.js';
import { moneySchema } from '../money.js';
import { countryCodeSchema, gradeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';

/** An amount as people write one: up to four decimals pass here, and what the currency allows is checked where it is known. */
export const amountSchema = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'a decimal string such as "499.00"');

export const skuSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dot, dash, underscore; 64 at most');

const postalCodeSchema = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9 -]{0,10}[A-Za-z0-9])$/, 'a postal code such as "9000-001"');

export const offerInputSchema = z
  .strictObject({
    variantId: z.uuid(),
    grade: gradeSchema,
    /** What the seller has to sell, units already promised to buyers included. Zero takes the offer off sale. */
    quantity: z.int().min(0).max(10_000),
    vatScheme: vatSchemeSchema,
    warrantyMonths: z.int().min(0).max(120),
    batteryHealth: z.int().min(1).max(100).optional(),
    shipsFrom: countryCodeSchema,
    /** Where in that country. Say it where a part of it has a VAT of its own, or none: Madeira, the Azores, the Canary Islands. */
    shipsFromPostalCode: postalCodeSchema.optional(),
    prices: z
      .array(
        z.strictObject({
          market: marketCodeSchema,
          amount: amountSchema,
          /** May be left out: a market has one currency. When given it must be that one. */
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/)
            .optional(),
          minPrice: amountSchema.optional(),
          maxPrice: amountSchema.optional(),
        }),
      )
      .min(1)
      .max(40),
  })
  .meta({ id: 'OfferInput' });

export const sellerOfferSchema = z
  .object({
    offerId: z.uuid(),
    sellerId: z.uuid(),
    sku: skuSchema,
    version: z.int().positive(),
    status: z.enum(['active', 'delisted']),
    productId: z.uuid(),
    variantId: z.uuid(),
    grade: gradeSchema,
    quantity: z.int(),
    vatScheme: vatSchemeSchema,
    warrantyMonths: z.int(),
    batteryHealth: z.int().optional(),
    shipsFrom: countryCodeSchema,
    shipsFromPostalCode: z.string().optional(),
    prices: z.array(
      z.object({
        market: marketCodeSchema,
        price: moneySchema,
        minPrice: moneySchema.optional(),
        maxPrice: moneySchema.optional(),
      }),
    ),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'SellerOffer' });

export const putSellerOffer = operation({
  id: 'putSellerOffer',
  method: 'PUT',
  path: '/v1/seller/offers/{sku}',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Create or replace an offer',
  description: 'Idempotent. Markets of other regions are refused: state their prices at that region’s gateway.',
  params: z.object({ sku: skuSchema }),
  body: offerInputSchema,
  responses: { 200: sellerOfferSchema, 201: sellerOfferSchema },
  problems: ['SellerNotRegistered', 'SellerSuspended', 'OfferRejected', 'MarketInOtherRegion'],
});

export const getSellerOffer = operation({
  id: 'getSellerOffer',
  method: 'GET',
  path: '/v1/seller/offers/{sku}',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'An offer as its seller stated it',
  params: z.object({ sku: skuSchema }),
  responses: { 200: sellerOfferSchema },
  problems: ['OfferNotFound'],
});

/** Why an offer can or cannot be bought, as codes a program reads. */
export const buyabilitySchema = z
  .object({
    buyable: z.boolean(),
    blockers: z.array(
      z.object({
        code: z.enum([
          'noPrice',
          'notPublished',
          'noStock',
          'quantityExceeded',
          'noTaxRate',
          'noShipping',
          'untranslated',
          'gradeNotAllowed',
          'sellerSuspended',
          'marketNotServed',
          'qualityGate',
          'marketNotLive',
          'delisted',
        ]),
        message: z.string(),
      }),
    ),
    /** Does not keep anybody from buying; its seller should mend it. `marginRefused`: units that art. 314 keeps out of the margin scheme. */
    warnings: z.array(z.object({ code: z.enum(['marginRefused']), message: z.string() })).optional(),
  })
  .meta({ id: 'Buyability' });

export const getOfferPrice = operation({
  id: 'getOfferPrice',
  method: 'GET',
  path: '/v1/markets/{market}/offers/{offerId}/price',
  owner: 'pricing',
  // A seller's or operator's token adds what units cost and what is still to come; without one the answer is everybody's.
  policy: ['public', 'seller', 'ops'],
  tag: 'Storefront',
  summary: 'The price of an offer and, on request, how it came about',
  params: marketParams.extend({ offerId: z.uuid() }),
  query: z.object({
    quantity: z.coerce.number().int().min(1).max(100).default(1),
    explain: z.enum(['true', 'false']).default('false'),
    /**
     * What was displayed at a moment; now when left out. Operators and the offer's own seller may ask about a moment to come too: what will
     * be displayed if nothing changes.
     */
    at: z.iso.datetime({ offset: true }).optional(),
    /** Where to, for the tax and fees of an explanation; the market's first country when left out. */
    country: countryCodeSchema.optional(),
    region: z.string().max(10).optional(),
    postalCode: z.string().max(12).optional(),
  }),
  responses: {
    200: z
      .object({
        offerId: z.uuid(),
        market: z.string(),
        quantity: z.int(),
        unitPrice: moneySchema.nullable(),
        total: moneySchema.nullable(),
        taxInclusive: z.boolean(),
        /** Levies inside the total whose amount the law wants shown beside it, such as the French éco-participation and copie privée. */
        includedLevies: z
          .array(z.object({ id: z.string(), name: z.string(), amount: moneySchema, amountInclTax: moneySchema }))
          .optional(),
        /** The lowest price of the days before an announced reduction (Directive 98/6/EC art. 6a). */
        priorPrice: moneySchema.nullable(),
        /** How much less than the prior price that is; percent is whole, rounded down. */
        reduction: z.object({ amount: moneySchema, percent: z.int() }).nullable(),
        /** The moment the answer is about. */
        at: z.iso.datetime(),
        /** `offer` or `priceList:<id>@<version>`; null without a price. */
        source: z.string().nullable(),
        /** Version of the offer that showed it; null before there was any. */
        offerVersion: z.int().nullable(),
        /** Of a moment that has passed only whether there was a price is known. */
        buyability: buyabilitySchema,
        candidates: z
          .array(
            z.object({
              source: z.string(),
              price: moneySchema.nullable(),
              outcome: z.enum(['won', 'lost', 'rejected']),
              reason: z.string(),
            }),
          )
          .optional(),
        steps: z.array(z.object({ step: z.string(), detail: z.string(), price: moneySchema.optional() })).optional(),
        /** VAT on the margin of each unit on the shelf, at this price. For the offer's seller and for operators alone. */
        margin: z
          .object({
            /** The state the goods leave, and its rate (Directive 2006/112/EC art. 35 and 315). */
            jurisdiction: z.string(),
            rate: z.string(),
            units: z.array(
              z.object({
                unitId: z.uuid(),
                cost: moneySchema,
                eligible: z.boolean(),
                refusal: z.object({ code: z.string(), message: z.string() }).optional(),
                margin: moneySchema.optional(),
                tax: moneySchema.optional(),
                netMargin: moneySchema.optional(),
              }),
            ),
          })
          .optional(),
      })
      .meta({ id: 'OfferPrice' }),
  },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'OfferNotFound'],
});
