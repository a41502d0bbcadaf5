import { z } from 'zod';
import { operation } from './operation.js';
import { documentSummarySchema } from './document-parts.js';
import { idempotencyHeaders, idempotencyProblems } from './idempotency-key.js';
import { localeQuery, marketParams } from './markets.js';
import { quoteLineSchema, quoteShippingSchema, quoteVoucherSchema } from './quotes.js';
import {
  consignmentSchema,
  refundSchema,
  returnSchema,
  shipmentSchema,
  withdrawalPeriodSchema,
} from './order-parts.js';
import { moneySchema } from '../money.js';
import { feeSchema, taxLineSchema, totalsSchema } from '../tax-line.js';
import { countryCodeSchema, orderStatusSchema } from '../vocabulary.js';

export const orderParams = marketParams.extend({ orderId: z.uuid() });

export const deliveryAddressSchema = z
  .strictObject({
    country: countryCodeSchema,
    region: z.string().min(1).max(60).optional(),
    city: z.string().min(1).max(120).optional(),
    postalCode: z.string().min(2).max(12).optional(),
    line1: z.string().min(1).max(200).optional(),
    line2: z.string().max(200).optional(),
    name: z.string().max(120).optional(),
    phone: z.string().max(30).optional(),
  })
  .meta({ id: 'DeliveryAddress' });

export const placeOrderBodySchema = z
  .strictObject({
    quoteToken: z.string().min(20).max(160_000),
    customer: z.strictObject({ email: z.email().max(254), name: z.string().min(1).max(120) }),
    /** Must agree with the quote in what tax depends on: country, region, postal code. */
    shipTo: deliveryAddressSchema,
    payment: z.strictObject({ method: z.string().min(1).max(40), token: z.string().min(1).max(200) }),
  })
  .meta({ id: 'PlaceOrder' });

export const orderSchema = z
  .object({
    id: z.uuid(),
    market: z.string(),
    status: orderStatusSchema,
    /** Why it ended as it did, for `declined`, `cancelled` and `refunded`: `OutOfStock`, `PaymentDeclined`… */
    reason: z.object({ code: z.string(), message: z.string() }).optional(),
    placedAt: z.iso.datetime(),
    quoteId: z.uuid(),
    lines: z.array(quoteLineSchema.extend({ id: z.uuid() })),
    taxLines: z.array(taxLineSchema),
    fees: z.array(feeSchema),
    shipping: quoteShippingSchema,
    voucher: quoteVoucherSchema.optional(),
    totals: totalsSchema,
    refunded: moneySchema,
    /** One for each seller, once the order is paid. */
    consignments: z.array(consignmentSchema),
    shipments: z.array(shipmentSchema),
    /** Cancellations, withdrawals, returns and claims. */
    returns: z.array(returnSchema),
    refunds: z.array(refundSchema),
    /** Confirmation, invoices or receipt, credit notes: see `getDocument`. */
    documents: z.array(documentSummarySchema),
    /** Absent while there is nothing to withdraw from. */
    withdrawal: withdrawalPeriodSchema.optional(),
    /** What happened, oldest first. */
    history: z.array(z.object({ at: z.iso.datetime(), state: z.string(), detail: z.string().optional() })),
    /** Opens this order and nothing else. Given when the order is placed. */
    accessToken: z.string().optional(),
  })
  .meta({ id: 'Order' });

export const placeOrder = operation({
  id: 'placeOrder',
  method: 'POST',
  path: '/v1/markets/{market}/orders',
  owner: 'checkout',
  policy: ['public'],
  tag: 'Storefront',
  summary: 'Order what a quote locked',
  description:
    'Needs `Idempotency-Key`: the same key and body again answers the same order. `Prefer: wait=10` waits up to that many seconds (30 at most) for the outcome; otherwise the answer is 202 with status `pending`.',
  params: marketParams,
  /** The language its documents will be in; else the first of `Accept-Language` the market has, else the market's own. */
  query: z.object({ ...localeQuery }),
  headers: idempotencyHeaders.extend({
    prefer: z.string().max(100).optional(),
    'accept-language': z.string().max(200).optional().catch(undefined),
  }),
  body: placeOrderBodySchema,
  responses: { 201: orderSchema, 202: orderSchema },
  problems: [
    'MarketNotFound',
    'MarketNotLive',
    'MarketInOtherRegion',
    ...idempotencyProblems,
    'QuoteTokenInvalid',
    'QuoteExpired',
    'QuoteAlreadyUsed',
    'VoucherUsed',
    'PaymentMethodNotAccepted',
    'ShipToDiffersFromQuote',
  ],
});

export const getOrder = operation({
  id: 'getOrder',
  method: 'GET',
  path: '/v1/markets/{market}/orders/{orderId}',
  owner: 'checkout',
  policy: ['buyer'],
  tag: 'Storefront',
  summary: 'An order, for the holder of its access token',
  params: orderParams,
  responses: { 200: orderSchema },
  problems: ['MarketNotFound', 'MarketInOtherRegion', 'OrderNotFound'],
});

export const refundOrder = operation({
  id: 'refundOrder',
  method: 'POST',
  path: '/v1/markets/{market}/orders/{orderId}/refunds',
  owner: 'checkout',
  policy: ['ops'],
  tag: 'Operations',
  summary: 'Give money back: all that is left, or a part',
  description:
    'Without `lines` and `delivery` all that is still paid goes back, and what was not sent yet is called off. With them the price of those lines is lowered, or delivery is given back. Tax and fees go back in proportion; all refunds together end exactly at what was paid. Needs `Idempotency-Key`.',
  params: orderParams,
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      reason: z.string().min(3).max(300),
      /** Lowers the price of these lines by so much, all included; the goods stay with the buyer. */
      lines: z
        .array(z.strictObject({ lineId: z.uuid(), amount: moneySchema }))
        .min(1)
        .max(50)
        .optional(),
      /** Gives delivery back, and what is owed once an order. */
      delivery: z.boolean().optional(),
    })
    .meta({ id: 'RefundOrder' }),
  responses: { 201: orderSchema, 202: orderSchema },
  problems: [
    'OrderNotFound',
    'OrderNotRefundable',
    'LineNotFound',
    'RefundExceedsPaid',
    'AmountInvalid',
    ...idempotencyProblems,
  ],
});
