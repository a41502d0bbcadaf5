import type { Tx } from '@reprise/platform/persistence';
import type { Order } from '../../domain/order.js';

/** Makes other orders with the voucher wait; false when an order that was not lost has it. */
export async function lockVoucher(tx: Tx, code: string): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [code]);
  const used = await tx.query(
    `SELECT FROM voucher_redemption JOIN saga USING (order_id)
     WHERE code = $1 AND state NOT IN ('declined', 'cancelled') LIMIT 1`,
    [code],
  );
  return used.length === 0;
}

/** Notes which order used a once-only voucher. */
export async function insertRedemption(tx: Tx, { id, voucher }: Order): Promise<void> {
  if (voucher?.onceOnly !== true) return;
  await tx.query('INSERT INTO voucher_redemption (order_id, code) VALUES ($1, $2)', [id, voucher.code]);
}
