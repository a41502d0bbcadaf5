import { z } from 'zod';
import { fact } from './fact.js';
import { pricingFxRateTopic } from './topics.js';

/**
 * A reference rate was published, or corrected: `rate` units of `currency` per unit of `base`, exactly as its source wrote it. One key a day and
 * currency; a correction is a higher version.
 */
export const fxRatePublishedV1 = fact({
  type: 'pricing.fx-rate.published',
  v: 1,
  topic: pricingFxRateTopic,
  schema: z.object({
    /** `ecb/USD/2026-10-30`. */
    rateId: z.string().regex(/^[a-z]+\/[A-Z]{3}\/\d{4}-\d{2}-\d{2}$/),
    version: z.int().positive(),
    source: z.string().min(1),
    base: z.string().regex(/^[A-Z]{3}$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
    date: z.iso.date(),
    rate: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/, 'a decimal such as "1.1172"'),
  }),
  keyOf: (data) => data.rateId,
  example: {
    rateId: 'ecb/USD/2026-10-30',
    version: 1,
    source: 'ecb',
    base: 'EUR',
    currency: 'USD',
    date: '2026-10-30',
    rate: '1.1172',
  },
});
