import type { OrderId } from '@reprise/kernel';
import { isSettled } from '../domain/order-status.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { Saga } from '../domain/order.js';
import type { SagaNews } from './advance-order.js';
import type { Desk } from './ports.js';

/** Another process may settle the order, and tells nobody here. */
const LOOK_EVERY_MS = 250;

/** Lets requests wait for an order to settle. */
export class WatchOutcomes implements SagaNews {
  private readonly waiting = new Map<OrderId, Set<() => void>>();

  constructor(
    private readonly desk: Desk,
    private readonly onMove: (saga: Saga) => void,
  ) {}

  moved(saga: Saga): void {
    if (isSettled(saga.state)) for (const wake of this.waiting.get(saga.orderId) ?? []) wake();
    this.onMove(saga);
  }

  /** The order once it is settled, or as it stands when the time is up or the caller has gone. */
  async wait(orderId: OrderId, waitMs: number, signal: AbortSignal): Promise<OrderRecord | undefined> {
    const until = performance.now() + waitMs;
    for (;;) {
      const left = until - performance.now();
      // Listening starts before looking: what settles in between is not missed.
      const news = this.nextNews(orderId, Math.min(LOOK_EVERY_MS, Math.max(0, left)), signal);
      const saga = await this.desk.directly((tx) => tx.findSaga(orderId));
      if (!saga || isSettled(saga.state) || left <= 0 || signal.aborted) {
        news.cancel();
        return this.desk.directly((tx) => tx.findOrder(orderId));
      }
      await news.heard;
    }
  }

  private nextNews(
    orderId: OrderId,
    waitMs: number,
    signal: AbortSignal,
  ): { heard: Promise<void>; cancel: () => void } {
    let wake = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const timer = setTimeout(() => cancel(), waitMs);
    const waiters = this.waiting.get(orderId) ?? new Set();
    const cancel = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      waiters.delete(cancel);
      if (waiters.size === 0) this.waiting.delete(orderId);
      wake();
    };
    waiters.add(cancel);
    this.waiting.set(orderId, waiters);
    signal.addEventListener('abort', cancel, { once: true });
    return { heard, cancel };
  }
}
