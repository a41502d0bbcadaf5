import { z } from 'zod';
import { productCategories } from '../events/catalog-product.v1.js';
import { countryCodeSchema, marketCodeSchema, taxTreatmentSchema, vatSchemeSchema } from '../vocabulary.js';
import { amountSchema, localDaySchema } from './effective-dates.js';

const signedAmountSchema = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,4})?$/, 'a quoted decimal amount such as "9.90" or "-9.90"');

const totalsSchema = z
  .strictObject({
    net: amountSchema,
    tax: amountSchema,
    fees: amountSchema,
    shipping: amountSchema,
    gross: amountSchema,
  })
  .refine(
    ({ net, tax, fees, shipping, gross }) => sumOf([net, tax, fees, shipping]) === sumOf([gross]),
    'net, tax, fees and shipping do not come to gross: work it out again',
  );

/** In ten-thousandths, the finest an amount is written in. */
function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => {
    const [whole = '0', decimals = ''] = amount.split('.');
    return sum + BigInt(whole + decimals.padEnd(4, '0'));
  }, 0n);
}

/**
 * A worked example finance has signed: a basket, where and when it goes, and what it must cost. `markets/examples/<code>.yaml` holds a
 * list; the suite prices each with the real engine, so a market cannot be changed to disagree with what was signed.
 */
export const marketExamplesSchema = z.strictObject({
  market: marketCodeSchema,
  signedBy: z.string().min(2, 'is empty: write who in finance worked these out'),
  signedOn: localDaySchema,
  examples: z
    .array(
      z.strictObject({
        claim: z.string().min(5),
        at: z.iso.datetime('a moment such as 2026-11-24T10:00:00Z'),
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
              category: z.enum(productCategories).default('smartphone'),
              unitPrice: amountSchema,
              quantity: z.int().positive().default(1),
              vatScheme: vatSchemeSchema.default('REGULAR'),
              unitCosts: z.array(amountSchema).optional(),
              shipsFrom: countryCodeSchema.optional(),
              shipsFromPostalCode: z.string().optional(),
              sellerEstablishedIn: countryCodeSchema.optional(),
              screenInches: z.number().positive().optional(),
              storageGb: z.int().positive().optional(),
            }),
          )
          .min(1),
        expect: z.union([
          z.strictObject({
            totals: totalsSchema,
            /** Tax of each line, in order. */
            lineTaxes: z.array(amountSchema).optional(),
            /** Amount by jurisdiction code. */
            taxLines: z.record(z.string(), amountSchema).optional(),
            fees: z.record(z.string(), amountSchema).optional(),
            /** Levies inside the price of all lines, without tax, by table. */
            levies: z.record(z.string(), amountSchema).optional(),
            treatment: taxTreatmentSchema.optional(),
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
