import { z } from 'zod';
import { operation } from './operation.js';
import { localeQuery, marketParams } from './markets.js';
import { moneySchema } from '../money.js';
import { feeSchema, taxDecisionSchema, taxLineSchema, totalsSchema } from '../tax-line.js';
import { countryCodeSchema, gradeSchema, vatSchemeSchema } from '../vocabulary.js';

export const shipToSchema = z
  .strictObject({
    country: countryCodeSchema,
    /** State or province, where tax or delivery needs it: `CA`, `NY`. */
    region: z.string().min(1).max(60).optional(),
    city: z.string().min(1).max(120).optional(),
    postalCode: z.string().min(2).max(12).optional(),
  })
  .meta({ id: 'ShipTo' });

export const lineInputSchema = z.strictObject({ offerId: z.uuid(), quantity: z.int().min(1).max(100) });

export const quoteLineSchema = z
  .object({
    offerId: z.uuid(),
    sellerId: z.uuid(),
    variantId: z.uuid(),
    grade: gradeSchema,
    vatScheme: vatSchemeSchema,
    quantity: z.int(),
    unitPrice: moneySchema,
    /** This line's part of a voucher: `quantity × unitPrice − discount` is what the line costs as shown. */
    discount: moneySchema.optional(),
    net: moneySchema,
    tax: moneySchema,
    gross: moneySchema,
    taxLines: z.array(taxLineSchema),
    /** Who owes this line's tax to the state: the seller, or the marketplace (facilitator, deemed supplier). */
    taxCollectionResponsibility: z.enum(['SELLER', 'MARKETPLACE']).optional(),
    taxDecision: taxDecisionSchema.optional(),
    fees: z.array(feeSchema),
    /** Levies already inside the price that the law wants shown, such as the French copie privée. Part of no total. */
    includedLevies: z.array(
      z.object({ id: z.string(), name: z.string(), amount: moneySchema, amountInclTax: moneySchema }),
    ),
  })
  .meta({ id: 'QuoteLine' });

/** Delivery: `amount` without tax (in `totals.shipping`), its `tax` (inside `totals.tax`), `gross` what the buyer pays for it. */
export const quoteShippingSchema = z
  .object({
    method: z.string(),
    name: z.string(),
    amount: moneySchema,
    tax: moneySchema,
    gross: moneySchema,
    taxLines: z.array(taxLineSchema),
  })
  .meta({ id: 'QuoteShipping' });

/** A voucher that was taken off, and who pays for it. */
export const quoteVoucherSchema = z
  .object({
    code: z.string(),
    discount: moneySchema,
    borneBy: z.enum(['MARKETPLACE', 'SELLER']),
    sellerId: z.uuid().optional(),
    /** One order may use it. */
    onceOnly: z.boolean(),
  })
  .meta({ id: 'QuoteVoucher' });

/** A business buyer's VAT number, as registries write it (`EL` for Greece), and whether it moved tax. */
export const checkedBuyerSchema = z
  .object({
    vatId: z.string(),
    /** `valid`: taxed as a business. `unchecked`: nothing vouches for the number, so the buyer is taxed as a consumer. */
    vatIdStatus: z.enum(['valid', 'unchecked']),
    checkedBy: z.enum(['registry', 'checkDigits']).optional(),
    checkedAt: z.iso.datetime().optional(),
    consultationNumber: z.string().optional(),
  })
  .meta({ id: 'CheckedBuyer' });

export const noticeCodes = ['marginVatNotRecoverable', 'vatIdCheckDigitsWrong', 'vatIdNotConfirmed'] as const;

export const quoteSchema = z
  .object({
    id: z.uuid(),
    market: z.string(),
    /** Signed price lock: hand it to `placeOrder` unchanged before `expiresAt`. */
    token: z.string(),
    expiresAt: z.iso.datetime(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    lines: z.array(quoteLineSchema),
    taxLines: z.array(taxLineSchema),
    fees: z.array(feeSchema),
    shipping: quoteShippingSchema,
    totals: totalsSchema,
    /** How exactly the destination is known for tax: `country`, `territory`, `state`, `zip5`, `zip9` or `rooftop`. */
    precision: z.string(),
    /** Who worked the tax out. `insteadOf` names a tax service that did not answer, so that its answer was not waited for. */
    taxSource: z
      .object({
        provider: z.string(),
        reference: z.string().optional(),
        insteadOf: z.object({ provider: z.string(), reason: z.string() }).optional(),
      })
      .optional(),
    legalMentions: z.array(z.string()),
    voucher: quoteVoucherSchema.optional(),
    buyer: checkedBuyerSchema.optional(),
    /** What a person should read before paying, in the language of the answer. `field` names what it is about. */
    notices: z
      .array(z.object({ code: z.enum(noticeCodes), message: z.string(), field: z.string().optional() }))
      .optional(),
  })
  .meta({ id: 'Quote' });

export const createQuote = operation({
  id: 'createQuote',
  method: 'POST',
  path: '/v1/markets/{market}/quotes',
  owner: 'pricing',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Exact prices and taxes for a basket and an address, locked until they expire',
  params: marketParams,
  query: z.object({ ...localeQuery }),
  body: z
    .strictObject({
      lines: z.array(lineInputSchema).min(1).max(50),
      shipTo: shipToSchema,
      buyer: z.strictObject({ vatId: z.string().min(4).max(24).optional() }).optional(),
      shippingMethod: z.string().max(40).optional(),
      /** Code of a voucher; taken off before tax is worked out. */
      voucher: z.string().min(1).max(40).optional(),
      /** The cart these lines come from: the order takes over its holds. */
      cartId: z.uuid().optional(),
    })
    .meta({ id: 'QuoteRequest' }),
  responses: { 201: quoteSchema },
  problems: [
    'MarketNotFound',
    'MarketNotLive',
    'MarketInOtherRegion',
    'OfferNotFound',
    'OfferNotListed',
    'QuantityExceeded',
    'DestinationNotServed',
    'DestinationIncomplete',
    'MissingTaxRateForDestination',
    'ShippingMethodNotOffered',
    'BuyerVatIdInvalid',
    'VoucherUnknown',
    'VoucherOfOtherMarket',
    'VoucherNotInForce',
    'VoucherBelowMinimum',
    'VoucherNotApplicable',
    'QuoteRejected',
  ],
});
