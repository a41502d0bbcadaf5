import { stockRejectedV1, stockReservedV1 } from '@reprise/contracts/events';
import type { MarketCode, OrderId } from '@reprise/kernel';
import { sayMany } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import type { Claim, ReservationAnswer } from '../../application/ports.js';
import type { OfferQuantity } from '../../domain/allocate-order.js';
import type { ClaimState } from '../../domain/order-claim.js';

/** Inventory answers an order once. */
const ANSWER_VERSION = 1;

/** A new claim starts out barred: until it is saved otherwise the order has nothing and will get nothing. */
export async function openClaims(
  tx: Tx,
  orders: readonly { readonly orderId: OrderId; readonly market: MarketCode }[],
): Promise<Set<OrderId>> {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  const rows = [...byId.values()]
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1))
    .map(({ orderId, market }) => ({ order_id: orderId, market, state: 'barred' satisfies ClaimState }));
  const opened = await insertMany<{ order_id: 'uuid'; market: 'text'; state: 'text' }, { orderId: OrderId }>(
    tx,
    'claim',
    { order_id: 'uuid', market: 'text', state: 'text' },
    rows,
    'ON CONFLICT DO NOTHING RETURNING order_id AS "orderId"',
  );
  return new Set(opened.map((row) => row.orderId));
}

export async function lockClaims(tx: Tx, orderIds: readonly OrderId[]): Promise<Claim[]> {
  if (orderIds.length === 0) return [];
  const claims = await tx.query<{ orderId: OrderId; state: ClaimState }>(
    `SELECT order_id AS "orderId", state FROM claim WHERE order_id = ANY($1::uuid[]) ORDER BY order_id FOR UPDATE`,
    [orderIds],
  );
  const allocations = await tx.query<OfferQuantity & { orderId: OrderId }>(
    `SELECT order_id AS "orderId", offer_id AS "offerId", quantity FROM allocation
     WHERE order_id = ANY($1::uuid[]) ORDER BY order_id, offer_id`,
    [orderIds],
  );
  const linesOf = Map.groupBy(allocations, ({ orderId }) => orderId);
  return claims.map((claim) => ({ ...claim, lines: linesOf.get(claim.orderId) ?? [] }));
}

/** What an order was allocated is written when it is allocated and kept: it is the record of what was sold or given back. */
export async function saveClaims(tx: Tx, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await tx.query(
    `UPDATE claim SET state = moved.state, changed_at = clock_timestamp()
     FROM unnest($1::uuid[], $2::text[]) AS moved (order_id, state) WHERE claim.order_id = moved.order_id`,
    [claims.map((claim) => claim.orderId), claims.map((claim) => claim.state)],
  );
  const allocations = claims.flatMap(({ orderId, state, lines }) =>
    state === 'allocated'
      ? lines.map(({ offerId, quantity }) => ({ order_id: orderId, offer_id: offerId, quantity }))
      : [],
  );
  await insertMany(tx, 'allocation', { order_id: 'uuid', offer_id: 'uuid', quantity: 'int' }, allocations);
}

export async function sayReservations(tx: Tx, answers: readonly ReservationAnswer[]): Promise<void> {
  const reserved = answers.filter((answer) => answer.kind === 'reserved');
  const rejected = answers.filter((answer) => answer.kind === 'rejected');
  await sayMany(
    tx,
    stockReservedV1,
    reserved.map(({ orderId, market }) => ({
      version: ANSWER_VERSION,
      market,
      data: { orderId, market, version: ANSWER_VERSION },
    })),
  );
  await sayMany(
    tx,
    stockRejectedV1,
    rejected.map(({ orderId, market, lines }) => ({
      version: ANSWER_VERSION,
      market,
      data: { orderId, market, version: ANSWER_VERSION, reason: 'OutOfStock' as const, lines: [...lines] },
    })),
  );
}
