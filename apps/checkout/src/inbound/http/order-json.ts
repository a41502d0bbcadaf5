import type { orderSchema } from '@reprise/contracts/http';
import { toIso } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import type { z } from 'zod';
import { historyNameOf, reasonMessages, statusOf } from '../../domain/order-status.js';
import { lastDeliveredAt, refundedOf } from '../../domain/order-record.js';
import type { OrderRecord } from '../../domain/order-record.js';
import { lastMomentOf, withdrawalPeriodOf } from '../../domain/withdrawal-period.js';
import { documentSummaryJson } from './document-json.js';
import { consignmentsJson, refundJson, returnJson, shipmentJson } from './goods-json.js';

export type OrderJson = z.input<typeof orderSchema>;

/** An order as its buyer sees it. What the quote showed is shown again; the customer and what only finance may know are not here. */
export function orderJson(record: OrderRecord, now: Instant): OrderJson {
  const { order, saga, history, progress, shipments, returns, refunds, documents } = record;
  const status = statusOf[saga.state];
  const ended = status !== 'pending' && status !== 'confirmed';
  const { taxLines, fees, shipping, voucher } = order.shown as Pick<
    OrderJson,
    'taxLines' | 'fees' | 'shipping' | 'voucher'
  >;
  const { net, tax, fees: feeTotal, shipping: shippingTotal, gross } = order.totals;
  return {
    id: order.id,
    market: order.market,
    status,
    ...(ended && saga.reason !== undefined && { reason: { code: saga.reason, message: reasonMessages[saga.reason] } }),
    placedAt: toIso(order.placedAt),
    quoteId: order.quoteId,
    lines: order.lines.map(({ id, shown }) => ({ ...(shown as Omit<OrderJson['lines'][number], 'id'>), id })),
    taxLines,
    fees,
    shipping,
    ...(voucher !== undefined && { voucher }),
    totals: {
      net: net.toJSON(),
      tax: tax.toJSON(),
      fees: feeTotal.toJSON(),
      shipping: shippingTotal.toJSON(),
      gross: gross.toJSON(),
    },
    refunded: refundedOf(record).toJSON(),
    consignments: consignmentsJson(progress),
    shipments: shipments.map(shipmentJson),
    returns: returns.map(returnJson),
    refunds: refunds.map(refundJson),
    documents: documents.map(documentSummaryJson),
    ...withdrawalOf(record, now),
    history: history.map(({ at, state, detail }) => ({
      at: toIso(at),
      state: historyNameOf[state],
      ...(detail !== undefined && { detail }),
    })),
  };
}

/** Nothing to withdraw from: not paid yet, or all of it called off, on its way back or back. */
function withdrawalOf(record: OrderRecord, now: Instant): Pick<OrderJson, 'withdrawal'> {
  const isKept = record.progress.some(({ quantity, cancelled, returned }) => quantity > cancelled + returned);
  if (!isKept) return {};
  const period = withdrawalPeriodOf(record.terms, lastDeliveredAt(record), now);
  const until = lastMomentOf(period);
  return { withdrawal: { open: period.open, ...(until !== undefined && { until: toIso(until) }) } };
}
