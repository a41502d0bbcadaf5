import { z } from 'zod';
import { skuSchema } from './offers.js';
import { operation } from './operation.js';
import { moneySchema } from '../money.js';
import {
  countryCodeSchema,
  gradeSchema,
  supplierKindSchema,
  unitStatusSchema,
  vatSchemeSchema,
} from '../vocabulary.js';

const imeiTextSchema = z.string().min(1).max(32);
const referenceSchema = z.string().trim().min(1).max(120);

/** What was found when the device was looked at. A unit is sellable only when it is wiped, free and nobody's locked property. */
export const unitChecksSchema = z
  .strictObject({
    /** The certificate that its data is erased. */
    wipeCertificateRef: referenceSchema.optional(),
    /** Whether a network or an insurer lists it as lost or stolen. */
    blacklist: z.enum(['clear', 'listed']).optional(),
    /** Whether an account still locks it: iCloud activation lock, Google factory reset protection. */
    accountLock: z.enum(['off', 'on']).optional(),
    /** Whether a company still manages it. */
    deviceManagement: z.enum(['off', 'on']).optional(),
    checkedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'UnitChecks' });

export const unitInputSchema = z
  .strictObject({
    sku: skuSchema,
    /** 15 digits, or 16 with a software version, which is dropped. Separators are allowed. */
    imei: imeiTextSchema.optional(),
    /** The second one of a device for two SIM cards. */
    imei2: imeiTextSchema.optional(),
    /** For what has no IMEI; unique per brand, so the brand is needed with it. */
    serial: z.string().trim().min(3).max(64).optional(),
    brand: z.string().trim().min(1).max(60).optional(),
    grade: gradeSchema,
    /** What it was bought for, without repairs: those do not raise the purchase price of the margin scheme. */
    unitCost: moneySchema,
    acquisition: z.strictObject({
      supplierKind: supplierKindSchema,
      /** How VAT stands on the purchase document. Follows from the supplier; given, it must not contradict it. */
      vatScheme: vatSchemeSchema.optional(),
      documentRef: referenceSchema,
      acquiredAt: z.iso.date(),
      country: countryCodeSchema,
    }),
    batteryHealth: z.int().min(1).max(100).optional(),
    checks: unitChecksSchema.optional(),
    /** How far it has come already; every step on the way is checked and recorded. */
    status: z.enum(['received', 'tested', 'listed']).default('received'),
  })
  .meta({ id: 'UnitInput' });

export const unitSchema = z
  .object({
    unitId: z.uuid(),
    version: z.int().positive(),
    sellerId: z.uuid(),
    sku: skuSchema,
    /** Absent until an offer of this SKU is known. */
    offerId: z.uuid().optional(),
    variantId: z.uuid().optional(),
    imei: z.string().optional(),
    imei2: z.string().optional(),
    serial: z.string().optional(),
    brand: z.string().optional(),
    grade: gradeSchema,
    status: unitStatusSchema,
    /** How often this seller has bought this device: 1 the first time. */
    acquisitionCycle: z.int().positive(),
    unitCost: moneySchema,
    acquisition: z.object({
      supplierKind: supplierKindSchema,
      vatScheme: vatSchemeSchema,
      documentRef: z.string(),
      acquiredAt: z.iso.date(),
      country: countryCodeSchema,
    }),
    batteryHealth: z.int().optional(),
    checks: unitChecksSchema,
    orderId: z.uuid().optional(),
  })
  .meta({ id: 'Unit' });

export const unitWithHistorySchema = unitSchema
  .extend({
    /** Every status it had, oldest first. */
    history: z.array(
      z.object({
        version: z.int().positive(),
        from: unitStatusSchema.nullable(),
        to: unitStatusSchema,
        at: z.iso.datetime(),
        by: z.enum(['seller', 'ops', 'order']),
        reason: z.string(),
        orderId: z.uuid().optional(),
      }),
    ),
  })
  .meta({ id: 'UnitWithHistory' });

export const registerUnit = operation({
  id: 'registerUnit',
  method: 'POST',
  path: '/v1/seller/units',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Register a device in the unit ledger',
  description:
    'Idempotent by seller, device and purchase document: the same again answers 200 with the unit as it stands. An IMEI or serial number is unique among units that are not sold or scrapped; a device that comes back to the market is a new unit with its own purchase.',
  body: unitInputSchema,
  responses: { 200: unitSchema, 201: unitSchema },
  problems: ['UnitRejected', 'UnitIdentityActive', 'UnitAlreadyRegistered', 'UnitNotSellable'],
});

export const importUnits = operation({
  id: 'importUnits',
  method: 'POST',
  path: '/v1/seller/units/bulk',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Register many devices from an NDJSON stream',
  description:
    'Each line is a unit as `registerUnit` takes it. Idempotent; a bad line is reported and the others go on.',
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
  body: z.any().meta({ description: 'application/x-ndjson', contentType: 'application/x-ndjson' }),
  responses: {
    200: z
      .object({
        received: z.int(),
        created: z.int(),
        unchanged: z.int(),
        rejectedCount: z.int(),
        /** The first 1,000 rejected rows. */
        rejected: z.array(z.object({ line: z.int(), field: z.string(), code: z.string(), message: z.string() })),
      })
      .meta({ id: 'UnitImportResult' }),
  },
  problems: [],
});

export const listUnits = operation({
  id: 'listUnits',
  method: 'GET',
  path: '/v1/seller/units',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'The units of a seller, oldest first',
  query: z.object({
    sku: skuSchema.optional(),
    status: unitStatusSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `nextCursor` of the page before. */
    cursor: z.uuid().optional(),
  }),
  responses: {
    200: z.object({ items: z.array(unitSchema), nextCursor: z.uuid().nullable() }).meta({ id: 'UnitList' }),
  },
  problems: [],
});

const unitParams = z.object({ unitId: z.uuid() });

export const getUnit = operation({
  id: 'getUnit',
  method: 'GET',
  path: '/v1/seller/units/{unitId}',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'A unit and every status it had',
  params: unitParams,
  responses: { 200: unitWithHistorySchema },
  problems: ['UnitNotFound'],
});

export const moveUnit = operation({
  id: 'moveUnit',
  method: 'POST',
  path: '/v1/seller/units/{unitId}/transitions',
  owner: 'inventory',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Move a unit on in its life',
  description:
    'Orders reserve, sell and return units; a seller tests, lists, takes off sale and scraps them. `tested` needs checks that pass, `listed` an offer of the same grade that the purchase allows. Asking for the status a unit has changes nothing.',
  params: unitParams,
  body: z
    .strictObject({
      to: z.enum(['received', 'tested', 'listed', 'scrapped']),
      reason: z.string().trim().min(3).max(300),
      /** What the test found; replaces what was found before. */
      checks: unitChecksSchema.optional(),
      grade: gradeSchema.optional(),
      batteryHealth: z.int().min(1).max(100).optional(),
    })
    .meta({ id: 'MoveUnit' }),
  responses: { 200: unitSchema },
  problems: ['UnitNotFound', 'UnitTransitionNotAllowed', 'UnitNotSellable', 'UnitPromised'],
});
