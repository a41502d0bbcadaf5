import { z } from 'zod';
import { fact } from './fact.js';
import { pricingSellerTopic } from './topics.js';
import { productCategorySchema } from './catalog-product.v1.js';
import { sellerStateSchema } from '../sellers.js';
import { countryCodeSchema, gradeSchema, marketCodeSchema, sellerParticularsSchema } from '../vocabulary.js';

const share = z.int().min(0).max(1_000_000);
/** So many of so many, and the 95 % Wilson bounds of that share in parts per million. */
const measureSchema = z.object({
  events: z.int().nonnegative(),
  of: z.int().nonnegative(),
  lowPpm: share,
  highPpm: share,
});

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
    /** Whether the seller sells: whoever is not `active` does not, whatever the reason. */
    status: z.enum(['active', 'suspended']),
    /** Where the seller stands with the marketplace. Absent: as `status` says. */
    state: sellerStateSchema.optional(),
    /** Where the seller sells; absent: everywhere it states a price. */
    markets: z.array(marketCodeSchema).optional(),
    /** Working days from the order until the parcel leaves, as promised. */
    handlingDays: z.int().min(1).max(60).optional(),
    /** True for generated demo data, which every page labels. */
    demo: z.boolean(),
    /** How it is named on its invoices; absent until operations stated who it is. */
    particulars: sellerParticularsSchema.optional(),
    /**
     * How past sales went, in parts per million; absent while too few were made to say. `volume` is what they were measured on. Ranks offers
     * (Regulation (EU) 2019/1150 art. 5). Said again when it has changed enough to matter, not with every claim.
     */
    quality: z
      .object({
        volume: z.int().nonnegative(),
        failureRatePpm: z.int().min(0).max(1_000_000),
        cancelRatePpm: z.int().min(0).max(1_000_000),
        lateShipRatePpm: z.int().min(0).max(1_000_000),
        wrongGradeRatePpm: z.int().min(0).max(1_000_000),
        /** What the rates above are shares of, each by itself: a rate of few counts for little. `failure` is within 90 days of dispatch. */
        measures: z
          .object({
            /** Version of the rules by which is counted. */
            rule: z.int().positive(),
            /** Below it a rate is shown to no buyer. */
            minimumVolume: z.int().positive(),
            failure: measureSchema,
            cancel: measureSchema,
            lateShip: measureSchema,
            wrongGrade: measureSchema,
          })
          .optional(),
      })
      .optional(),
    /** Offers that are down because too many of their kind failed: of a market, or of one category and grade in it. Absent: none. */
    qualityGates: z
      .array(
        z.object({
          market: marketCodeSchema,
          category: productCategorySchema.optional(),
          grade: gradeSchema.optional(),
          since: z.iso.datetime(),
          /** The earliest moment at which it may open. */
          reviewFrom: z.iso.datetime(),
        }),
      )
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
