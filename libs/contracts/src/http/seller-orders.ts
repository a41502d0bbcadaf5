import { z } from 'zod';
import { idempotencyHeaders, idempotencyProblems } from './idempotency-key.js';
import { operation } from './operation.js';
import { consignmentStatusSchema, lineQuantitySchema, returnSchema, shipmentSchema } from './order-parts.js';
import { deliveryAddressSchema } from './orders.js';
import { moneySchema } from '../money.js';
import { returnReasonSchema, unitIdentitySchema } from '../returns.js';
import { gradeSchema } from '../vocabulary.js';

const sellerOrderParams = z.object({ orderId: z.uuid() });

/** One seller's part of an order, as that seller sees it: its own lines, where they go, and what became of them. */
export const sellerOrderSchema = z
  .object({
    orderId: z.uuid(),
    market: z.string(),
    status: consignmentStatusSchema,
    placedAt: z.iso.datetime(),
    /** Whom the parcel is for. For sending it, and for nothing else. */
    recipient: z.object({ name: z.string(), address: deliveryAddressSchema }),
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        offerId: z.uuid(),
        variantId: z.uuid(),
        grade: gradeSchema,
        quantity: z.int(),
        unitPrice: moneySchema,
        gross: moneySchema,
        cancelled: z.int(),
        shipped: z.int(),
        delivered: z.int(),
        returned: z.int(),
      }),
    ),
    shipments: z.array(shipmentSchema),
    returns: z.array(returnSchema),
  })
  .meta({ id: 'SellerOrder' });

export const listSellerOrders = operation({
  id: 'listSellerOrders',
  method: 'GET',
  path: '/v1/seller/orders',
  owner: 'checkout',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Paid orders with goods of this seller, newest first',
  query: z.object({
    status: consignmentStatusSchema.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** `nextCursor` of the page before. */
    cursor: z.uuid().optional(),
  }),
  responses: {
    200: z
      .object({ items: z.array(sellerOrderSchema), nextCursor: z.string().nullable() })
      .meta({ id: 'SellerOrderList' }),
  },
  problems: [],
});

export const getSellerOrder = operation({
  id: 'getSellerOrder',
  method: 'GET',
  path: '/v1/seller/orders/{orderId}',
  owner: 'checkout',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'This seller’s part of an order',
  params: sellerOrderParams,
  responses: { 200: sellerOrderSchema },
  problems: ['OrderNotFound'],
});

export const shipLines = operation({
  id: 'shipLines',
  method: 'POST',
  path: '/v1/seller/orders/{orderId}/shipments',
  owner: 'checkout',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Say that a parcel left, and which devices are in it',
  description:
    'Phones need one IMEI a piece (15 digits, check digit included; 16 with a software version are read too), tablets and laptops an IMEI or a serial number. A device is in one parcel at a time. Needs `Idempotency-Key`.',
  params: sellerOrderParams,
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      carrier: z.string().min(1).max(60),
      trackingNumber: z.string().min(1).max(60).optional(),
      lines: z
        .array(
          lineQuantitySchema.extend({
            units: z
              .array(
                z.strictObject({
                  imei: z.string().min(15).max(32).optional(),
                  serial: unitIdentitySchema.shape.serial,
                }),
              )
              .max(100)
              .optional(),
          }),
        )
        .min(1)
        .max(50),
    })
    .meta({ id: 'ShipLines' }),
  responses: { 201: shipmentSchema },
  problems: [
    'OrderNotFound',
    'OrderNotInThatState',
    'LineNotFound',
    'QuantityNotLeft',
    'UnitIdentityMissing',
    'UnitIdentityInvalid',
    'UnitAlreadySent',
    ...idempotencyProblems,
  ],
});

export const endShipment = operation({
  id: 'endShipment',
  method: 'POST',
  path: '/v1/seller/orders/{orderId}/shipments/{shipmentId}/delivered',
  owner: 'checkout',
  policy: ['seller', 'ops'],
  tag: 'Sellers',
  summary: 'Say that a parcel arrived, or was lost',
  description:
    'Delivery starts the buyer’s withdrawal period. What was lost is paid back at once. Needs `Idempotency-Key`.',
  params: sellerOrderParams.extend({ shipmentId: z.uuid() }),
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      /** When the carrier handed it over; now, where it is left out. */
      deliveredAt: z.iso.datetime().optional(),
      lost: z.literal(true).optional(),
    })
    .meta({ id: 'EndShipment' }),
  responses: { 200: shipmentSchema },
  problems: ['OrderNotFound', 'ShipmentNotFound', 'ShipmentEnded', 'DeliveryTimeInvalid', ...idempotencyProblems],
});

export const cancelSellerLines = operation({
  id: 'cancelSellerLines',
  method: 'POST',
  path: '/v1/seller/orders/{orderId}/cancellations',
  owner: 'checkout',
  policy: ['seller'],
  tag: 'Sellers',
  summary: 'Call off what cannot be sent; the buyer is paid back',
  description: 'Needs `Idempotency-Key`.',
  params: sellerOrderParams,
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      lines: z.array(lineQuantitySchema).min(1).max(50),
      reason: returnReasonSchema,
      message: z.string().min(3).max(300).optional(),
    })
    .meta({ id: 'CancelSellerLines' }),
  responses: { 201: returnSchema },
  problems: ['OrderNotFound', 'OrderNotInThatState', 'LineNotFound', 'QuantityNotLeft', ...idempotencyProblems],
});

const returnParams = sellerOrderParams.extend({ returnId: z.uuid() });
const returnProblems = ['OrderNotFound', 'ReturnNotFound', 'ReturnNotInThatState', ...idempotencyProblems] as const;

export const decideReturn = operation({
  id: 'decideReturn',
  method: 'POST',
  path: '/v1/seller/orders/{orderId}/returns/{returnId}/decision',
  owner: 'checkout',
  policy: ['seller', 'ops'],
  tag: 'Sellers',
  summary: 'Approve or reject what a buyer asked for',
  description: 'A withdrawal needs no approval and cannot be rejected. Needs `Idempotency-Key`.',
  params: returnParams,
  headers: idempotencyHeaders,
  body: z
    .discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('approve'), message: z.string().max(300).optional() }),
      /** The buyer is told why. */
      z.strictObject({ decision: z.literal('reject'), message: z.string().min(3).max(300) }),
    ])
    .meta({ id: 'DecideReturn' }),
  responses: { 200: returnSchema },
  problems: returnProblems,
});

export const receiveReturn = operation({
  id: 'receiveReturn',
  method: 'POST',
  path: '/v1/seller/orders/{orderId}/returns/{returnId}/receipt',
  owner: 'checkout',
  policy: ['seller', 'ops'],
  tag: 'Sellers',
  summary: 'Say that the goods are back; the buyer is paid back, or a claim is met otherwise',
  description:
    'Pays back what was paid for exactly these pieces, unless a warranty claim is met by a repair or a replacement. Needs `Idempotency-Key`.',
  params: returnParams,
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      remedy: z.enum(['refund', 'repair', 'replacement']).default('refund'),
      /** Which devices came back; needed when only some of a line's did. */
      units: z
        .array(z.strictObject({ imei: z.string().max(32).optional(), serial: unitIdentitySchema.shape.serial }))
        .max(100)
        .optional(),
      message: z.string().max(300).optional(),
    })
    .meta({ id: 'ReceiveReturn' }),
  responses: { 200: returnSchema },
  problems: [...returnProblems, 'UnitIdentityMissing', 'UnitIdentityInvalid'],
});
