import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';

/** How long to rest when nothing is due. */
const restMs = 5_000;

/** Something that books what is due. */
interface Posting {
  /** Whether there may be more right away. */
  run(): Promise<boolean>;
}

/** Books what is due, as long as there is any. A failure is said and tried again, and keeps no other from being booked. */
export class KeepPosting {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly postings: readonly Posting[],
    private readonly logger: Logger,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.loop();
    return {
      name: 'posting',
      run: async () => {
        this.stopped.abort();
        await this.running;
      },
    };
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      let worked = false;
      for (const posting of this.postings) worked = (await this.book(posting)) || worked;
      if (!worked) await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private book(posting: Posting): Promise<boolean> {
    return posting.run().catch((error: unknown) => {
      this.logger.warn('ledger.posting_failed', { err: error });
      return false;
    });
  }
}
