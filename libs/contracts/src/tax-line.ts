import { z } from 'zod';
import { moneySchema } from './money.js';
import { taxTreatmentSchema, vatSchemeSchema } from './vocabulary.js';

/** One tax of one jurisdiction on one amount. `rate` is a decimal fraction as a string (`"0.20"`), exact. */
export const taxLineSchema = z
  .object({
    jurisdiction: z.object({
      country: z.string(),
      state: z.string().optional(),
      county: z.string().optional(),
      city: z.string().optional(),
      /** Code of the jurisdiction in its tax table. */
      code: z.string(),
      name: z.string(),
    }),
    rate: z.string(),
    taxable: moneySchema,
    amount: moneySchema,
    treatment: taxTreatmentSchema,
    /** Who owes it to the state: the seller, or the marketplace (facilitator, deemed supplier). */
    taxCollectionResponsibility: z.enum(['SELLER', 'MARKETPLACE']),
    /** Words the law wants on the document, in the buyer's language. */
    legalMention: z.string().optional(),
    /** Tax holiday because of which nothing is due here, `MO-2026-back-to-school`. */
    holiday: z.string().optional(),
    /** The provision it follows, where no tax falls: `Directive 2006/112/EC, article 138(1)`. */
    reason: z.string().optional(),
  })
  .meta({ id: 'TaxLine' });

/**
 * Why a line is taxed as it is: the rule, the law, the tables and the facts. Made with the quote, kept with the order and the sale, never
 * changed, so that it can be defended when rates and sellers have moved on. No person in it: the number of a business stays with the order.
 */
export const taxDecisionSchema = z
  .object({
    /** `eu.distanceSale`, `eu.deemedSupplier`, `eu.marginScheme`…: never given another meaning. */
    rule: z.string(),
    legalBasis: z.string(),
    /** Name and version of every table that was read. */
    tables: z.array(z.string()),
    decidedAt: z.iso.datetime(),
    vatScheme: vatSchemeSchema,
    shipsFrom: z.string(),
    sellerEstablishedIn: z.string(),
    /** Code of the place the goods go to, as its table names it. */
    shipsTo: z.string(),
    /** A business buyer whose VAT number counted: its state, and what the number was found valid by. */
    business: z
      .object({
        state: z.string(),
        checkedBy: z.enum(['registry', 'checkDigits']).optional(),
        checkedAt: z.iso.datetime().optional(),
        /** The registry's receipt for the check. */
        consultationNumber: z.string().optional(),
      })
      .optional(),
    /** Why goods offered under the margin scheme are taxed in full: `vatWasDeductible`, `purchaseContradicts`, `boughtOutsideUnion`. */
    marginRefused: z.string().optional(),
    /** Margin-scheme goods: whose rate is due on the margin. The amount follows from the cost of the unit that is sent, which only finance sees. */
    marginRate: z.object({ jurisdiction: z.string(), rate: z.string() }).optional(),
  })
  .meta({ id: 'TaxDecision' });

/** A statutory fee shown on a line of its own, such as a recycling fee. */
export const feeSchema = z.object({ id: z.string(), name: z.string(), amount: moneySchema }).meta({ id: 'Fee' });

/** `net + tax + fees + shipping = gross`, to the minor unit; tax on shipping is inside `tax`. */
export const totalsSchema = z
  .object({
    net: moneySchema,
    tax: moneySchema,
    fees: moneySchema,
    shipping: moneySchema,
    gross: moneySchema,
    /** What a voucher took off the goods as they are shown; already out of the other numbers. */
    discount: moneySchema.optional(),
  })
  .meta({ id: 'Totals' });

export type TaxDecisionJson = z.infer<typeof taxDecisionSchema>;
export type TaxLineJson = z.infer<typeof taxLineSchema>;
export type FeeJson = z.infer<typeof feeSchema>;
export type TotalsJson = z.infer<typeof totalsSchema>;
