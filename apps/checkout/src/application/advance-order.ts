import type { Money, OrderId, Uuid } from '@reprise/kernel';
import type { EndReason, SagaEventKind } from '../domain/saga-state.js';
import type { SagaDecision, SagaMove } from '../domain/saga-transitions.js';
import { decide, isMove } from '../domain/saga-transitions.js';
import { firstDelayMs, keepsTries } from '../domain/step-delay.js';
import type { Saga } from '../domain/order.js';
import { performEffects } from './perform-effects.js';
import type { Move } from './perform-effects.js';
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

/** What happened to which order. */
export interface Happened {
  readonly orderId: OrderId;
  readonly event: SagaEvent;
}

/**
 * The one executor of the saga: looks events up in the transition table and makes the moves with all their effects in the caller's
 * transaction, any number of orders at once. Each order is locked before it is looked at, so that of two workers, or a zombie and its successor,
 * one moves and the other finds it done.
 */
export class AdvanceOrder {
  constructor(
    private readonly patienceMs: number,
    private readonly news: SagaNews,
    private readonly faultPoint: FaultPoint,
  ) {}

  async run(tx: DeskTx, orderId: OrderId, event: SagaEvent): Promise<Advance> {
    const [advance] = await this.runAll(tx, [{ orderId, event }]);
    return advance ?? { kind: 'unknownOrder' };
  }

  /** What came of each, in the order given. What happened to one order twice happens one after the other. */
  async runAll(tx: DeskTx, happened: readonly Happened[]): Promise<Advance[]> {
    const advances: Advance[] = [];
    let left = happened.map((each, i) => ({ ...each, i }));
    while (left.length > 0) {
      const orders = new Set<OrderId>();
      const [now, later]: [typeof left, typeof left] = [[], []];
      for (const each of left) (orders.size < orders.add(each.orderId).size ? now : later).push(each);
      (await this.runEach(tx, now)).forEach((advance, n) => (advances[now[n]?.i ?? 0] = advance));
      left = later;
    }
    return advances;
  }

  /** Events of orders that all differ. */
  private async runEach(tx: DeskTx, happened: readonly Happened[]): Promise<Advance[]> {
    const sagas = await tx.lockSagas(happened.map(({ orderId }) => orderId));
    const sagaOf = new Map(sagas.map((saga) => [saga.orderId, saga]));
    const moves: Move[] = [];
    const advances = happened.map(({ orderId, event }): Advance => {
      const from = sagaOf.get(orderId);
      if (!from) return { kind: 'unknownOrder' };
      const decision = decide(from.state, event.kind);
      if (!isMove(decision)) return { kind: decision, saga: from };
      const move = this.moveOf(from, decision, event);
      moves.push(move);
      return { kind: 'moved', saga: move.saga };
    });
    if (moves.length > 0) await this.make(tx, moves);
    return advances;
  }

  private async make(tx: DeskTx, moves: readonly Move[]): Promise<void> {
    await tx.moveSagas(moves.map(({ record }) => record));
    await performEffects(tx, moves);
    for (const { saga } of moves) {
      this.faultPoint('advance.before-commit');
      tx.afterCommit(() => {
        this.faultPoint('advance.after-commit');
        this.news.moved(saga);
      });
    }
  }

  private moveOf(from: Saga, { to, effects, reason }: SagaMove, event: SagaEvent): Move {
    const why = from.reason ?? reason ?? event.reason;
    const tries = keepsTries(from.state, to) ? from.tries : 0;
    const dueInMs = firstDelayMs(to, tries, this.patienceMs);
    const because = why === undefined ? {} : { reason: why };
    return {
      effects,
      event,
      saga: { orderId: from.orderId, state: to, version: from.version + 1, tries, ...because },
      record: {
        ...{ from, to, tries },
        ...because,
        ...(event.detail !== undefined && { detail: event.detail }),
        ...(dueInMs !== undefined && { dueInMs }),
      },
    };
  }
}
