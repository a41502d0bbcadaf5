import { isGtin } from '@reprise/kernel';
import { z } from 'zod';
import { fact } from './fact.js';
import { namesSchema } from './names.js';
import { productImageRecordSchema, productImageSchema } from './product-image.js';
import { catalogProductTopic } from './topics.js';
import { publicationSchema } from './product-publication.js';

/** What kind of thing a product is: decides levies and recycling fees, sits in the category tree, and is the value of `?category=`. */
export const productCategories = [
  'smartphone',
  'tablet',
  'laptop',
  'desktop',
  'wearable',
  'tv',
  'console',
  'other',
] as const;
export const productCategorySchema = z.enum(productCategories).meta({ id: 'ProductCategory' });
export type ProductCategory = (typeof productCategories)[number];

/** The tree above the categories, root first; the last step is the category itself. */
export const categoryPathOf: Readonly<Record<ProductCategory, readonly string[]>> = {
  smartphone: ['mobile', 'smartphone'],
  tablet: ['mobile', 'tablet'],
  wearable: ['mobile', 'wearable'],
  laptop: ['computing', 'laptop'],
  desktop: ['computing', 'desktop'],
  tv: ['home-entertainment', 'tv'],
  console: ['home-entertainment', 'console'],
  other: ['other'],
};

/** As names, for sentences. English may be missing: a text that is nowhere is simply not shown. */
export const descriptionsSchema = z.record(z.string().min(2).max(35), z.string().min(1).max(4000));

/** Lower-case ASCII words joined by hyphens, as they stand in a URL. */
export const slugSchema = z
  .string()
  .max(160)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case ASCII words joined by hyphens, such as "apple-iphone-13"');

const codeSchema = z.string().min(1).max(100);

/** As stated: a wrong check digit is a typing error, which the fact's own schema cannot call one (it is frozen). */
const gtinSchema = z.string().refine(isGtin, 'a GTIN of 8, 12, 13 or 14 digits whose last one checks');

const variantShape = {
  variantId: z.uuid(),
  canonicalKey: z.string().min(2).max(500),
  storageGb: z.int().positive().optional(),
  ramMb: z.int().positive().optional(),
  colour: z.object({ code: slugSchema, names: namesSchema }).optional(),
  /** Housing of a watch: `aluminum`, `titanium`. */
  caseMaterial: slugSchema.optional(),
  /** Size of a watch case, in millimetres. */
  caseMm: z.int().positive().optional(),
  connectivity: z.enum(['wifi', 'cellular']).optional(),
  sim: z.enum(['single', 'dual', 'esim']).optional(),
  /** The carrier a US device is locked to. Absent: unlocked. */
  carrierLock: slugSchema.optional(),
  keyboardLayout: z
    .enum(['qwerty-us', 'qwerty-uk', 'azerty-fr', 'azerty-be', 'qwertz-de', 'qwertz-ch', 'qwerty-es', 'qwerty-it'])
    .optional(),
  /** Order numbers of the manufacturer. Some name this variant in one country only. */
  mpns: z.array(codeSchema).max(200),
  gtins: z.array(z.string().regex(/^(\d{8}|\d{12,14})$/, 'a GTIN of 8, 12, 13 or 14 digits')).max(50),
  /** True where no source lists the variant and a rule of ours derived it. */
  assumed: z.boolean(),
  /** Pictures of this variant, shown instead of the product's. */
  images: z.array(productImageSchema).max(30).optional(),
};

/**
 * What a buyer chooses between within a product. Grade, battery and warranty belong to the offer, not here.
 * `canonicalKey` is the canonical JSON of what makes the variant itself; `variantId` is the UUIDv5 of it, so that the same
 * device gets the same id on every import and in every region.
 */
export const productVariantSchema = z.object(variantShape);
export type ProductVariant = z.infer<typeof productVariantSchema>;
/** The variant ids a fact speaks of: each variant's own, and those of merged products that are the same device. */
export function variantIdsOf(variant: {
  readonly variantId: string;
  readonly formerIds?: readonly string[] | undefined;
}) {
  return [variant.variantId, ...(variant.formerIds ?? [])];
}

const attributeShape = {
  releaseYear: z.int().min(1970).max(2100).optional(),
  /** Diagonal in inches, a decimal: the recycling fee of some jurisdictions depends on it. */
  screenInches: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, 'inches as a decimal such as "6.1"')
    .optional(),
  /** Pixels, short side as listed: `1170x2532`. */
  resolution: z
    .string()
    .regex(/^\d+x\d+$/)
    .optional(),
  ramMb: z.int().positive().optional(),
  weightGrams: z.int().positive().optional(),
  simCount: z.int().nonnegative().optional(),
  os: z.string().min(1).max(60).optional(),
  /** The finer kind a source names: `phablet`, `feature phone`, `smart speaker`. */
  deviceType: z.string().min(1).max(40).optional(),
};

