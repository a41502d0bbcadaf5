import { z } from 'zod';
import { fact } from './fact.js';
import { inventoryReservationTopic } from './topics.js';
import { marketCodeSchema } from '../vocabulary.js';

const orderId = '0199d3a0-0000-7000-8000-000000000030';

/** Every line of the order is allocated to it, all or nothing. The allocation stands until the order is confirmed or cancelled. */
export const stockReservedV1 = fact({
  type: 'inventory.stock.reserved',
  v: 1,
  topic: inventoryReservationTopic,
  schema: z.object({ orderId: z.uuid(), version: z.int().positive(), market: marketCodeSchema }),
  keyOf: (data) => data.orderId,
  example: { orderId, version: 1, market: 'fr' },
});

/** At least one line could not be allocated; nothing is held for the order. */
export const stockRejectedV1 = fact({
  type: 'inventory.stock.rejected',
  v: 1,
  topic: inventoryReservationTopic,
  schema: z.object({
    orderId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    reason: z.enum(['OutOfStock']),
    lines: z
      .array(z.object({ offerId: z.uuid(), requested: z.int().positive(), available: z.int().nonnegative() }))
      .min(1),
  }),
  keyOf: (data) => data.orderId,
  example: {
    orderId,
    version: 1,
    market: 'fr',
    reason: 'OutOfStock',
    lines: [{ offerId: '0199d3a0-0000-7000-8000-000000000010', requested: 1, available: 0 }],
  },
});
