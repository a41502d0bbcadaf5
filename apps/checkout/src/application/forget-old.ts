import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from './ports.js';

const rowsAtOnce = 1_000;
const everyMs = 600_000;

/**
 * Forgets keys and webhook ids after their time, in small transactions, every ten minutes. What is heard again later does no harm: a webhook finds
 * its order moved on, and a quote is ordered once whatever its key.
 */
export class ForgetOld {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly keptMs: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Forgets all there is to forget now; answers how many rows that were. */
  async run(): Promise<number> {
    let sum = 0;
    for (;;) {
      const forgotten = await this.desk.transact((tx) => tx.forgetOld(this.keptMs, rowsAtOnce));
      sum += forgotten;
      if (forgotten < rowsAtOnce || this.stopping.signal.aborted) return sum;
    }
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.run().catch(this.failed);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