const productShape = {
  productId: z.uuid(),
  status: z.enum(['published', 'archived']),
  brand: z.string().min(1).max(80),
  model: z.string().min(1).max(120),
  category: productCategorySchema,
  categoryPath: z.array(slugSchema).min(1).max(6),
  slug: slugSchema,
  names: namesSchema,
  descriptions: descriptionsSchema.optional(),
  attributes: z.object(attributeShape),
  /** Codes printed on the device or reported by it (`SM-S911B`, `A2633`, `iPhone14,5`): searchable, not unique. */
  modelCodes: z.array(codeSchema).max(2000),
  /** Other spellings of the model's name: searchable, not shown. */
  aliases: z.array(z.string().min(1).max(200)).max(500),
  /** Pictures of the device in any colour, first to last. */
  images: z.array(productImageSchema).max(30).optional(),
  variants: z.array(productVariantSchema).min(1).max(500),
  sources: z.array(z.object({ dataset: z.string().min(1).max(80), version: z.string().min(1).max(40) })).max(20),
};

/** What operators decided of a product, which no importer states and none can undo by importing it again. */
const decidedShape = {
  /** The product this one is a duplicate of: its variants and addresses are over there. Only on an archived product. */
  mergedInto: z.uuid().optional(),
  /** Ids of products merged into this one. They lead here. */
  formerIds: z.array(z.uuid()).max(200).optional(),
  /** Addresses this product, or one merged into it, had. They lead here. */
  formerSlugs: z.array(slugSchema).max(1000).optional(),
  /** Addresses by language; a language without one has `slug`. */
  slugs: z.record(z.string().min(2).max(35), slugSchema).optional(),
  publication: publicationSchema.optional(),
};

export const productStateSchema = z.object({
  ...productShape,
  ...decidedShape,
  variants: z
    .array(
      z.object({
        ...variantShape,
        /** Variants of merged products that are this very device. Offers stated for them are offers for this one. */
        formerIds: z.array(z.uuid()).max(100).optional(),
      }),
    )
    .min(1)
    .max(500),
  version: z.int().positive(),
});
export type ProductState = z.infer<typeof productStateSchema>;

/**
 * A product as an importer states it: everything but the version, which the writer counts. A field nobody knows is an error
 * here (a typo would be lost in silence), while a reader of the fact ignores it (a newer producer may say more).
 */
export const productRecordSchema = z
  .strictObject({
    ...productShape,
    attributes: z.strictObject(attributeShape),
    images: z.array(productImageRecordSchema).max(30).optional(),
    variants: z
      .array(
        z.strictObject({
          ...variantShape,
          gtins: z.array(gtinSchema).max(50),
          images: z.array(productImageRecordSchema).max(30).optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'ProductRecord' });
export type ProductRecord = z.infer<typeof productRecordSchema>;

/** A product was added or changed. Full state with every variant, so the newest version is all a reader needs. */
export const productChangedV1 = fact({
  type: 'catalog.product.changed',
  v: 1,
  topic: catalogProductTopic,
  schema: productStateSchema,
  keyOf: (data) => data.productId,
  example: {
    productId: '0199d3a0-0000-5000-8000-000000000020',
    version: 2,
    status: 'published',
    brand: 'Apple',
    model: 'iPhone 13',
    category: 'smartphone',
    categoryPath: ['mobile', 'smartphone'],
    slug: 'apple-iphone-13',
    names: { en: 'Apple iPhone 13' },
    attributes: { releaseYear: 2021, screenInches: '6.1', resolution: '1170x2532', ramMb: 4096 },
    modelCodes: ['A2633', 'iPhone14,5'],
    aliases: [],
    variants: [
      {
        variantId: '0199d3a0-0000-5000-8000-000000000021',
        canonicalKey: '{"brand":"apple","colour":"midnight","model":"iphone 13","storageGb":128}',
        storageGb: 128,
        colour: { code: 'midnight', names: { en: 'Midnight', fr: 'Minuit', de: 'Mitternacht' } },
        mpns: ['MLPF3', 'MLMN3'],
        gtins: [],
        assumed: false,
      },
    ],
    sources: [{ dataset: 'ios-device-list', version: '1.1.37' }],
  },
});
