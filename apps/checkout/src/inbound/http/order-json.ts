import type { orderSchema } from '@reprise/contracts/http';
import { toIso } from '@reprise/kernel';
import type { z } from 'zod';
import { historyNameOf, reasonMessages, statusOf } from '../../domain/order-status.js';
import type { OrderRecord } from '../../domain/order.js';

export type OrderJson = z.input<typeof orderSchema>;

/** An order as its buyer sees it. What the quote showed is shown again; the customer and what only finance may know are not here. */
export function orderJson({ order, saga, refunded, history }: OrderRecord): OrderJson {
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
    refunded: refunded.toJSON(),
    history: history.map(({ at, state, detail }) => ({
      at: toIso(at),
      state: historyNameOf[state],
      ...(detail !== undefined && { detail }),
    })),
  };
}
