import type { Instant, Money, OrderId } from '@reprise/kernel';
import type { Payment, Refund } from '../../apps/checkout/src/application/ports.ts';
import type { KeyRecord } from '../../apps/checkout/src/domain/idempotency.ts';
import type { GoodsReturn, LineProgress } from '../../apps/checkout/src/domain/goods.ts';
import type { Order, Saga } from '../../apps/checkout/src/domain/order.ts';
import type { RefundPart } from '../../apps/checkout/src/domain/plan-refund.ts';
import type { EndReason, SagaState } from '../../apps/checkout/src/domain/saga-state.ts';
import { table } from './memory-database.ts';

export interface SagaRow extends Saga {
  readonly dueAtMs?: number;
}

export interface EventRow {
  readonly orderId: OrderId;
  readonly version: number;
  readonly state: SagaState;
  readonly reason?: EndReason;
  readonly at: Instant;
}

export interface PaymentRow extends Payment {
  /** All refunds together; never more than was captured. */
  readonly promised?: Money;
}

export interface RefundRow extends Refund {
  readonly parts: readonly RefundPart[];
  readonly requestedAt: Instant;
  readonly reference?: string;
  readonly number: number;
}

/** Checkout's tables. */
export const tables = {
  keys: table<KeyRecord>('idempotency key'),
  orders: table<Order>('order'),
  quotes: table<OrderId>('ordered quote'),
  sagas: table<SagaRow>('saga'),
  events: table<EventRow>('order event'),
  payments: table<PaymentRow>('payment'),
  paymentKeys: table<OrderId>('payment key'),
  refunds: table<RefundRow>('refund'),
  webhooks: table<true>('webhook'),
  progress: table<LineProgress & { readonly orderId: OrderId }>('line progress'),
  returns: table<GoodsReturn>('return'),
} as const;
