import { z } from 'zod';
import { skuSchema } from './offers.js';
import { operation } from './operation.js';
import { countryCodeSchema } from '../vocabulary.js';

/** What says how many there are of an offer. */
export const countedBySchema = z.enum(['offer', 'units', 'locations']).meta({ id: 'CountedBy' });

export const stockLevelSchema = z
  .object({
    offerId: z.uuid(),
    sku: skuSchema,
    version: z.int().nonnegative(),
    /** `offer`: the quantity stated with the offer. `units`: the listed units of the ledger. `locations`: what its places have. */
    countedBy: countedBySchema,
    onHand: z.int().nonnegative(),
    /** Held by carts. */
    reserved: z.int().nonnegative(),
    /** Held by placed orders, until they are confirmed or end. */
    allocated: z.int().nonnegative(),
    available: z.int().nonnegative(),
    /** Kept back from sale at the places. */
    safetyStock: z.int().nonnegative(),
    /** Promised units the seller has since said not to have; each goes when its promise ends. */
    withdrawn: z.int().nonnegative(),
    /** What each place has. Carts hold of the whole, so `available` here does not know of them. */
    locations: z.array(
      z.object({
        location: z.string(),
        onHand: z.int().nonnegative(),
        allocated: z.int().nonnegative(),
        safetyStock: z.int().nonnegative(),
        available: z.int().nonnegative(),
      }),
    ),
  })
  .meta({ id: 'StockLevel' });

const skuParams = z.object({ sku: skuSchema });

export const getStock = operation({
  id: 'getStock',
  method: 'GET',
  path: '/v1/seller/stock/{sku}',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'How many there are of an offer, and to whom they are promised',
  params: skuParams,
  responses: { 200: stockLevelSchema },
  problems: ['OfferNotFound'],
});

export const putStockCounting = operation({
  id: 'putStockCounting',
  method: 'PUT',
  path: '/v1/seller/stock/{sku}',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Say what counts the stock of an offer',
  description:
    'By default the quantity stated with the offer. Counted by `units`, stock is the number of listed units, and an offer that states another quantity is noted as a discrepancy.',
  params: skuParams,
  body: z.strictObject({ countedBy: countedBySchema }).meta({ id: 'StockCounting' }),
  responses: { 200: stockLevelSchema },
  problems: ['OfferNotFound'],
});

export const locationCodeSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'small letters, digits and hyphens; 32 at most');

export const locationSchema = z
  .object({ code: locationCodeSchema, name: z.string(), country: countryCodeSchema })
  .meta({ id: 'StockLocation' });

export const putLocation = operation({
  id: 'putLocation',
  method: 'PUT',
  path: '/v1/seller/locations/{code}',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Name a place goods are kept at in this region',
  params: z.object({ code: locationCodeSchema }),
  body: z
    .strictObject({ name: z.string().trim().min(1).max(120), country: countryCodeSchema })
    .meta({ id: 'StockLocationInput' }),
  responses: { 200: locationSchema, 201: locationSchema },
  problems: [],
});

export const listLocations = operation({
  id: 'listLocations',
  method: 'GET',
  path: '/v1/seller/locations',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'The places of a seller in this region',
  responses: { 200: z.object({ items: z.array(locationSchema) }).meta({ id: 'StockLocationList' }) },
  problems: [],
});

export const stockLineSchema = z
  .strictObject({
    sku: skuSchema,
    location: locationCodeSchema,
    /** What is there, pieces promised to buyers included. */
    onHand: z.int().min(0).max(1_000_000),
    /** Kept back from sale; what was stated before when left out. */
    safetyStock: z.int().min(0).max(1_000_000).optional(),
  })
  .meta({ id: 'StockLine' });

export const feedStock = operation({
  id: 'feedStock',
  method: 'POST',
  path: '/v1/seller/stock/bulk',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'State what places have, from an NDJSON stream',
  description:
    'Each line states one offer at one place. Idempotent; a bad line is reported and the others go on. The first line of an offer makes its places what counts its stock, instead of the quantity stated with it.',
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: z.any().meta({ description: 'application/x-ndjson', contentType: 'application/x-ndjson' }),
  responses: {
    200: z
      .object({
        received: z.int(),
        changed: z.int(),
        unchanged: z.int(),
        rejectedCount: z.int(),
        /** The first 1,000 rejected rows. */
        rejected: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
      })
      .meta({ id: 'StockFeedResult' }),
  },
  problems: [],
});

export const discrepancyKindSchema = z
  .enum([
    'unknownDevice',
    'deviceOfAnotherSeller',
    'alreadySold',
    'scrapped',
    'notTested',
    'otherOffer',
    'notSoldWithOrder',
    'registeredSince',
    'deviceNotNamed',
    'quantityDiffers',
  ])
  .meta({ id: 'UnitDiscrepancyKind' });

export const unitDiscrepancyListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        sellerId: z.uuid(),
        kind: discrepancyKindSchema,
        detail: z.string(),
        orderId: z.uuid().optional(),
        offerId: z.uuid().optional(),
        unitId: z.uuid().optional(),
        imei: z.string().optional(),
        serial: z.string().optional(),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  })
  .meta({ id: 'UnitDiscrepancyList' });

const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.uuid().optional(),
};

export const listUnitDiscrepancies = operation({
  id: 'listUnitDiscrepancies',
  method: 'GET',
  path: '/v1/seller/unit-discrepancies',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Where goods and unit ledger disagree, newest first',
  query: z.object(pageQuery),
  responses: { 200: unitDiscrepancyListSchema },
  problems: [],
});

export const listOpsUnitDiscrepancies = operation({
  id: 'listOpsUnitDiscrepancies',
  method: 'GET',
  path: '/v1/ops/unit-discrepancies',
  owner: 'inventory',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Where goods and unit ledger disagree, of one seller or all, newest first',
  query: z.object({ sellerId: z.uuid().optional(), ...pageQuery }),
  responses: { 200: unitDiscrepancyListSchema },
  problems: [],
});
