import { z } from 'zod';
import { moneySchema } from '../money.js';
import {
  returnKindSchema,
  returnReasonSchema,
  returnStatusSchema,
  shipmentStatusSchema,
  unitIdentitySchema,
} from '../returns.js';

/** How far one seller's part of an order has come. */
export const consignmentStatuses = ['awaitingShipment', 'partlyShipped', 'shipped', 'delivered', 'cancelled'] as const;
export const consignmentStatusSchema = z.enum(consignmentStatuses).meta({ id: 'ConsignmentStatus' });

/** So many pieces of one line. */
export const lineQuantitySchema = z.strictObject({ lineId: z.uuid(), quantity: z.int().min(1).max(100) });

/** One seller's part of an order: sent, delivered and answered for by that seller alone. */
export const consignmentSchema = z
  .object({
    sellerId: z.uuid(),
    status: consignmentStatusSchema,
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        quantity: z.int(),
        /** Called off before they were sent. */
        cancelled: z.int(),
        shipped: z.int(),
        delivered: z.int(),
        /** On their way back, or back. */
        returned: z.int(),
      }),
    ),
  })
  .meta({ id: 'Consignment' });

export const shipmentSchema = z
  .object({
    id: z.uuid(),
    sellerId: z.uuid(),
    status: shipmentStatusSchema,
    carrier: z.string(),
    trackingNumber: z.string().optional(),
    shippedAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().optional(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int(), units: z.array(unitIdentitySchema) })),
  })
  .meta({ id: 'Shipment' });

export const returnSchema = z
  .object({
    id: z.uuid(),
    sellerId: z.uuid(),
    kind: returnKindSchema,
    reason: returnReasonSchema,
    status: returnStatusSchema,
    requestedAt: z.iso.datetime(),
    receivedAt: z.iso.datetime().optional(),
    /** What the seller said: why it was rejected, or how a claim was met. */
    message: z.string().optional(),
    lines: z.array(z.object({ lineId: z.uuid(), quantity: z.int() })),
  })
  .meta({ id: 'Return' });

/** One return for each seller concerned. */
export const returnListSchema = z.object({ returns: z.array(returnSchema) }).meta({ id: 'ReturnList' });

const amounts = { net: moneySchema, tax: moneySchema, fees: moneySchema, gross: moneySchema };

/** Money given back, with the tax and fees of exactly what it is for: `net + tax + fees = gross`. */
export const refundSchema = z
  .object({
    id: z.uuid(),
    amount: moneySchema,
    /** `pending` until the payment provider confirmed it. */
    status: z.enum(['pending', 'settled']),
    requestedAt: z.iso.datetime(),
    settledAt: z.iso.datetime().optional(),
    returnId: z.uuid().optional(),
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        quantity: z.int(),
        /** The price was lowered and the goods stay with the buyer. */
        reduction: z.boolean(),
        ...amounts,
      }),
    ),
    /** Delivery and what is owed once an order, when they are given back too. */
    delivery: z.object(amounts).optional(),
  })
  .meta({ id: 'Refund' });

/** Until when the buyer may withdraw without a reason. */
export const withdrawalPeriodSchema = z
  .object({
    open: z.boolean(),
    /** The last moment of the period. Absent while something is not delivered yet: the period has not begun. */
    until: z.iso.datetime().optional(),
  })
  .meta({ id: 'WithdrawalPeriod' });
