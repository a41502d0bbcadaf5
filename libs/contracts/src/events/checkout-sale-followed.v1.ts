import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutSaleTopic } from './topics.js';
import { marketCodeSchema } from '../vocabulary.js';

const orderId = '0199d3a0-0000-7000-8000-000000000030';

/**
 * Pieces of a sale left for the buyer, so that what is owed on dispatch is earned. Without devices and carrier, because it leaves its region; on
 * the topic of sales, so that it never overtakes its own.
 */
export const saleShippedV1 = fact({
  type: 'checkout.sale.shipped',
  v: 1,
  topic: checkoutSaleTopic,
  schema: z.object({
    orderId: z.uuid(),
    shipmentId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    sellerId: z.uuid(),
    shippedAt: z.iso.datetime(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int().positive() })).min(1),
  }),
  keyOf: (data) => data.orderId,
  example: {
    orderId,
    shipmentId: '0199d3a0-0000-7000-8000-000000000040',
    version: 1,
    market: 'fr',
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    shippedAt: '2026-11-24T15:00:00.000Z',
    lines: [{ lineId: '0199d3a0-0000-7000-8000-000000000031', quantity: 1 }],
  },
});

/** A document of a sale was issued under a number: what the books name as their voucher. Without what stands on it. */
export const saleDocumentedV1 = fact({
  type: 'checkout.sale.documented',
  v: 1,
  topic: checkoutSaleTopic,
  schema: z.object({
    orderId: z.uuid(),
    documentId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    kind: z.enum(['invoice', 'receipt', 'creditNote']),
    number: z.string().min(1).max(60),
    issuedAt: z.iso.datetime(),
    /** A seller’s id, or `platform`. */
    issuerId: z.string().min(1),
    /** What it is about: the order, the shipment or the refund. */
    subjectId: z.uuid(),
  }),
  keyOf: (data) => data.orderId,
  example: {
    orderId,
    documentId: '0199d3a0-0000-7000-8000-000000000060',
    version: 1,
    market: 'fr',
    kind: 'invoice',
    number: 'F-FR-2026-000042',
    issuedAt: '2026-11-24T15:00:02.000Z',
    issuerId: '0199d3a0-0000-7000-8000-000000000001',
    subjectId: '0199d3a0-0000-7000-8000-000000000040',
  },
});
