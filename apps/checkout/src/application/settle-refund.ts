import type { OrderId, Uuid } from '@reprise/kernel';
import type { Advance, AdvanceOrder } from './advance-order.js';
import type { DeskTx } from './ports.js';

/**
 * The provider gave a refund's money back. Which event that is depends on what else is on its way, so the order is locked first: of the answer and
 * the webhook about one refund the second finds it settled.
 */
export async function settleRefund(
  tx: DeskTx,
  advanceOrder: AdvanceOrder,
  refund: { readonly orderId: OrderId; readonly id: Uuid },
  reference: string,
): Promise<Advance> {
  const { orderId, id: refundId } = refund;
  const [saga] = await tx.lockSagas([orderId]);
  if (!saga) return { kind: 'unknownOrder' };
  if ((await tx.findRefund(refundId))?.isSettled !== false) return { kind: 'late', saga };
  const { onTheirWay, staysPaid } = await tx.refundsLeft(orderId);
  const last = staysPaid ? 'lastRefundSettled' : 'allRefunded';
  const kind = onTheirWay > 1 ? 'refundSettled' : last;
  return advanceOrder.run(tx, orderId, { kind, settled: { refundId, reference } });
}
