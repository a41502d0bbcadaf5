import type { Money, Outcome, Uuid } from '@reprise/kernel';
import { invariant, isRejection, newId } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn } from '../domain/goods.js';
import type { OrderRecord } from '../domain/order-record.js';
import { amountOf, planRefund } from '../domain/plan-refund.js';
import type { RefundPart } from '../domain/plan-refund.js';
import type { EndReason } from '../domain/saga-state.js';
import type { AdvanceOrder } from './advance-order.js';
import { endPaidBack } from './end-paid-back.js';
import type { DeskTx } from './ports.js';

/** Why money goes back, and who asked. */
export interface RefundCause {
  readonly reason: EndReason;
  readonly requestedBy: string;
  readonly detail?: string;
  readonly returnId?: Uuid;
}

/** Opens the refund of these parts; nothing happens when they come to nothing. The order is locked by the caller. */
export async function askRefund(
  tx: DeskTx,
  advanceOrder: AdvanceOrder,
  { order }: OrderRecord,
  parts: readonly RefundPart[],
  { reason, requestedBy, detail, returnId }: RefundCause,
): Promise<Money> {
  const amount = amountOf(order, parts);
  if (amount.isZero()) return amount;
  const refund = { id: newId(), amount, parts, requestedBy, ...(returnId !== undefined && { returnId }) };
  const advance = await advanceOrder.run(tx, order.id, {
    kind: 'refundRequested',
    reason,
    refund,
    ...(detail !== undefined && { detail }),
  });
  invariant(advance.kind === 'moved', `order ${order.id} was paid`);
  return amount;
}

/** Pays back the pieces of a return, delivery too when nothing of the order is kept. */
export async function payBackReturn(
  tx: DeskTx,
  advanceOrder: AdvanceOrder,
  goodsReturn: GoodsReturn,
  asked: { readonly requestedBy: string } | RefundCause,
): Promise<Outcome<GoodsReturn, OrderRejection>> {
  // Read anew: another return of the same request may have been paid back a moment ago.
  const record = await tx.findOrder(goodsReturn.orderId);
  invariant(record, `order ${goodsReturn.orderId} exists`);
  const before = record.refunds.flatMap(({ parts }) => parts);
  const wish = { pieces: goodsReturn.lines, reductions: [], delivery: 'whenNothingIsKept' } as const;
  const parts = planRefund(record.order, before, wish);
  if (isRejection(parts)) return parts;
  const cause = { reason: endReasonOf(goodsReturn), ...asked, returnId: goodsReturn.id };
  const amount = await askRefund(tx, advanceOrder, record, parts, cause);
  return amount.isZero() ? endPaidBack(tx, goodsReturn) : goodsReturn;
}

function endReasonOf({ kind, reason, withdrawalId }: GoodsReturn): EndReason {
  if (reason === 'lost') return 'LostInTransit';
  if (kind === 'withdrawal' || withdrawalId !== undefined) return 'Withdrawn';
  return kind === 'cancellation' ? 'Cancelled' : 'Returned';
}
