import type { CartId, MarketCode, OfferId } from '@reprise/kernel';
import { instantOfEpochMs, invariant } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import type { Extended, LockedCart } from '../../application/ports.js';
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

export async function lockOverdueCarts(tx: Tx, limit: number): Promise<LockedCart[]> {
  const rows = await tx.query<{ id: CartId }>(
    `SELECT id FROM cart WHERE status = 'open' AND expires_at <= now() ORDER BY expires_at LIMIT $1
     FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  return rows.length === 0
    ? []
    : readCarts(
        tx,
        rows.map((row) => row.id),
      );
}

export async function setHold(tx: Tx, cartId: CartId, offerId: OfferId, quantity: number): Promise<void> {
  await (quantity === 0
    ? tx.query('DELETE FROM hold WHERE cart_id = $1 AND offer_id = $2', [cartId, offerId])
    : tx.query('UPDATE hold SET quantity = $3 WHERE cart_id = $1 AND offer_id = $2', [cartId, offerId, quantity]));
}

export async function extendCart(tx: Tx, id: CartId, holdSeconds: number): Promise<Extended> {
  const [row] = await tx.query<{ expiresAt: Date }>(
    `UPDATE cart SET expires_at = now() + make_interval(secs => $2) WHERE id = $1 RETURNING expires_at AS "expiresAt"`,
    [id, holdSeconds],
  );
  invariant(row, 'a locked cart exists');
  return { expiresAt: instantOfEpochMs(row.expiresAt.getTime()) };
}

export async function closeCarts(tx: Tx, ids: readonly CartId[], status: CartStatus): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('DELETE FROM hold WHERE cart_id = ANY($1::uuid[])', [ids]);
  await tx.query('UPDATE cart SET status = $2 WHERE id = ANY($1::uuid[])', [ids, status]);
}

function toCart({ id, market, status, expiresAt, isOverdue, lines }: CartRow): LockedCart {
  return { id, market, status, expiresAt: instantOfEpochMs(expiresAt.getTime()), isOverdue, lines: lines ?? [] };
}
