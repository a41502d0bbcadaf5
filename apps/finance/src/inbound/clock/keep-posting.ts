import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { PostDue } from '../../application/ledger/post-due.js';

/** How long to rest when nothing is due. */
const restMs = 5_000;

/** Books what is due, as long as there is any. A failure is said and tried again. */
export class KeepPosting {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly postDue: PostDue,
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
      const worked = await this.postDue.run().catch((error: unknown) => {
        this.logger.warn('ledger.posting_failed', { err: error });
        return false;
      });
      if (!worked) await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
