import { z } from 'zod';
import { operation } from './operation.js';
import { localeQuery, marketParams } from './markets.js';
import { imageRoles } from '../events/product-image.js';
import { moneySchema } from '../money.js';
import { categoryTrailSchema, productSpecSchema } from './product-specs.js';
import { gradeSchema, vatSchemeSchema } from '../vocabulary.js';

/** Fields whose text came from another language than the one asked for, with the language served. */
const servedLocales = z.record(z.string(), z.string());

const imageSchema = z
  .object({
    url: z.string(),
    /** Pixels. */
    width: z.int(),
    height: z.int(),
    role: z.enum(imageRoles),
    alt: z.string(),
  })
  .meta({ id: 'Image' });

/** The same page in another market or language: what `<link rel="alternate" hreflang>` says. `x-default` is the one for everybody else. */
const alternateSchema = z
  .object({ hreflang: z.string(), market: z.string(), locale: z.string() })
  .meta({ id: 'PageAlternate' });

const availabilitySchema = z
  .object({ status: z.enum(['inStock', 'lowStock', 'outOfStock']), quantity: z.int().nonnegative() })
  .meta({
    id: 'Availability',
    description: 'Quantity is capped: a storefront learns when few are left, not a seller’s whole stock.',
  });

/** An offer as a page shows it. */
export const offerSchema = z
  .object({
    offerId: z.uuid(),
    seller: z.object({ id: z.uuid(), name: z.string(), demo: z.boolean() }),
    grade: gradeSchema,
    gradeLabel: z.string(),
    price: moneySchema,
    /** Lowest price of the 30 days before an announced reduction; shown struck through only when present. */
    priorPrice: moneySchema.optional(),
    /** How much lower the price is than `priorPrice`, in whole per cent rounded down, as it may be announced (Directive 98/6/EC art. 6a). */
    reductionPercent: z.int().positive().optional(),
    availability: availabilitySchema,
    /** Working days from the order to the door, with the market’s cheapest delivery. */
    delivery: z.object({ minDays: z.int(), maxDays: z.int() }),
    warrantyMonths: z.int(),
    batteryHealth: z.int().optional(),
    shipsFrom: z.string(),
    vatScheme: vatSchemeSchema,
    /** How many of the seller's devices came back with a defect. Left out while too few were sold to say. */
    sellerQuality: z
      .object({
        windowDays: z.int(),
        devices: z.int(),
        defects: z.int(),
        share: z.string(),
        /** 95 % Wilson bounds of the share. */
        low: z.string(),
        high: z.string(),
        /** It in the reader's language, where that words it. */
        statement: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Offer' });

export const rankedOfferSchema = offerSchema
  .extend({
    rank: z.int().positive(),
    score: z.string(),
    /** What the score is made of, each in the market’s currency or as a plain number. */
    factors: z.record(z.string(), z.string()),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'RankedOffer' });

const gradeBoxSchema = z
  .object({
    grade: gradeSchema,
    label: z.string(),
    definition: z.string(),
    /** The offer that wins this variant, grade and market; null when none can be bought. */
    buyBox: offerSchema.nullable(),
    price: moneySchema.nullable(),
    priorPrice: moneySchema.nullable(),
    availability: availabilitySchema,
    offerCount: z.int().nonnegative(),
    /** The next better grade on sale and what it costs more: a negative difference where the better one is cheaper. */
    nextGradeUp: z
      .object({ grade: gradeSchema, label: z.string(), price: moneySchema, difference: moneySchema })
      .nullable(),
  })
  .meta({ id: 'GradeBox' });

const variantSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    storageGb: z.int().optional(),
    ramMb: z.int().optional(),
    colour: z.object({ code: z.string(), name: z.string() }).optional(),
    mpns: z.array(z.string()),
    gtins: z.array(z.string()),
    /** True when the storage size is the family’s usual one and not from a data set. */
    assumed: z.boolean(),
    /** Pictures of this variant alone: where there are any, they are shown instead of the product’s. */
    images: z.array(imageSchema),
    grades: z.array(gradeBoxSchema),
  })
  .meta({ id: 'Variant' });

/** Everything a product page shows, in one answer. */
export const productPageSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    /** Only where another id or address was asked for: of a product merged into this one, or one this product had. Lead the reader to `slug`. */
    redirectedFrom: z.string().optional(),
    title: z.string(),
    brand: z.string(),
    model: z.string(),
    /** Only where somebody wrote one, in whatever language of the reader’s chain: `servedLocales` says which. */
    description: z.string().optional(),
    category: z.object({ code: z.string(), name: z.string(), path: z.array(z.string()), trail: categoryTrailSchema }),
    /** As stated, for programs; `specs` says the same to readers. */
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    specs: z.array(productSpecSchema),
    modelCodes: z.array(z.string()),
    /** First to last; those of a variant that has its own are with it. */
    images: z.array(imageSchema),
    market: z.string(),
    currency: z.string(),
    taxInclusive: z.boolean(),
    locale: z.string(),
    servedLocales,
    /** “12 offers from 299.00”: of all variants and grades that can be bought. */
    offers: z.object({ count: z.int().nonnegative(), from: moneySchema.nullable() }),
    variants: z.array(variantSchema),
    /** This page in every market that shows it and every language, itself among them. Every one of them tells the same. */
    alternates: z.array(
      alternateSchema.extend({ slug: z.string(), href: z.string() }).meta({ id: 'ProductPageAlternate' }),
    ),
    legal: z.object({ withdrawalDays: z.int(), guaranteeMonths: z.int() }),
  })
  .meta({ id: 'ProductPage' });

