import { z } from 'zod';
import { skuSchema } from './offers.js';
import { operation } from './operation.js';

/** What says how many there are of an offer. */
export const countedBySchema = z.enum(['offer', 'units']).meta({ id: 'CountedBy' });

export const stockLevelSchema = z
  .object({
    offerId: z.uuid(),
    sku: skuSchema,
    version: z.int().nonnegative(),
    /** `offer`: the quantity stated with the offer. `units`: the listed units of the ledger. */
    countedBy: countedBySchema,
    onHand: z.int().nonnegative(),
    /** Held by carts. */
    reserved: z.int().nonnegative(),
    /** Held by placed orders, until they are confirmed or end. */
    allocated: z.int().nonnegative(),
    available: z.int().nonnegative(),
    /** Promised units the seller has since said not to have; each goes when its promise ends. */
    withdrawn: z.int().nonnegative(),
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
