import type { OrderId } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { NewOrder } from '../../application/ports.js';
import type { Order } from '../../domain/order.js';
import { inMs } from './in-ms.js';
import { insertRedemption } from './voucher-redemptions.js';

const orderColumns = {
  ...{ order_id: 'uuid', market: 'text', quote_id: 'uuid', cart_id: 'uuid', placed_at: 'timestamptz' },
  ...{ ship_country: 'text', ship_region: 'text', payment_method: 'text', currency: 'text' },
  ...{
    net_minor: 'bigint',
    tax_minor: 'bigint',
    fees_minor: 'bigint',
    shipping_minor: 'bigint',
    gross_minor: 'bigint',
  },
  shown: 'jsonb',
} as const;

const lineColumns = {
  ...{ line_id: 'uuid', order_id: 'uuid', position: 'integer', offer_id: 'uuid', seller_id: 'uuid' },
  ...{ variant_id: 'uuid', quantity: 'integer', net_minor: 'bigint', tax_minor: 'bigint', gross_minor: 'bigint' },
  shown: 'jsonb',
} as const;

const customerColumns = { order_id: 'uuid', email: 'text', name: 'text', address: 'jsonb', locale: 'text' } as const;

const paymentColumns = {
  ...{ order_id: 'uuid', idempotency_key: 'text', currency: 'text', amount_minor: 'bigint' },
  ...{ method: 'text', token: 'text' },
} as const;

/**
 * Writes the orders themselves; answers those that were written, which of two with one quote is the first. In the order of their quotes, so that two
 * transactions that share some never wait for each other in a circle.
 */
export async function insertOrderRows(tx: Tx, orders: readonly NewOrder[]): Promise<Set<OrderId>> {
  const rows = orders.map(({ order }) => orderRowOf(order)).sort((a, b) => (a.quote_id < b.quote_id ? -1 : 1));
  const inserted = await insertMany<typeof orderColumns, { order_id: OrderId }>(
    tx,
    'placed_order',
    orderColumns,
    rows,
    'ON CONFLICT (quote_id) DO NOTHING RETURNING order_id',
  );
  return new Set(inserted.map((row) => row.order_id));
}

/** Writes what orders have from the first moment: lines, customer, payment, saga and first event. */
export async function insertWhatOrdersHave(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  await insertMany(tx, 'order_line', lineColumns, orders.flatMap(lineRowsOf));
  for (const { order } of orders) await insertRedemption(tx, order);
  await insertMany(
    tx,
    'customer',
    customerColumns,
    orders.map(({ order, customer: { email, name, address, locale = null } }) => ({
      ...{ order_id: order.id, email, name, address, locale },
    })),
  );
  await insertMany(
    tx,
    'payment',
    paymentColumns,
    orders.map(({ payment: { orderId, idempotencyKey, amount, method, token = null } }) => ({
      ...{ order_id: orderId, idempotency_key: idempotencyKey, currency: amount.currency },
      ...{ amount_minor: amount.minor, method, token },
    })),
  );
  await tx.query(
    `WITH opened AS (
       INSERT INTO saga (order_id, state, version, tries, due_at)
       SELECT order_id, 'reserving', 1, 0, ${inMs('due_in_ms')}
       FROM unnest($1::uuid[], $2::double precision[]) AS placed (order_id, due_in_ms) RETURNING order_id, version, state
     )
     INSERT INTO order_event (order_id, version, state, at) SELECT order_id, version, state, clock_timestamp() FROM opened`,
    [orders.map(({ order }) => order.id), orders.map(({ dueInMs }) => dueInMs)],
  );
}

function orderRowOf(order: Order) {
  const { net, tax, fees, shipping, gross } = order.totals;
  return {
    ...{ order_id: order.id, market: order.market, quote_id: order.quoteId, cart_id: order.cartId ?? null },
    ...{ placed_at: new Date(order.placedAt), ship_country: order.shipCountry, ship_region: order.shipRegion ?? null },
    ...{ payment_method: order.paymentMethod, currency: gross.currency, net_minor: net.minor, tax_minor: tax.minor },
    ...{ fees_minor: fees.minor, shipping_minor: shipping.minor, gross_minor: gross.minor, shown: order.shown },
  };
}

function lineRowsOf({ order }: NewOrder) {
  return order.lines.map((line, position) => ({
    ...{ line_id: line.id, order_id: order.id, position, offer_id: line.offerId, seller_id: line.sellerId },
    ...{ variant_id: line.variantId, quantity: line.quantity, net_minor: line.net.minor, tax_minor: line.tax.minor },
    ...{ gross_minor: line.gross.minor, shown: line.shown },
  }));
}
