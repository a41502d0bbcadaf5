import type { OrderId } from '@reprise/kernel';
import { isSettled } from '../domain/order-status.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { Saga } from '../domain/order.js';
import type { SagaNews } from './advance-order.js';
import type { Desk, DeskTx } from './ports.js';
import { Together } from './together.js';

/** Another process may settle the order, and tells nobody here. */
const LOOK_EVERY_MS = 250;

/** Lets requests wait for an order to settle. */
export class WatchOutcomes implements SagaNews {
  private readonly waiting = new Map<OrderId, Set<Wake>>();
  private readonly looks: Together<OrderId, Saga | undefined>;
  private readonly reads: Together<OrderId, OrderRecord | undefined>;

  constructor(
    desk: Desk,
    private readonly onMove: (saga: Saga) => void,
  ) {
    this.looks = readTogether(
      desk,
      (tx, ids) => tx.findSagas(ids),
      ({ orderId }) => orderId,
    );
    this.reads = readTogether(
      desk,
      (tx, ids) => tx.findOrders(ids),
      ({ order }) => order.id,
    );
  }

  moved(saga: Saga): void {
    if (isSettled(saga.state)) for (const wake of [...(this.waiting.get(saga.orderId) ?? [])]) wake('settled');
    this.onMove(saga);
  }

  /** The order once it is settled, or as it stands when the time is up or the caller has gone. */
  async wait(orderId: OrderId, waitMs: number, signal: AbortSignal): Promise<OrderRecord | undefined> {
    const until = performance.now() + waitMs;
    for (;;) {
      const left = until - performance.now();
      if (left <= 0 || signal.aborted) return this.reads.run(orderId);
      // Listening starts before looking: what settles in between is not missed.
      const news = this.nextNews(orderId, Math.min(LOOK_EVERY_MS, left), signal);
      const saga = await this.looks.run(orderId);
      if (!saga || isSettled(saga.state)) news.cancel();
      if (!saga || isSettled(saga.state) || (await news.heard) === 'settled') return this.reads.run(orderId);
    }
  }

  private nextNews(
    orderId: OrderId,
    waitMs: number,
    signal: AbortSignal,
  ): { heard: Promise<'settled' | 'nothing'>; cancel: () => void } {
    const { promise: heard, resolve } = Promise.withResolvers<'settled' | 'nothing'>();
    const waiters = this.waiting.get(orderId) ?? new Set();
    const wake: Wake = (what) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      waiters.delete(wake);
      if (waiters.size === 0) this.waiting.delete(orderId);
      resolve(what);
    };
    const cancel = (): void => wake('nothing');
    const timer = setTimeout(cancel, waitMs);
    waiters.add(wake);
    this.waiting.set(orderId, waiters);
    signal.addEventListener('abort', cancel, { once: true });
    return { heard, cancel };
  }
}

type Wake = (what: 'settled' | 'nothing') => void;

/** Whoever asks while others are read for is read for with the next ones: under load one statement answers many. */
function readTogether<Found>(
  desk: Desk,
  find: (tx: DeskTx, orderIds: readonly OrderId[]) => Promise<Found[]>,
  idOf: (found: Found) => OrderId,
): Together<OrderId, Found | undefined> {
  const readAll = async (orderIds: readonly OrderId[]): Promise<(Found | undefined)[]> => {
    const found = await desk.directly((tx) => find(tx, orderIds));
    const byId = new Map(found.map((each) => [idOf(each), each]));
    return orderIds.map((orderId) => byId.get(orderId));
  };
  return new Together(readAll, { batches: 2, most: 50, apart: () => Symbol('reads do not get into each other’s way') });
}
