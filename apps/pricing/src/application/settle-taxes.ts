import type { Clock, Instant } from '@reprise/kernel';
import { Fault, plusMs } from '@reprise/kernel';
import type { TaxedRefund, TaxedSale, TaxProvider, TaxReceipt } from './tax-provider.js';

/** Something a tax service has yet to be told. */
export type TaxTask = { readonly taskId: string; readonly attempts: number } & (
  | { readonly kind: 'commit'; readonly sale: TaxedSale }
  | { readonly kind: 'refund'; readonly refund: TaxedRefund }
  | { readonly kind: 'void'; readonly sale: Parameters<TaxProvider['void']>[0] }
);

/** Sales, refunds and cancellations a tax service has to be told of, in the order they happened per order. */
export interface TaxTasks {
  /** Takes one task nobody works on; it comes back by itself at `until` unless it is settled. */
  claim(now: Instant, until: Instant): Promise<TaxTask | undefined>;
  settle(taskId: string, receipt: TaxReceipt, now: Instant): Promise<void>;
  postpone(taskId: string, error: string, until: Instant): Promise<void>;
  /** Asking again will not help: somebody has to look. */
  giveUp(taskId: string, error: string, now: Instant): Promise<void>;
}

/** How long a task is one worker's. Longer than any call may take, so that two never make it; shorter delays what a killed process left. */
const leaseMs = 60_000;
const firstWaitMs = 1_000;
const longestWaitMs = 600_000;

/** Tells the tax service of what was sold and given back, one task at a time, until it has heard. */
export class SettleTaxes {
  constructor(
    private readonly tasks: TaxTasks,
    private readonly provider: TaxProvider,
    private readonly clock: Clock,
    private readonly onFailure: (failure: { readonly task: TaxTask; readonly error: Fault }) => void,
  ) {}

  /** Works on one task; answers whether there was one. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const task = await this.tasks.claim(now, plusMs(now, leaseMs));
    if (task === undefined) return false;
    try {
      await this.tasks.settle(task.taskId, await this.tell(task), this.clock.now());
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.onFailure({ task, error });
      if (!error.retriable) await this.tasks.giveUp(task.taskId, error.message, this.clock.now());
      else {
        const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(task.attempts, 20));
        await this.tasks.postpone(task.taskId, error.message, plusMs(this.clock.now(), waitMs));
      }
    }
    return true;
  }

  private tell(task: TaxTask): Promise<TaxReceipt> {
    switch (task.kind) {
      case 'commit':
        return this.provider.commit(task.sale);
      case 'refund':
        return this.provider.refund(task.refund);
      case 'void':
        return this.provider.void(task.sale);
    }
  }
}
