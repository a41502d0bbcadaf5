import { z } from 'zod';
import { operation } from './operation.js';
import { productCategorySchema } from '../events/catalog-product.v1.js';
import { sellerStateSchema } from '../sellers.js';
import { countryCodeSchema, gradeSchema, marketCodeSchema } from '../vocabulary.js';

export const sellerParams = z.object({ sellerId: z.uuid() });
const whySchema = z.string().min(3).max(500);

export const sellerSchema = z
  .object({
    sellerId: z.uuid(),
    version: z.int(),
    name: z.string(),
    establishedIn: countryCodeSchema,
    status: sellerStateSchema,
    demo: z.boolean(),
    /** Where it sells; null for everywhere it states a price. */
    markets: z.array(marketCodeSchema).nullable(),
    /** Working days from the order until the parcel leaves, as promised. */
    handlingDays: z.int(),
  })
  .meta({ id: 'Seller' });

export const putSeller = operation({
  id: 'putSeller',
  method: 'PUT',
  path: '/v1/ops/sellers/{sellerId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Register or change a seller',
  description:
    'Idempotent. Without a status a seller keeps the one it has, and a new one may sell at once: whoever registers it vouches for it. With ' +
    '`applied` it first has to be verified.',
  params: sellerParams,
  body: z.strictObject({
    name: z.string().min(2).max(120),
    establishedIn: countryCodeSchema,
    status: z.enum(['applied', 'active', 'suspended']).optional(),
    demo: z.boolean().default(false),
    markets: z.array(marketCodeSchema).min(1).max(200).optional(),
    handlingDays: z.int().min(1).max(60).default(1),
  }),
  responses: { 200: sellerSchema },
  problems: ['SellerTransitionNotAllowed', 'ContentForbidden'],
});

const text = (max: number) => z.string().trim().min(1).max(max);

/** Who a seller is: Regulation (EU) 2022/2065 art. 30 and Directive (EU) 2021/514. Read by operators alone, and on no topic. */
export const sellerIdentitySchema = z
  .strictObject({
    legalName: text(200),
    address: z.strictObject({ line1: text(200), postalCode: text(20), city: text(100), country: countryCodeSchema }),
    email: z.email().max(200),
    phone: z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number such as "+33123456789"'),
    register: z.strictObject({ name: text(100), number: text(60) }).optional(),
    taxId: text(40).optional(),
    vatId: z
      .string()
      .regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/, 'a VAT number without blanks')
      .optional(),
    iban: z
      .string()
      .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'an IBAN without blanks')
      .optional(),
    /** When it undertook to offer only what complies with the law of the Union. */
    selfCertifiedAt: z.iso.datetime({ offset: true }).optional(),
  })
  .meta({ id: 'SellerIdentity' });

const eventSchema = z.object({
  id: z.string(),
  sellerVersion: z.int(),
  action: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ subject: z.string(), role: z.string() }),
  why: z.string(),
  from: z.unknown(),
  to: z.unknown(),
});

export const getSeller = operation({
  id: 'getSeller',
  method: 'GET',
  path: '/v1/ops/sellers/{sellerId}',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'A seller, who they are and what happened to them',
  params: sellerParams,
  responses: {
    200: sellerSchema
      .extend({
        identity: sellerIdentitySchema.nullable(),
        /** What has to be known before the seller may be verified. */
        missing: z.array(z.string()),
        /** Newest first, a hundred at most. */
        history: z.array(eventSchema),
      })
      .meta({ id: 'SellerFile' }),
  },
  problems: ['SellerNotFound'],
});

export const putSellerIdentity = operation({
  id: 'putSellerIdentity',
  method: 'PUT',
  path: '/v1/ops/sellers/{sellerId}/identity',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'State who a seller is',
  description: 'Which fields changed is kept with who changed them; what was in them is not.',
  params: sellerParams,
  body: z.strictObject({ identity: sellerIdentitySchema, reason: whySchema }),
  responses: { 200: sellerIdentitySchema },
  problems: ['SellerNotFound'],
});

export const transitionSeller = operation({
  id: 'transitionSeller',
  method: 'POST',
  path: '/v1/ops/sellers/{sellerId}/transitions',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Verify, open, suspend, reinstate or close a seller',
  description:
    'applied → verified → active ⇄ suspended, and closed from anywhere. Whoever is not active sells nothing: pages, lists, search and quotes ' +
    'have none of their offers as soon as the fact is heard. Orders already placed go on.',
  params: sellerParams,
  body: z.strictObject({ to: sellerStateSchema, reason: whySchema }),
  responses: { 200: sellerSchema },
  problems: ['SellerNotFound', 'SellerTransitionNotAllowed', 'SellerNotVerifiable'],
});

const decimal = z.string().regex(/^[01]\.\d{6}$/);

/** So many of so many. Share and 95 % Wilson bounds are null below the minimum volume: they would say nothing. */
const rateSchema = z
  .object({
    events: z.int(),
    of: z.int(),
    rate: decimal.nullable(),
    low: decimal.nullable(),
    high: decimal.nullable(),
  })
  .meta({ id: 'MeasuredRate' });

