import { z } from 'zod';
import { fact } from './fact.js';
import { checkoutSaleTallyTopic } from './topics.js';
import { moneySchema } from '../money.js';
import { marketCodeSchema } from '../vocabulary.js';

/**
 * What one region's checkout said of one day (UTC): how many sales and refunds, and what they come to. Counted from its own rows and not from what
 * was published, so that whoever adds up what arrived can prove that nothing is missing. Said again with a higher version as the day goes on.
 */
export const salesTalliedV1 = fact({
  type: 'checkout.sale-tally.counted',
  v: 1,
  topic: checkoutSaleTallyTopic,
  schema: z.object({
    /** `eu/2026-11-24`. */
    tallyId: z.string().regex(/^[a-z]{2,8}\/\d{4}-\d{2}-\d{2}$/),
    version: z.int().positive(),
    region: z.string(),
    day: z.iso.date(),
    /** It holds everything that was said to have happened before this moment. */
    upTo: z.iso.datetime(),
    sums: z.array(
      z.object({
        market: marketCodeSchema,
        kind: z.enum(['sale', 'refund']),
        count: z.int().positive(),
        gross: moneySchema,
      }),
    ),
  }),
  keyOf: (data) => data.tallyId,
  example: {
    tallyId: 'eu/2026-11-24',
    version: 7,
    region: 'eu',
    day: '2026-11-24',
    upTo: '2026-11-24T16:00:00.000Z',
    sums: [{ market: 'fr', kind: 'sale', count: 12, gross: { amount: '5988.00', currency: 'EUR' } }],
  },
});
