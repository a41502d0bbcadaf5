import { z } from 'zod';
import { fact } from './fact.js';
import { inventoryStockTopic } from './topics.js';

/** Stock level of one offer. `available` is what is on hand, neither reserved nor allocated nor kept back by its seller; never below zero. */
export const stockChangedV1 = fact({
  type: 'inventory.stock.changed',
  v: 1,
  topic: inventoryStockTopic,
  schema: z.object({
    offerId: z.uuid(),
    version: z.int().positive(),
    onHand: z.int().nonnegative(),
    /** Held by carts, with a time limit. */
    reserved: z.int().nonnegative(),
    /** Held by placed orders, until they are confirmed or end. */
    allocated: z.int().nonnegative(),
    available: z.int().nonnegative(),
  }),
  keyOf: (data) => data.offerId,
  example: {
    offerId: '0199d3a0-0000-7000-8000-000000000010',
    version: 41,
    onHand: 12,
    reserved: 1,
    allocated: 2,
    available: 9,
  },
});
