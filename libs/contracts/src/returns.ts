import { z } from 'zod';

/**
 * How goods or money come back. `withdrawal`: without a reason, by right (Directive 2011/83/EU art. 9) or by the shop's promise. `return`: asked for with
 * a reason. `warrantyClaim`: under the guarantee (Directive (EU) 2019/771) or the seller's warranty. `cancellation`: before anything was sent.
 */
export const returnKinds = ['withdrawal', 'return', 'warrantyClaim', 'cancellation'] as const;
export const returnKindSchema = z.enum(returnKinds).meta({ id: 'ReturnKind' });
export type ReturnKind = (typeof returnKinds)[number];

/** Why. Sellers are measured by it: what the buyer changed their mind about is not the seller's fault, a wrong grade is. */
export const returnReasons = [
  'changedMind',
  'defect',
  'deadOnArrival',
  'wrongGrade',
  'wrongItem',
  'damagedInTransit',
  'lost',
  /** The seller cannot send it after all. */
  'cannotSupply',
  'other',
] as const;
export const returnReasonSchema = z.enum(returnReasons).meta({ id: 'ReturnReason' });
export type ReturnReason = (typeof returnReasons)[number];

/**
 * `requested` waits for the seller's word, `approved` for the goods (a cancellation has none to wait for), `received` for the money or a
 * remedy. Ends: `refunded`, `rejected`, and `closed` for a claim that was met by a repair or a replacement.
 */
export const returnStatuses = ['requested', 'approved', 'received', 'refunded', 'rejected', 'closed'] as const;
export const returnStatusSchema = z.enum(returnStatuses).meta({ id: 'ReturnStatus' });
export type ReturnStatus = (typeof returnStatuses)[number];

/** Where a parcel is. `lost` ends it as `delivered` does: what was in it is never delivered, and its buyer is paid back. */
export const shipmentStatuses = ['shipped', 'delivered', 'lost'] as const;
export const shipmentStatusSchema = z.enum(shipmentStatuses).meta({ id: 'ShipmentStatus' });
export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** What makes one device itself: its IMEI (15 digits, Luhn-checked) or, where it has none, its serial number. */
export const unitIdentitySchema = z
  .object({
    imei: z
      .string()
      .regex(/^\d{15}$/, 'fifteen digits')
      .optional(),
    serial: z.string().min(3).max(40).optional(),
  })
  .meta({ id: 'UnitIdentity' });
export type UnitIdentityJson = z.infer<typeof unitIdentitySchema>;
