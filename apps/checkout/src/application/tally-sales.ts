import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Instant } from '@reprise/kernel';
import { plusMs } from '@reprise/kernel';

/** Days that may still change: a payment that was slow to be noted is of yesterday at most. */
const lookBackMs = 2 * 86_400_000;
/** A sale is noted a moment after the time it bears: what is younger than this is counted next time. */
const settleMs = 5_000;
const everyMs = 10_000;

/** Counts what was said of each day, and says what changed. */
export interface SalesTallies {
  /** Days from `since` on, as far as they are noted before `upTo`; answers how many were said. */
  tally(since: Instant, upTo: Instant): Promise<number>;
}

/** Says of each day how many sales and refunds there were, so that finance can prove that it heard them all. */
export class TallySales {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly tallies: SalesTallies,
    private readonly clock: Clock,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  run(): Promise<number> {
    const now = this.clock.now();
    return this.tallies.tally(plusMs(now, -lookBackMs), plusMs(now, -settleMs));
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.run().catch(this.failed);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
