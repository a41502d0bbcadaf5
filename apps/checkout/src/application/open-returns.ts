import type { Instant, Outcome, SellerId, Uuid } from '@reprise/kernel';
import { isRejection, newId } from '@reprise/kernel';
import type { ReturnKind, ReturnReason } from '../domain/goods-words.js';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn, LinePieces } from '../domain/goods.js';
import { bySeller } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { AdvanceOrder } from './advance-order.js';
import { payBackReturn } from './ask-refund.js';
import type { RefundCause } from './ask-refund.js';
import type { DeskTx } from './ports.js';

/** What kind of returns to open. */
export interface ReturnCause {
  readonly kind: ReturnKind;
  readonly reason: ReturnReason;
  /** `requested` waits for the seller's word; `approved` needs none. */
  readonly status: 'requested' | 'approved';
  readonly requestedBy: string;
  readonly message?: string | undefined;
  readonly withdrawalId?: Uuid;
  /** What its refund is called, where that is not clear from its kind. */
  readonly refundedAs?: RefundCause;
}

/**
 * Opens one return for each seller concerned and says it. What has nothing to wait for (called off before it was sent, or lost) is paid back at
 * once. `pieces` were checked against what is left of their lines.
 */
export class OpenReturns {
  constructor(private readonly advanceOrder: AdvanceOrder) {}

  async run(
    tx: DeskTx,
    record: OrderRecord,
    pieces: readonly LinePieces[],
    cause: ReturnCause,
    now: Instant,
  ): Promise<Outcome<GoodsReturn[], OrderRejection>> {
    const became = cause.kind === 'cancellation' ? 'cancelled' : 'returned';
    await tx.goods.notePieces(record.order.id, pieces, became);
    const returns: GoodsReturn[] = [];
    for (const [sellerId, lines] of bySeller(record.progress, pieces)) {
      const opened = returnOf(record, sellerId, lines, cause, now);
      await tx.goods.insertReturn(opened);
      await tx.goods.sayReturn(opened);
      const isPaidAtOnce = cause.kind === 'cancellation' || cause.reason === 'lost';
      const paid = isPaidAtOnce
        ? await payBackReturn(tx, this.advanceOrder, opened, cause.refundedAs ?? { requestedBy: cause.requestedBy })
        : opened;
      if (isRejection(paid)) return paid;
      returns.push(paid);
    }
    return returns;
  }
}

function returnOf(
  { order, shipments }: OrderRecord,
  sellerId: SellerId,
  lines: readonly LinePieces[],
  { kind, reason, status, message, withdrawalId }: ReturnCause,
  now: Instant,
): GoodsReturn {
  const isMeant = (lineId: Uuid): boolean => lines.some((line) => line.lineId === lineId);
  const sent = shipments.filter((shipment) => shipment.lines.some(({ lineId }) => isMeant(lineId)));
  const shippedAt = sent.map((shipment) => shipment.shippedAt).sort((a, b) => b - a)[0];
  return {
    id: newId(),
    orderId: order.id,
    sellerId,
    version: 1,
    kind,
    reason,
    status,
    requestedAt: now,
    ...(kind !== 'cancellation' && shippedAt !== undefined && { shippedAt }),
    ...(message !== undefined && message !== '' && { message }),
    ...(withdrawalId !== undefined && { withdrawalId }),
    lines: lines.map((line) => ({ ...line, units: [] })),
  };
}
