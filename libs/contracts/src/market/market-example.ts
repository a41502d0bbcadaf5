import { z } from 'zod';
import { countryCodeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';
import { amountSchema, localDaySchema } from './effective-dates.js';

const signedAmountSchema = z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/);

/**
 * A worked example finance has signed: a basket, where and when it goes, and what it must cost. `markets/examples/<code>.yaml` holds a
 * list; the suite prices each with the real engine, so a market cannot be changed to disagree with what was signed.
 */
export const marketExamplesSchema = z.strictObject({
  market: marketCodeSchema,
  signedBy: z.string(),
  signedOn: localDaySchema,
  examples: z
    .array(
      z.strictObject({
        claim: z.string().min(5),
        at: z.iso.datetime(),
        shipTo: z.strictObject({
          country: countryCodeSchema,
          region: z.string().optional(),
          city: z.string().optional(),
          postalCode: z.string().optional(),
        }),
        buyer: z.strictObject({ vatId: z.string(), vatIdStatus: z.enum(['valid', 'invalid', 'unchecked']) }).optional(),
        shippingMethod: z.string().optional(),
        lines: z
          .array(
            z.strictObject({
              category: z.string().default('smartphone'),
              unitPrice: amountSchema,
              quantity: z.int().positive().default(1),
              vatScheme: vatSchemeSchema.default('REGULAR'),
              unitCosts: z.array(amountSchema).optional(),
              shipsFrom: countryCodeSchema.optional(),
              sellerEstablishedIn: countryCodeSchema.optional(),
              screenInches: z.number().positive().optional(),
              storageGb: z.int().positive().optional(),
            }),
          )
          .min(1),
        expect: z.union([
          z.strictObject({
            totals: z.strictObject({
              net: amountSchema,
              tax: amountSchema,
              fees: amountSchema,
              shipping: amountSchema,
              gross: amountSchema,
            }),
            /** Tax of each line, in order. */
            lineTaxes: z.array(amountSchema).optional(),
            /** Amount by jurisdiction code. */
            taxLines: z.record(z.string(), amountSchema).optional(),
            fees: z.record(z.string(), amountSchema).optional(),
            /** Levies inside the price of all lines, without tax, by table. */
            levies: z.record(z.string(), amountSchema).optional(),
            treatment: z.string().optional(),
            responsibility: z.enum(['SELLER', 'MARKETPLACE']).optional(),
            precision: z.string().optional(),
            /** VAT on the margin of all lines, which only finance sees. */
            marginTax: signedAmountSchema.optional(),
          }),
          z.strictObject({ rejection: z.string(), field: z.string() }),
        ]),
      }),
    )
    .min(1),
});

export type MarketExamples = z.infer<typeof marketExamplesSchema>;
