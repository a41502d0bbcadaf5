import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutOrderTopic } from './topics.js';
import { marketCodeSchema } from '../vocabulary.js';

const orderId = '0199d3a0-0000-7000-8000-000000000030';

/** A buyer placed an order: inventory must answer with `reserved` or `rejected`. Lines of one offer are summed by the producer. */
export const orderPlacedV1 = fact({
  type: 'checkout.order.placed',
  v: 1,
  topic: checkoutOrderTopic,
  schema: z.object({
    orderId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    /** The cart whose holds the order takes over, when it came from one. */
    cartId: z.uuid().optional(),
    lines: z.array(z.object({ offerId: z.uuid(), quantity: z.int().positive() })).min(1),
  }),
  keyOf: (data) => data.orderId,
  example: {
    orderId,
    version: 1,
    market: 'fr',
    lines: [{ offerId: '0199d3a0-0000-7000-8000-000000000010', quantity: 1 }],
  },
});

/** The order is paid: what was allocated leaves the stock. */
export const orderConfirmedV1 = fact({
  type: 'checkout.order.confirmed',
  v: 1,
  topic: checkoutOrderTopic,
  schema: z.object({ orderId: z.uuid(), version: z.int().positive(), market: marketCodeSchema }),
  keyOf: (data) => data.orderId,
  example: { orderId, version: 4, market: 'fr' },
});

/** The order ended without a sale: what was allocated goes back on sale. */
export const orderCancelledV1 = fact({
  type: 'checkout.order.cancelled',
  v: 1,
  topic: checkoutOrderTopic,
  schema: z.object({
    orderId: z.uuid(),
    version: z.int().positive(),
    market: marketCodeSchema,
    /** Why, as a code: `OutOfStock`, `PaymentDeclined`, `PaymentAbandoned`. */
    reason: z.string().min(1),
  }),
  keyOf: (data) => data.orderId,
  example: { orderId, version: 4, market: 'fr', reason: 'PaymentDeclined' },
});
