import { z } from 'zod';
import { fact } from './fact.js';
import { pricingOfferTopic } from './topics.js';
import { moneySchema } from '../money.js';
import { countryCodeSchema, gradeSchema, marketCodeSchema, vatSchemeSchema } from '../vocabulary.js';

/**
 * An offer as its seller last stated it, with the price every market shows: full state, so the newest version is all a reader needs.
 * `quantity` is what the seller states to have on hand; `quantityVersion` is the version that last stated it, so that stock is set
 * once a statement and not again by a price change.
 */
export const offerChangedV1 = fact({
  type: 'pricing.offer.changed',
  v: 1,
  topic: pricingOfferTopic,
  schema: z.object({
    offerId: z.uuid(),
    version: z.int().positive(),
    sellerId: z.uuid(),
    sku: z.string().min(1),
    productId: z.uuid(),
    variantId: z.uuid(),
    grade: gradeSchema,
    status: z.enum(['active', 'delisted']),
    quantity: z.int().nonnegative(),
    quantityVersion: z.int().positive(),
    vatScheme: vatSchemeSchema,
    warrantyMonths: z.int().nonnegative(),
    batteryHealth: z.int().min(1).max(100).optional(),
    shipsFrom: countryCodeSchema,
    /** Days from the order until the parcel leaves; absent: the next working day. */
    leadTimeDays: z.int().min(0).max(60).optional(),
    prices: z.array(
      z.object({
        market: marketCodeSchema,
        /** What a page shows: tax inside where the market's prices are, without it where they are not. */
        price: moneySchema,
        /** Lowest price of the 30 days before an announced reduction (Directive 98/6/EC art. 6a), when there is one. */
        priorPrice: moneySchema.optional(),
        /** What the seller never sells below: keeps an offer out of the ranking, and is shown to its seller alone. */
        minPrice: moneySchema.optional(),
      }),
    ),
  }),
  keyOf: (data) => data.offerId,
  example: {
    offerId: '0199d3a0-0000-7000-8000-000000000010',
    version: 7,
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    sku: 'IP13-128-MID-A',
    productId: '0199d3a0-0000-5000-8000-000000000020',
    variantId: '0199d3a0-0000-5000-8000-000000000021',
    grade: 'EXCELLENT',
    status: 'active',
    quantity: 12,
    quantityVersion: 5,
    vatScheme: 'REGULAR',
    warrantyMonths: 24,
    batteryHealth: 91,
    shipsFrom: 'FR',
    prices: [
      { market: 'fr', price: { amount: '399.00', currency: 'EUR' }, priorPrice: { amount: '419.00', currency: 'EUR' } },
    ],
  },
});
