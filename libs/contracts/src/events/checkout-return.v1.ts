import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutReturnTopic } from './topics.js';
import { returnKindSchema, returnReasonSchema, returnStatusSchema, unitIdentitySchema } from '../returns.js';
import { gradeSchema, marketCodeSchema } from '../vocabulary.js';

/**
 * Goods of one seller that will not stay with their buyer, full state, without the person. Stock: a `cancellation` never left, so its pieces
 * are on hand again from its first version on; of every other kind the pieces are back when it is `received`, to be looked at before they are
 * sold again. Quality rates count it by `kind` and `reason` from `requested` on, less what is `rejected`.
 */
export const returnChangedV1 = fact({
  type: 'checkout.return.changed',
  v: 1,
  topic: checkoutReturnTopic,
  schema: z.object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    sellerId: z.uuid(),
    kind: returnKindSchema,
    reason: returnReasonSchema,
    status: returnStatusSchema,
    requestedAt: z.iso.datetime(),
    /** When the goods had been sent to the buyer. Absent: they never were. */
    shippedAt: z.iso.datetime().optional(),
    /** When the seller had them back. */
    receivedAt: z.iso.datetime().optional(),
    lines: z
      .array(
        z.object({
          lineId: z.uuid(),
          offerId: z.uuid(),
          variantId: z.uuid(),
          grade: gradeSchema,
          quantity: z.int().positive(),
          /** The devices that came back, once they have; empty before, and for goods without identity. */
          units: z.array(unitIdentitySchema),
        }),
      )
      .min(1),
  }),
  keyOf: (data) => data.returnId,
  example: {
    returnId: '0199d3a0-0000-7000-8000-000000000050',
    orderId: '0199d3a0-0000-7000-8000-000000000030',
    version: 3,
    market: 'fr',
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    kind: 'withdrawal',
    reason: 'changedMind',
    status: 'received',
    requestedAt: '2026-11-30T09:00:00.000Z',
    shippedAt: '2026-11-24T15:00:00.000Z',
    receivedAt: '2026-12-03T11:00:00.000Z',
    lines: [
      {
        lineId: '0199d3a0-0000-7000-8000-000000000031',
        offerId: '0199d3a0-0000-7000-8000-000000000010',
        variantId: '0199d3a0-0000-5000-8000-000000000021',
        grade: 'EXCELLENT',
        quantity: 1,
        units: [{ imei: '490154203237518' }],
      },
    ],
  },
});
