import { invariant } from '@reprise/kernel';
import type { OrderId, Uuid } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { NewRefund, Refund } from '../../application/ports.js';
import { partColumns, partRow, refundOf } from './refund-rows.js';
import type { RefundRow } from './refund-rows.js';

/** Refunds on PostgreSQL. That all of an order's together are no more than was captured is a constraint of `payment`. */
export class PostgresRefunds {
  constructor(private readonly tx: Tx) {}

  async openReversal(orderId: OrderId, refundId: Uuid): Promise<void> {
    const rows = await this.tx.query(
      `INSERT INTO refund (refund_id, order_id, idempotency_key, currency, amount_minor, charge_reference, requested_by)
       SELECT $2::uuid, order_id, 'refund:' || $2::uuid, captured_currency, captured_minor, reference, 'checkout'
       FROM payment WHERE order_id = $1 AND reference IS NOT NULL RETURNING refund_id`,
      [orderId, refundId],
    );
    invariant(rows.length === 1, `order ${orderId} has a charge to give back`);
  }

  async open(orderId: OrderId, { id, amount, parts, requestedBy, returnId }: NewRefund): Promise<void> {
    const rows = await this.tx.query(
      `INSERT INTO refund (refund_id, order_id, idempotency_key, currency, amount_minor, charge_reference, requested_by, return_id)
       SELECT $2::uuid, order_id, 'refund:' || $2::uuid, $3, $4, reference, $5, $6
       FROM payment WHERE order_id = $1 AND reference IS NOT NULL RETURNING refund_id`,
      [orderId, id, amount.currency, amount.minor, requestedBy, returnId ?? null],
    );
    invariant(rows.length === 1, `order ${orderId} has a charge to give back`);
    const partRows = parts.map((part, position) => partRow(id, part, position));
    await insertMany(this.tx, 'refund_part', partColumns, partRows);
  }

  async findOpen(orderId: OrderId): Promise<Refund | undefined> {
    return this.one('order_id = $1 AND reference IS NULL ORDER BY requested_at, refund_id LIMIT 1', orderId);
  }

  async find(refundId: Uuid): Promise<Refund | undefined> {
    return this.one('refund_id = $1', refundId);
  }

  async findByKey(idempotencyKey: string): Promise<Refund | undefined> {
    return this.one('idempotency_key = $1', idempotencyKey);
  }

  async left(orderId: OrderId): Promise<{ onTheirWay: number; staysPaid: boolean }> {
    const [row] = await this.tx.query<{ on_their_way: number; stays_paid: boolean }>(
      `SELECT (SELECT count(*)::int FROM refund r WHERE r.order_id = p.order_id AND r.reference IS NULL) AS on_their_way,
         p.promised_minor < p.captured_minor AS stays_paid FROM payment p WHERE p.order_id = $1`,
      [orderId],
    );
    invariant(row, `order ${orderId} has a payment`);
    return { onTheirWay: row.on_their_way, staysPaid: row.stays_paid };
  }

  async close(refundId: Uuid, reference: string): Promise<void> {
    await this.tx.query(
      'UPDATE refund SET reference = $2, settled_at = now() WHERE refund_id = $1 AND reference IS NULL',
      [refundId, reference],
    );
  }

  async referenceOf(refundId: Uuid): Promise<string> {
    const [row] = await this.tx.query<{ reference: string | null }>(
      'SELECT reference FROM refund WHERE refund_id = $1',
      [refundId],
    );
    invariant(row?.reference, `refund ${refundId} went through`);
    return row.reference;
  }

  private async one(where: string, value: string): Promise<Refund | undefined> {
    const [row] = await this.tx.query<RefundRow>(`SELECT * FROM refund WHERE ${where}`, [value]);
    return row && refundOf(row);
  }
}
