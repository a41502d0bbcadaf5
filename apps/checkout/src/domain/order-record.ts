import { Money } from '@reprise/kernel';
import type { Instant, MoneyJson, Uuid } from '@reprise/kernel';
import type { CorrectedDocument, DocumentKind } from './document.js';
import type { GoodsReturn, LineProgress, Shipment } from './goods.js';
import type { Order, Saga } from './order.js';
import type { RefundPart } from './plan-refund.js';
import type { SagaState } from './saga-state.js';
import type { WithdrawalTerms } from './withdrawal-period.js';

/** Money given back, or on its way. */
export interface RefundRecord {
  readonly id: Uuid;
  readonly amount: Money;
  readonly requestedAt: Instant;
  readonly settledAt?: Instant;
  readonly returnId?: Uuid;
  readonly parts: readonly RefundPart[];
}

/** A document as its order shows it. */
export interface DocumentSummary {
  readonly id: Uuid;
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly issuedAt: Instant;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly total: MoneyJson;
  readonly corrects?: readonly CorrectedDocument[];
}

/** An order with all that happened to it. */
export interface OrderRecord {
  readonly order: Order;
  readonly saga: Saga;
  readonly history: readonly { readonly at: Instant; readonly state: SagaState; readonly detail?: string }[];
  /** Empty until it is paid. */
  readonly progress: readonly LineProgress[];
  readonly shipments: readonly Shipment[];
  readonly returns: readonly GoodsReturn[];
  /** Oldest first. */
  readonly refunds: readonly RefundRecord[];
  readonly terms: WithdrawalTerms;
  /** What was issued about it, oldest first. */
  readonly documents: readonly DocumentSummary[];
}

/** What the provider has confirmed to have given back. */
export function refundedOf({ order, refunds }: OrderRecord): Money {
  return Money.sum(
    refunds.filter(({ settledAt }) => settledAt !== undefined).map(({ amount }) => amount),
    order.totals.gross.currency,
  );
}

/**
 * When the last piece that was to be delivered was. Absent while one is not, lost ones left out: a period that runs from delivery has not
 * begun.
 */
export function lastDeliveredAt({ progress, shipments }: OrderRecord): Instant | undefined {
  const lost = (lineId: Uuid): number =>
    shipments
      .filter(({ status }) => status === 'lost')
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => (line.lineId === lineId ? sum + line.quantity : sum), 0);
  const isOutstanding = progress.some(
    ({ lineId, quantity, cancelled, delivered }) => cancelled + delivered + lost(lineId) < quantity,
  );
  const moments = shipments.flatMap(({ deliveredAt }) => (deliveredAt === undefined ? [] : [deliveredAt]));
  if (isOutstanding || moments.length === 0) return undefined;
  return moments.reduce((last, at) => (at > last ? at : last));
}
