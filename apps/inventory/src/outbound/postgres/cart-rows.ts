import type { CartId, Instant, MarketCode, OfferId } from '@reprise/kernel';
import { instantOfEpochMs, invariant } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import type { LockedCart } from '../../application/ports.js';
import type { OfferQuantity } from '../../domain/allocate-order.js';
import type { Cart, CartStatus } from '../../domain/cart.js';

interface CartRow {
  readonly id: CartId;
  readonly market: MarketCode;
  readonly status: CartStatus;
  readonly expiresAt: Date;
  readonly isOverdue: boolean;
  readonly lines: OfferQuantity[] | null;
}

const cartColumns = `id, market, status, expires_at AS "expiresAt", expires_at <= now() AS "isOverdue",
  (SELECT json_agg(json_build_object('offerId', offer_id, 'quantity', quantity) ORDER BY position)
   FROM hold WHERE cart_id = cart.id) AS lines`;

export async function insertCart(tx: Tx, id: CartId, market: MarketCode, holdSeconds: number): Promise<Cart> {
  const [row] = await tx.query<CartRow>(
    `INSERT INTO cart (id, market, status, expires_at) VALUES ($1, $2, 'open', now() + make_interval(secs => $3))
     RETURNING ${cartColumns}`,
    [id, market, holdSeconds],
  );
  invariant(row, 'an inserted cart is returned');
  return toCart(row);
}

export async function readCarts(tx: Tx, ids: readonly CartId[]): Promise<LockedCart[]> {
  const rows = await tx.query<CartRow>(`SELECT ${cartColumns} FROM cart WHERE id = ANY($1::uuid[]) ORDER BY id`, [ids]);
  return rows.map(toCart);
}

/** Locks first and reads after: a subquery of the locking statement would still see the holds from before the wait. */
export async function lockCarts(tx: Tx, ids: readonly CartId[]): Promise<LockedCart[]> {
  if (ids.length === 0) return [];
  await tx.query('SELECT FROM cart WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  return readCarts(tx, ids);
}

export async function lockOverdueCarts(tx: Tx, limit: number, graceSeconds: number): Promise<LockedCart[]> {
  const rows = await tx.query<{ id: CartId }>(
    `SELECT id FROM cart WHERE status = 'open' AND expires_at <= now() - make_interval(secs => $2)
     ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit, graceSeconds],
  );
  return rows.length === 0
    ? []
    : readCarts(
        tx,
        rows.map((row) => row.id),
      );
}

interface HoldRow {
  readonly cartId: CartId;
  readonly offerId: OfferId;
  readonly quantity: number;
}

export async function setHolds(tx: Tx, holds: readonly HoldRow[]): Promise<void> {
  const ended = holds.filter(({ quantity }) => quantity === 0);
  if (ended.length > 0)
    await tx.query(
      `DELETE FROM hold USING unnest($1::uuid[], $2::uuid[]) AS ended (cart_id, offer_id)
       WHERE hold.cart_id = ended.cart_id AND hold.offer_id = ended.offer_id`,
      [ended.map(({ cartId }) => cartId), ended.map(({ offerId }) => offerId)],
    );
  await insertMany(
    tx,
    'hold',
    { cart_id: 'uuid', offer_id: 'uuid', quantity: 'int' },
    holds
      .filter(({ quantity }) => quantity > 0)
      .map(({ cartId, offerId, quantity }) => ({ cart_id: cartId, offer_id: offerId, quantity })),
    'ON CONFLICT (cart_id, offer_id) DO UPDATE SET quantity = excluded.quantity',
  );
}

/** A buyer who changes the cart is shopping again: what was extended for paying may be extended anew. */
export async function extendCarts(tx: Tx, ids: readonly CartId[], holdSeconds: number): Promise<Map<CartId, Instant>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: CartId; expiresAt: Date }>(
    `UPDATE cart SET expires_at = now() + make_interval(secs => $2), paying_since = NULL WHERE id = ANY($1::uuid[])
     RETURNING id, expires_at AS "expiresAt"`,
    [ids, holdSeconds],
  );
  return new Map(rows.map(({ id, expiresAt }) => [id, instantOfEpochMs(expiresAt.getTime())]));
}

export async function extendForPayment(tx: Tx, id: CartId, paymentSeconds: number): Promise<Instant> {
  const [row] = await tx.query<{ expiresAt: Date }>(
    `UPDATE cart SET paying_since = coalesce(paying_since, now()),
       expires_at = greatest(expires_at, coalesce(paying_since, now()) + make_interval(secs => $2))
     WHERE id = $1 RETURNING expires_at AS "expiresAt"`,
    [id, paymentSeconds],
  );
  invariant(row, 'a locked cart exists');
  return instantOfEpochMs(row.expiresAt.getTime());
}

export async function closeCarts(tx: Tx, ids: readonly CartId[], status: CartStatus): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('DELETE FROM hold WHERE cart_id = ANY($1::uuid[])', [ids]);
  await tx.query('UPDATE cart SET status = $2 WHERE id = ANY($1::uuid[])', [ids, status]);
}

function toCart({ id, market, status, expiresAt, isOverdue, lines }: CartRow): LockedCart {
  return { id, market, status, expiresAt: instantOfEpochMs(expiresAt.getTime()), isOverdue, lines: lines ?? [] };
}