const windowSchema = z.union([z.literal(30), z.literal(90), z.literal(365)]);

const gateScope = {
  market: marketCodeSchema,
  /** Null: of every category. */
  category: productCategorySchema.nullable(),
  /** Null: of every grade. */
  grade: gradeSchema.nullable(),
};

/** What a gate looks at: the lower bound of the share that failed. */
const evidenceSchema = z.object({ failures: z.int(), shipped: z.int(), low: decimal });

export const sellerQualitySchema = z
  .object({
    sellerId: z.uuid(),
    /** Up to the end of the day before, in UTC. */
    asOf: z.iso.date(),
    rule: z.object({
      version: z.int(),
      minimumVolume: z.int(),
      observedDays: z.int(),
      confidence: z.literal('0.95'),
    }),
    /** Defects within so many days of dispatch, of devices sent so long ago that none can come any more. */
    failure: z.array(rateSchema.extend({ windowDays: windowSchema })),
    deadOnArrival: rateSchema,
    wrongGrade: rateSchema,
    cancel: rateSchema,
    lateShip: rateSchema,
    shipped: z.int(),
    response: z.object({ answered: z.int(), averageHours: z.number() }).nullable(),
    /** Months of dispatch, newest first. Of a window that is not over for all of the month more claims may come. */
    cohorts: z.array(
      z.object({
        month: z.string(),
        shipped: z.int(),
        late: z.int(),
        failures: z.array(rateSchema.extend({ windowDays: windowSchema, mature: z.boolean() })),
      }),
    ),
    /** Defects within 90 days by market, category and grade. */
    kinds: z.array(
      z.object({ market: marketCodeSchema, category: productCategorySchema, grade: gradeSchema, failure: rateSchema }),
    ),
    /** The same by variant and grade, the most sold first. */
    variants: z.array(z.object({ variantId: z.uuid(), grade: gradeSchema, failure: rateSchema })),
    /** Offers that are down, why, and what has to hold before they come back. */
    gates: z.array(
      z.object({
        ...gateScope,
        since: z.iso.datetime(),
        reviewFrom: z.iso.datetime(),
        reason: z.string(),
        closedBy: evidenceSchema,
        now: evidenceSchema,
        wayBack: z.string(),
        mustHold: z.object({
          windowDays: windowSchema,
          evidenceDays: z.int(),
          lowerBoundMax: decimal,
          shippedMin: z.int(),
        }),
      }),
    ),
    overrides: z.array(z.object({ ...gateScope, until: z.iso.datetime() })),
    /** What ranks the seller's offers, as it was said last; null: a usual seller is assumed. */
    ranking: z
      .object({
        volume: z.int(),
        failureRate: decimal,
        cancelRate: decimal,
        lateShipRate: decimal,
        wrongGradeRate: decimal,
      })
      .nullable(),
  })
  .meta({ id: 'SellerQuality' });

export const getOwnQuality = operation({
  id: 'getOwnQuality',
  method: 'GET',
  path: '/v1/seller/quality',
  owner: 'pricing',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'How your sales went: rates with their bounds, by month of dispatch, and what is taken down for them',
  responses: { 200: sellerQualitySchema },
  problems: ['SellerNotRegistered'],
});

export const getSellerQuality = operation({
  id: 'getSellerQuality',
  method: 'GET',
  path: '/v1/ops/sellers/{sellerId}/quality',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'How the sales of a seller went, as the seller sees it',
  params: sellerParams,
  responses: { 200: sellerQualitySchema },
  problems: ['SellerNotFound'],
});

export const overrideQualityGate = operation({
  id: 'overrideQualityGate',
  method: 'POST',
  path: '/v1/ops/sellers/{sellerId}/quality-overrides',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Let offers stand that a quality gate took down, or would, until a moment',
  params: sellerParams,
  body: z.strictObject({
    market: marketCodeSchema,
    category: productCategorySchema.nullable().default(null),
    grade: gradeSchema.nullable().default(null),
    until: z.iso.datetime({ offset: true }),
    reason: whySchema,
  }),
  responses: { 201: z.object({ ...gateScope, until: z.iso.datetime() }).meta({ id: 'QualityOverride' }) },
  problems: ['SellerNotFound', 'MarketNotFound'],
});

export const listSellers = operation({
  id: 'listSellers',
  method: 'GET',
  path: '/v1/ops/sellers',
  owner: 'pricing',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Sellers of the region',
  query: z.object({
    status: sellerStateSchema.optional(),
    /** `failureRate`: the worst first, the unmeasured last. */
    sort: z.enum(['name', 'failureRate']).default('name'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `nextCursor` of the page before. */
    cursor: z.string().max(400).optional(),
  }),
  responses: {
    200: z
      .object({
        items: z.array(
          sellerSchema.extend({
            /** Defects within 90 days of dispatch; null where too little was sold. */
            failureRate: decimal.nullable(),
            shipped: z.int(),
            gates: z.int(),
          }),
        ),
        nextCursor: z.string().nullable(),
      })
      .meta({ id: 'SellerPage' }),
  },
  problems: [],
});
