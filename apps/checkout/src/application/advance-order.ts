import type { Money, OrderId, Uuid } from '@reprise/kernel';
import { invariant, newId } from '@reprise/kernel';
import type { EndReason, SagaEventKind } from '../domain/saga-state.js';
import type { SagaDecision, SagaMove } from '../domain/saga-transitions.js';
import { decide, isMove } from '../domain/saga-transitions.js';
import { firstDelayMs, keepsTries } from '../domain/step-delay.js';
import type { Saga } from '../domain/order.js';
import { endPaidBack } from './end-paid-back.js';
import type { DeskTx, FaultPoint, NewRefund } from './ports.js';

/** Something that happened to an order, with what its effects need to know. */
export interface SagaEvent {
  readonly kind: SagaEventKind;
  /** Shown in the order's history. */
  readonly detail?: string;
  readonly capture?: { readonly reference: string; readonly amount: Money };
  /** Why the order ends, where the table leaves it to whoever asks. */
  readonly reason?: EndReason;
  readonly refund?: NewRefund;
  readonly settled?: { readonly refundId: Uuid; readonly reference: string };
}

/** What came of an event. */
export type Advance =
  | { readonly kind: 'moved'; readonly saga: Saga }
  | { readonly kind: Exclude<SagaDecision, SagaMove>; readonly saga: Saga }
  | { readonly kind: 'unknownOrder' };

/** Hears of moves after they were committed. */
export interface SagaNews {
  moved(saga: Saga): void;
}

/**
 * The one executor of the saga: looks the event up in the transition table and makes the move with all its effects in the caller's
 * transaction. Compare and set on the version, so that of two workers, or a zombie and its successor, one moves and the other finds it done.
 */
export class AdvanceOrder {
  constructor(
    private readonly patienceMs: number,
    private readonly news: SagaNews,
    private readonly faultPoint: FaultPoint,
  ) {}

  async run(tx: DeskTx, orderId: OrderId, event: SagaEvent): Promise<Advance> {
    for (;;) {
      const saga = await tx.findSaga(orderId);
      if (!saga) return { kind: 'unknownOrder' };
      const decision = decide(saga.state, event.kind);
      if (!isMove(decision)) return { kind: decision, saga };
      const moved = await this.move(tx, saga, decision, event);
      if (moved) return { kind: 'moved', saga: moved };
    }
  }

  private async move(
    tx: DeskTx,
    from: Saga,
    { to, effects, reason }: SagaMove,
    event: SagaEvent,
  ): Promise<Saga | undefined> {
    const { orderId } = from;
    const why = from.reason ?? reason ?? event.reason;
    const tries = keepsTries(from.state, to) ? from.tries : 0;
    const dueInMs = firstDelayMs(to, tries, this.patienceMs);
    const won = await tx.moveSaga({
      from,
      to,
      tries,
      ...(why !== undefined && { reason: why }),
      ...(event.detail !== undefined && { detail: event.detail }),
      ...(dueInMs !== undefined && { dueInMs }),
    });
    if (!won) return undefined;
    const saga: Saga = {
      orderId,
      state: to,
      version: from.version + 1,
      tries,
      ...(why !== undefined && { reason: why }),
    };
    for (const effect of effects) await this.perform(tx, saga, effect, event);
    this.faultPoint('advance.before-commit');
    tx.afterCommit(() => {
      this.faultPoint('advance.after-commit');
      this.news.moved(saga);
    });
    return saga;
  }

  private async perform(tx: DeskTx, saga: Saga, effect: SagaMove['effects'][number], event: SagaEvent): Promise<void> {
    const { orderId, version, reason } = saga;
    switch (effect) {
      case 'keepCharge':
        invariant(event.capture, `${event.kind} carries what was captured`);
        return tx.keepCharge(orderId, event.capture.reference, event.capture.amount);
      case 'dropCharge':
        return tx.dropCharge(orderId);
      case 'openReversal':
        return tx.openReversal(orderId, newId());
      case 'openRefund':
        invariant(event.refund, `${event.kind} carries what to give back`);
        return tx.openRefund(orderId, event.refund);
      case 'closeRefund':
        invariant(event.settled, `${event.kind} carries the refund's reference`);
        return closeRefund(tx, orderId, event.settled);
      case 'openConsignments':
        await tx.goods.openConsignments(orderId);
        return tx.documents.noteDue({ orderId, about: 'order', subjectId: orderId });
      case 'sayConfirmed':
        return tx.sayConfirmed(orderId, version);
      case 'sayCancelled':
        invariant(reason, 'an order that ends without a sale has a reason');
        return tx.sayCancelled(orderId, version, reason);
      case 'saySale':
        return tx.saySale(orderId, version);
      case 'sayRefund':
        invariant(event.settled, `${event.kind} names the refund`);
        return tx.sayRefund(orderId, event.settled.refundId, version);
    }
  }
}

/** Notes that the provider gave the money back, and ends the return it was for. */
async function closeRefund(
  tx: DeskTx,
  orderId: OrderId,
  { refundId, reference }: NonNullable<SagaEvent['settled']>,
): Promise<void> {
  await tx.closeRefund(refundId, reference);
  await tx.documents.noteDue({ orderId, about: 'refund', subjectId: refundId });
  const refund = await tx.findRefund(refundId);
  const goodsReturn = refund?.returnId === undefined ? undefined : await tx.goods.findReturn(refund.returnId);
  if (goodsReturn) await endPaidBack(tx, goodsReturn);
}
