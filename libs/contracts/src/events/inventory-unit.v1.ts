import { z } from 'zod';
import { fact } from './fact.js';
import { inventoryUnitTopic } from './topics.js';
import { moneySchema } from '../money.js';
import {
  countryCodeSchema,
  gradeSchema,
  supplierKindSchema,
  unitStatusSchema,
  vatSchemeSchema,
} from '../vocabulary.js';

/**
 * One device as its seller's ledger has it: what it cost, how it was bought and where it stands. It names neither IMEI nor serial number:
 * once sold these identify the buyer's phone, and nobody who prices or books needs them. `offerId` and `variantId` are absent until an
 * offer of that SKU is known.
 */
export const unitChangedV1 = fact({
  type: 'inventory.unit.changed',
  v: 1,
  topic: inventoryUnitTopic,
  schema: z.object({
    unitId: z.uuid(),
    version: z.int().positive(),
    sellerId: z.uuid(),
    sku: z.string().min(1),
    offerId: z.uuid().optional(),
    variantId: z.uuid().optional(),
    grade: gradeSchema,
    status: unitStatusSchema,
    /** The order it left with, while `reserved`, `sold` or `returned`. */
    orderId: z.uuid().optional(),
    acquisition: z.object({
      supplierKind: supplierKindSchema,
      /** `MARGINAL`: bought without deductible VAT, so that the margin scheme may be chosen for its sale. */
      vatScheme: vatSchemeSchema,
      cost: moneySchema,
      /** The day of the purchase. */
      acquiredAt: z.iso.date(),
      /** Where it was bought. */
      country: countryCodeSchema,
      /** The purchase document in the seller's books. */
      documentRef: z.string().min(1),
    }),
  }),
  keyOf: (data) => data.unitId,
  example: {
    unitId: '0199d3a0-0000-7000-8000-000000000040',
    version: 3,
    sellerId: '0199d3a0-0000-7000-8000-000000000001',
    sku: 'IP13-128-MID-A',
    offerId: '0199d3a0-0000-7000-8000-000000000010',
    variantId: '0199d3a0-0000-5000-8000-000000000021',
    grade: 'EXCELLENT',
    status: 'listed',
    acquisition: {
      supplierKind: 'private',
      vatScheme: 'MARGINAL',
      cost: { amount: '220.00', currency: 'EUR' },
      acquiredAt: '2026-10-03',
      country: 'FR',
      documentRef: 'PO-2026-1187',
    },
  },
});
