import { z } from 'zod';
import { fact } from './fact.js';
import { pricingPricesTopic } from './topics.js';
import { marketCodeSchema } from '../vocabulary.js';

/** A decimal in the currency of its column. */
const amountSchema = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, 'a decimal string such as "499.00"');

/**
 * New prices of many offers of one seller whose other terms are as they were: what a file of prices comes to. Columns, not objects: of a
 * million prices the names of fields would be most of the bytes. Each offer's prices are all it has, so the newest version of an offer is
 * all a reader needs, wherever it was said. The pack stays until each of its offers was said whole (`pricing.offer.changed`) or was said
 * again by a newer one; then a tombstone takes it away.
 */
export const pricesChangedV1 = fact({
  type: 'pricing.prices.changed',
  v: 1,
  topic: pricingPricesTopic,
  schema: z
    .object({
      packId: z.uuid(),
      sellerId: z.uuid(),
      offerIds: z.array(z.uuid()).min(1),
      /** The version of each offer, in the order of `offerIds`. */
      versions: z.array(z.int().positive()),
      /** Every market the offers are in: the same for all of them. */
      prices: z
        .array(
          z.object({
            market: marketCodeSchema,
            currency: z.string().regex(/^[A-Z]{3}$/),
            /** What a page shows of each offer, in the order of `offerIds`. */
            amounts: z.array(amountSchema),
            /** What the seller never sells below; left out where no offer has such a bound. */
            minAmounts: z.array(amountSchema.nullable()).optional(),
          }),
        )
        .min(1),
    })
    .refine(
      ({ offerIds, versions, prices }) =>
        versions.length === offerIds.length &&
        prices.every(
          ({ amounts, minAmounts }) =>
            amounts.length === offerIds.length && (minAmounts?.length ?? offerIds.length) === offerIds.length,
        ),
      'every column has one value an offer',
    ),
  keyOf: (data) => data.packId,
  example: {
    packId: '0199d3a0-0000-7000-8000-000000000070',
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    offerIds: ['0199d3a0-0000-7000-8000-000000000010', '0199d3a0-0000-7000-8000-000000000011'],
    versions: [8, 3],
    prices: [{ market: 'fr', currency: 'EUR', amounts: ['389.00', '214.50'], minAmounts: ['350.00', null] }],
  },
});
