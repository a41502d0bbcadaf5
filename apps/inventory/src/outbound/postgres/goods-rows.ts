import type { OrderId, SellerId, Uuid } from '@reprise/kernel';
import type { Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import type { CancelledLine, Discrepancy, GoodsMovement } from '../../application/unit-ports.js';

export async function openMovements<M extends GoodsMovement>(tx: Tx, movements: readonly M[]): Promise<M[]> {
  const key = ({ documentId, effect }: { documentId: string; effect: string }): string => `${documentId}/${effect}`;
  const byKey = new Map(movements.map((movement) => [key(movement), movement]));
  const rows = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  const opened = await insertMany<typeof movementColumns, { documentId: string; effect: string }>(
    tx,
    'goods_movement',
    movementColumns,
    rows.map(([, { documentId, effect, orderId }]) => ({ document_id: documentId, effect, order_id: orderId })),
    'ON CONFLICT DO NOTHING RETURNING document_id AS "documentId", effect',
  );
  const isNew = new Set(opened.map(key));
  return [...byKey].flatMap(([of, movement]) => (isNew.has(of) ? [movement] : []));
}

const movementColumns = { document_id: 'uuid', effect: 'text', order_id: 'uuid' } as const;

export async function saveCancelled(tx: Tx, lines: readonly CancelledLine[]): Promise<void> {
  await insertMany(
    tx,
    'cancelled_line',
    { return_id: 'uuid', order_id: 'uuid', offer_id: 'uuid', quantity: 'int' },
    lines.map(({ returnId, orderId, offerId, quantity }) => ({
      ...{ return_id: returnId, order_id: orderId, offer_id: offerId, quantity },
    })),
  );
}

export function cancelledOf(tx: Tx, orderIds: readonly OrderId[]): Promise<CancelledLine[]> {
  return tx.query<CancelledLine>(
    `SELECT return_id AS "returnId", order_id AS "orderId", offer_id AS "offerId", quantity FROM cancelled_line
     WHERE order_id = ANY($1::uuid[])`,
    [orderIds],
  );
}

export async function saveDiscrepancies(tx: Tx, found: readonly Discrepancy[]): Promise<void> {
  await insertMany(
    tx,
    'unit_discrepancy',
    {
      ...{ id: 'uuid', seller_id: 'uuid', kind: 'text', order_id: 'uuid', offer_id: 'uuid', unit_id: 'uuid' },
      ...{ imei: 'text', serial: 'text', detail: 'text' },
    },
    found.map(({ id, sellerId, kind, detail, ...rest }) => ({
      ...{ id, seller_id: sellerId, kind, detail },
      ...{ order_id: rest.orderId ?? null, offer_id: rest.offerId ?? null, unit_id: rest.unitId ?? null },
      ...{ imei: rest.imei ?? null, serial: rest.serial ?? null },
    })),
  );
}

export async function listDiscrepancies(
  tx: Tx,
  sellerId: SellerId | undefined,
  limit: number,
  cursor: Uuid | undefined,
): Promise<(Discrepancy & { readonly at: Date })[]> {
  const rows = await tx.query<Record<string, unknown>>(
    `SELECT id, seller_id AS "sellerId", kind, order_id AS "orderId", offer_id AS "offerId", unit_id AS "unitId", imei, serial,
       detail, at FROM unit_discrepancy
     WHERE ($1::uuid IS NULL OR seller_id = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [sellerId ?? null, cursor ?? null, limit],
  );
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Discrepancy & {
        readonly at: Date;
      },
  );
}
