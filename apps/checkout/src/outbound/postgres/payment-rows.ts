import type { OrderId } from '@reprise/kernel';
import type { Payment } from '../../application/ports.js';
import { moneyOf } from './order-rows.js';

/** A row of `payment`, as far as paying needs it. */
export interface PaymentRow {
  readonly order_id: string;
  readonly idempotency_key: string;
  readonly currency: string;
  readonly amount_minor: string;
  readonly method: string;
  readonly token: string | null;
  readonly reference: string | null;
  readonly captured_currency: string | null;
  readonly captured_minor: string | null;
}

/** All but the order's id, of a `payment p`. */
export const paymentColumns = `p.idempotency_key, p.currency, p.amount_minor, p.method, p.token, p.reference,
  p.captured_currency, p.captured_minor`;

export function paymentOf(row: PaymentRow): Payment {
  const { reference, captured_currency: currency, captured_minor: minor } = row;
  return {
    orderId: row.order_id as OrderId,
    idempotencyKey: row.idempotency_key,
    amount: moneyOf(row.amount_minor, row.currency),
    method: row.method,
    ...(row.token !== null && { token: row.token }),
    ...(reference !== null &&
      currency !== null &&
      minor !== null && { capture: { reference, amount: moneyOf(minor, currency) } }),
  };
}
