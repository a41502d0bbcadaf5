import type { Clock } from '@reprise/kernel';
import { plusMs } from '@reprise/kernel';
import type { PostOrders } from './post-orders.js';
import type { PostingDesks } from './ports.js';

/** How long what could not be booked rests: a rate or a product it waits for comes within minutes or not today. */
const retryMs = 30_000;
/** Orders a transaction. */
const ordersAtOnce = 100;

/** Books what was left due when it was heard, and what was there before the ledger was. */
export class PostDue {
  constructor(
    private readonly desks: PostingDesks,
    private readonly postOrders: PostOrders,
    private readonly clock: Clock,
  ) {}

  /** Whether there may be more right away. */
  async run(): Promise<boolean> {
    const orderIds = await this.desks.dueOrders(ordersAtOnce, plusMs(this.clock.now(), -retryMs));
    if (orderIds.length === 0) return false;
    await this.desks.transact((desk) => this.postOrders.run(desk, orderIds));
    return orderIds.length === ordersAtOnce;
  }
}
