import { z } from 'zod';
import { moneySchema } from './money.js';
import { taxTreatmentSchema } from './vocabulary.js';

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
  })
  .meta({ id: 'TaxLine' });

/** A statutory fee shown on a line of its own, such as a recycling fee. */
export const feeSchema = z.object({ id: z.string(), name: z.string(), amount: moneySchema }).meta({ id: 'Fee' });

/** `net + tax + fees + shipping = gross`, to the minor unit; tax on shipping is inside `tax`. */
export const totalsSchema = z
  .object({ net: moneySchema, tax: moneySchema, fees: moneySchema, shipping: moneySchema, gross: moneySchema })
  .meta({ id: 'Totals' });

export type TaxLineJson = z.infer<typeof taxLineSchema>;
export type FeeJson = z.infer<typeof feeSchema>;
export type TotalsJson = z.infer<typeof totalsSchema>;
