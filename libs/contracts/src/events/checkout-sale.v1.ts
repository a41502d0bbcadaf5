import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutSaleTopic } from './topics.js';
import { moneySchema } from '../money.js';
import { feeSchema, taxDecisionSchema, taxLineSchema, totalsSchema } from '../tax-line.js';
import { countryCodeSchema, gradeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const vat = {
  jurisdiction: { country: 'FR', code: 'FR', name: 'France' },
  rate: '0.20',
  taxable: eur('415.83'),
  amount: eur('83.17'),
  treatment: 'standard' as const,
  taxCollectionResponsibility: 'SELLER' as const,
};

/**
 * A sale (money captured) or a refund (money given back), as finance books it. Pseudonymous on purpose, because it leaves its region:
 * no name, address, e-mail or postal code; the destination is a country and, where tax needs it, a state. Amounts are positive in both kinds.
 */
export const saleRecordedV1 = fact({
  type: 'checkout.sale.recorded',
  v: 1,
  topic: checkoutSaleTopic,
  schema: z.object({
    /** Unique per money movement: the order for its sale, the refund for a refund. */
    saleId: z.uuid(),
    kind: z.enum(['sale', 'refund']),
    orderId: z.uuid(),
    /** The quote that was ordered: whoever worked its tax out knows the calculation by it. */
    quoteId: z.uuid().optional(),
    version: z.int().positive(),
    market: marketCodeSchema,
    shipTo: z.object({ country: countryCodeSchema, region: z.string().optional() }),
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        offerId: z.uuid(),
        sellerId: z.uuid(),
        variantId: z.uuid(),
        grade: gradeSchema,
        vatScheme: vatSchemeSchema,
        quantity: z.int().positive(),
        unitPrice: moneySchema,
        net: moneySchema,
        tax: moneySchema,
        gross: moneySchema,
        taxLines: z.array(taxLineSchema),
        fees: z.array(feeSchema),
        /** This line's part of a voucher, already out of net, tax and gross. */
        discount: moneySchema.optional(),
        /** Why it was taxed so, as it was decided with the quote. */
        taxDecision: taxDecisionSchema.optional(),
        /** VAT on the seller's margin, inside the price and never shown to the buyer. */
        marginTax: taxLineSchema.optional(),
        /** Of a refund: the price was lowered by these amounts, and the pieces stay with the buyer. */
        reduction: z.boolean().optional(),
      }),
    ),
    totals: totalsSchema,
    /** Delivery where it costs something, with the taxes on it: inside the totals, and on no line. */
    shipping: z.object({ amount: moneySchema, tax: moneySchema, taxLines: z.array(taxLineSchema) }).optional(),
    /** Of a refund: the cancellation, withdrawal, return or claim it pays back (`checkout.return.changed`). */
    returnId: z.uuid().optional(),
    payment: z.object({ provider: z.string(), reference: z.string(), method: z.string() }),
  }),
  keyOf: (data) => data.orderId,
  example: {
    saleId: '0199d3a0-0000-7000-8000-000000000030',
    kind: 'sale',
    orderId: '0199d3a0-0000-7000-8000-000000000030',
    version: 4,
    market: 'fr',
    shipTo: { country: 'FR' },
    lines: [
      {
        lineId: '0199d3a0-0000-7000-8000-000000000031',
        offerId: '0199d3a0-0000-7000-8000-000000000010',
        sellerId: '0199d3a0-0000-7000-8000-000000000001',
        variantId: '0199d3a0-0000-5000-8000-000000000021',
        grade: 'EXCELLENT',
        vatScheme: 'REGULAR',
        quantity: 1,
        unitPrice: eur('499.00'),
        net: eur('415.83'),
        tax: eur('83.17'),
        gross: eur('499.00'),
        taxLines: [vat],
        fees: [],
      },
    ],
    totals: { net: eur('415.83'), tax: eur('83.17'), fees: eur('0.00'), shipping: eur('0.00'), gross: eur('499.00') },
    payment: { provider: 'test', reference: 'ch_0199d3a0', method: 'card' },
  },
});
