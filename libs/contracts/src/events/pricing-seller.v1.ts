import { z } from 'zod';
import { fact } from './fact.js';
import { pricingSellerTopic } from './topics.js';
import { countryCodeSchema } from '../vocabulary.js';

/** A seller was registered, changed, suspended or reinstated. Suspension takes the seller's offers off every page. */
export const sellerChangedV1 = fact({
  type: 'pricing.seller.changed',
  v: 1,
  topic: pricingSellerTopic,
  schema: z.object({
    sellerId: z.uuid(),
    version: z.int().positive(),
    name: z.string().min(1),
    establishedIn: countryCodeSchema,
    status: z.enum(['active', 'suspended']),
    /** True for generated demo data, which every page labels. */
    demo: z.boolean(),
    /**
     * How past sales went, in parts per million; absent while too few were made to say. `volume` is what they were measured on. Ranks offers
     * (Regulation (EU) 2019/1150 art. 5), and is shown to nobody but the seller and operations.
     */
    quality: z
      .object({
        volume: z.int().nonnegative(),
        failureRatePpm: z.int().min(0).max(1_000_000),
        cancelRatePpm: z.int().min(0).max(1_000_000),
        lateShipRatePpm: z.int().min(0).max(1_000_000),
        wrongGradeRatePpm: z.int().min(0).max(1_000_000),
      })
      .optional(),
  }),
  keyOf: (data) => data.sellerId,
  example: {
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    version: 1,
    name: 'Atelier du Mobile (demo)',
    establishedIn: 'FR',
    status: 'active',
    demo: true,
  },
});