export const productListItemSchema = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    brand: z.string(),
    category: z.string(),
    /** The one a list shows; null when there is none. */
    image: imageSchema.nullable(),
    /** Lowest buy-box price over what was asked for; null when nothing of it can be bought. */
    price: moneySchema.nullable(),
    grade: gradeSchema.nullable(),
    /** The variant that has this price: what a link from the list shows first. */
    variantId: z.uuid().nullable(),
    grades: z.array(gradeSchema),
    available: z.boolean(),
    variantCount: z.int(),
    offerCount: z.int(),
    servedLocales,
  })
  .meta({ id: 'ProductListItem' });

const bucketSchema = z.object({ value: z.string(), label: z.string(), count: z.int() });

export const productListSchema = z
  .object({
    items: z.array(productListItemSchema),
    facets: z.object({
      category: z.array(bucketSchema),
      brand: z.array(bucketSchema),
      grade: z.array(bucketSchema),
      /** Gigabytes, smallest first. */
      storage: z.array(bucketSchema),
      colour: z.array(bucketSchema),
      /** Gigabytes of memory, smallest first. */
      ram: z.array(bucketSchema),
      /** Diagonals in inches as `from-to`. */
      screen: z.array(bucketSchema),
      /** Years of release, newest first. */
      year: z.array(bucketSchema),
      price: z
        .object({
          min: moneySchema,
          max: moneySchema,
          /** Between round prices; `to` is not included, and the last has none. */
          ranges: z.array(z.object({ from: moneySchema, to: moneySchema.nullable(), count: z.int() })),
        })
        .nullable(),
    }),
    total: z.int(),
    nextCursor: z.string().nullable(),
    locale: z.string(),
    /** Of the facets’ labels; each item says its own. */
    servedLocales,
    /** This list in every market and language; codes of filters are the same everywhere. */
    alternates: z.array(alternateSchema),
  })
  .meta({ id: 'ProductList' });

/** Several values in one parameter: alternatives. */
const several = (one: string, many: string) =>
  z
    .string()
    .max(200)
    .meta({ description: `${one}, or several ${many} separated by commas.` });

const decimalQuery = z.string().regex(/^\d{1,9}(\.\d{1,3})?$/, 'a decimal such as "199.00"');

export const listProducts = operation({
  id: 'listProducts',
  method: 'GET',
  path: '/v1/markets/{market}/products',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Search and browse products, with facets',
  params: marketParams,
  query: z.object({
    q: z.string().max(200).optional(),
    category: z.string().max(60).optional(),
    brand: z.string().max(60).optional().meta({ description: 'One brand, or several separated by commas.' }),
    grade: z.string().max(60).optional().meta({ description: 'One grade, or several separated by commas.' }),
    storage: several('Gigabytes', 'storages').optional(),
    colour: several('A colour’s code, such as `midnight`', 'colours').optional(),
    ram: several('Gigabytes of memory', 'sizes').optional(),
    year: several('A year of release', 'years').optional(),
    screen: several('A range of the `screen` facet, such as `6-6.5`', 'ranges').optional(),
    priceMin: decimalQuery.optional(),
    priceMax: decimalQuery.optional(),
    available: z
      .enum(['true', 'false', 'any'])
      .default('true')
      .meta({ description: '`true` (default) lists only what can be bought.' }),
    includeUnavailable: z
      .enum(['true', 'false'])
      .optional()
      .meta({ description: '`true` is `available=any`: also what nobody sells now.' }),
    sort: z.enum(['relevance', 'price', '-price', 'newest', 'name']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
    cursor: z.string().max(400).optional(),
    ...localeQuery,
  }),
  responses: { 200: productListSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion'],
});

export const getProduct = operation({
  id: 'getProduct',
  method: 'GET',
  path: '/v1/markets/{market}/products/{idOrSlug}',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'A product page in one call',
  description:
    'An id or address of a product that was merged into another, or that a product had before, answers with that product and says `redirectedFrom`: the storefront knows its own addresses and answers 301 to the one made of `slug`.',
  params: marketParams.extend({ idOrSlug: z.string().min(1).max(200) }),
  query: z.object({ ...localeQuery }),
  responses: { 200: productPageSchema },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'ProductNotFound'],
});

export const listVariantOffers = operation({
  id: 'listVariantOffers',
  method: 'GET',
  path: '/v1/markets/{market}/variants/{variantId}/offers',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'All offers of a variant, ranked, with reasons',
  params: marketParams.extend({ variantId: z.uuid() }),
  query: z.object({ grade: gradeSchema.optional(), ...localeQuery }),
  responses: {
    200: z
      .object({ variantId: z.uuid(), market: z.string(), locale: z.string(), items: z.array(rankedOfferSchema) })
      .meta({ id: 'VariantOffers' }),
  },
  problems: ['MarketNotFound', 'MarketNotLive', 'MarketInOtherRegion', 'VariantNotFound'],
});

export const importProducts = operation({
  id: 'importProducts',
  method: 'POST',
  path: '/v1/ops/products/import',
  owner: 'catalog',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Create or update products from an NDJSON stream, one product a line',
  description: 'Idempotent by content: an unchanged product says nothing. A bad line is reported and the others go on.',
  body: z.any().meta({
    description: 'application/x-ndjson, each line a Product without `version`.',
    contentType: 'application/x-ndjson',
  }),
  responses: {
    200: z
      .object({
        received: z.int(),
        created: z.int(),
        updated: z.int(),
        unchanged: z.int(),
        rejected: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
      })
      .meta({ id: 'ProductImportResult' }),
  },
  problems: ['NotTheWriterRegion'],
});
