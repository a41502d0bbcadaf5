import { stockChangedV1 } from '@reprise/contracts/events';
import type { CartId, OfferId, OrderId } from '@reprise/kernel';
import { instantOfEpochMs } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import { sayMany } from '@reprise/platform/messaging';
import type { Extended, HoldRequest } from '../../application/ports.js';
import type { StockLevel } from '../../domain/stock-level.js';
import { availableOf, emptyLevel } from '../../domain/stock-level.js';
import { StockSheet } from '../../domain/stock-sheet.js';

const levelColumns = `offer_id AS "offerId", on_hand AS "onHand", reserved, allocated, withdrawn,
  safety_stock AS "safetyStock", counted_by AS "countedBy", quantity_version AS "quantityVersion", version`;

/** Sorted, so that any two transactions take the locks they share in the same order. */
export async function lockLevels(tx: Tx, offerIds: readonly OfferId[]): Promise<StockSheet> {
  if (offerIds.length === 0) return new StockSheet([]);
  const levels = await tx.query<StockLevel>(
    `SELECT ${levelColumns} FROM stock WHERE offer_id = ANY($1::uuid[]) ORDER BY offer_id FOR UPDATE`,
    [offerIds],
  );
  return new StockSheet(levels);
}

export async function readLevel(tx: Tx, offerId: OfferId): Promise<StockLevel> {
  const [level] = await tx.query<StockLevel>(`SELECT ${levelColumns} FROM stock WHERE offer_id = $1`, [offerId]);
  return level ?? emptyLevel(offerId);
}

export async function insertEmptyLevels(tx: Tx, offerIds: readonly OfferId[]): Promise<void> {
  await tx.query(
    `INSERT INTO stock (offer_id, on_hand, reserved, allocated, withdrawn, quantity_version, version)
     SELECT offer_id, 0, 0, 0, 0, 0, 0 FROM unnest($1::uuid[]) AS asked (offer_id) ORDER BY offer_id
     ON CONFLICT DO NOTHING`,
    [[...new Set(offerIds)]],
  );
}

export async function saveSheet(tx: Tx, sheet: StockSheet): Promise<void> {
  const levels = sheet.changedLevels();
  if (levels.length === 0) return;
  await tx.query(
    `UPDATE stock SET on_hand = moved.on_hand, reserved = moved.reserved, allocated = moved.allocated,
       withdrawn = moved.withdrawn, safety_stock = moved.safety_stock, counted_by = moved.counted_by, quantity_version = moved.quantity_version, version = moved.version
     FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[], $8::int[], $9::int[])
       AS moved (offer_id, on_hand, reserved, allocated, withdrawn, safety_stock, counted_by, quantity_version, version)
     WHERE stock.offer_id = moved.offer_id`,
    [
      levels.map((level) => level.offerId),
      levels.map((level) => level.onHand),
      levels.map((level) => level.reserved),
      levels.map((level) => level.allocated),
      levels.map((level) => level.withdrawn),
      levels.map((level) => level.safetyStock),
      levels.map((level) => level.countedBy),
      levels.map((level) => level.quantityVersion),
      levels.map((level) => level.version),
    ],
  );
  const versions = new Map(levels.map(({ offerId, version }) => [offerId, version]));
  await insertMany(
    tx,
    'stock_movement',
    {
      offer_id: 'uuid',
      level_version: 'int',
      kind: 'text',
      on_hand: 'int',
      reserved: 'int',
      allocated: 'int',
      cart_id: 'uuid',
      order_id: 'uuid',
    },
    sheet.movements.map(({ offerId, kind, onHand, reserved, allocated, cartId = null, orderId = null }) => ({
      offer_id: offerId,
      level_version: versions.get(offerId),
      kind,
      on_hand: onHand,
      reserved,
      allocated,
      cart_id: cartId satisfies CartId | null,
      order_id: orderId satisfies OrderId | null,
    })),
  );
  await sayLevels(tx, levels);
}

/**
 * The hot path: condition, hold, cart's life and movement in one statement, so that buyers of one offer wait for each other only from
 * here to the commit. The checks of the table hold even if the condition were wrong.
 */
export async function takeUnits(
  tx: Tx,
  { cartId, offerId, more, holdSeconds }: HoldRequest,
): Promise<Extended | undefined> {
  const [taken] = await tx.query<StockLevel & { readonly expiresAt: Date }>(
    `WITH taken AS (
       UPDATE stock SET reserved = reserved + $3, version = version + 1
       WHERE offer_id = $2 AND on_hand - safety_stock - reserved - allocated >= $3
       RETURNING *
     ), held AS (
       INSERT INTO hold (cart_id, offer_id, quantity) SELECT $1, offer_id, $3 FROM taken
       ON CONFLICT (cart_id, offer_id) DO UPDATE SET quantity = hold.quantity + excluded.quantity
     ), moved AS (
       INSERT INTO stock_movement (offer_id, level_version, kind, on_hand, reserved, allocated, cart_id)
       SELECT offer_id, version, 'reservation', 0, $3, 0, $1 FROM taken
     ), extended AS (
       UPDATE cart SET expires_at = now() + make_interval(secs => $4), paying_since = NULL FROM taken WHERE cart.id = $1
       RETURNING expires_at
     )
     SELECT ${levelColumns}, expires_at AS "expiresAt" FROM taken, extended`,
    [cartId, offerId, more, holdSeconds],
  );
  if (taken === undefined) return undefined;
  await sayLevels(tx, [taken]);
  return { expiresAt: instantOfEpochMs(taken.expiresAt.getTime()) };
}

export async function availableUnits(tx: Tx, offerId: OfferId): Promise<number> {
  const [row] = await tx.query<{ available: number }>(
    'SELECT greatest(0, on_hand - safety_stock - reserved - allocated) AS available FROM stock WHERE offer_id = $1',
    [offerId],
  );
  return row?.available ?? 0;
}

async function sayLevels(tx: Tx, levels: readonly StockLevel[]): Promise<void> {
  await sayMany(
    tx,
    stockChangedV1,
    levels.map((level) => ({
      version: level.version,
      data: {
        offerId: level.offerId,
        version: level.version,
        onHand: level.onHand,
        reserved: level.reserved,
        allocated: level.allocated,
        available: availableOf(level),
      },
    })),
  );
}
