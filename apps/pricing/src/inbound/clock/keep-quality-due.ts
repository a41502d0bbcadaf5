import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { ReviewQuality } from '../../application/review-quality.js';

/** How long to rest when no seller is due: claims of one second are one review. */
const restMs = 1_000;

/** Looks at the figures of sellers as they fall due. A failure is said and tried again. */
export class KeepQualityDue {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly reviewQuality: ReviewQuality,
    private readonly logger: Logger,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.loop();
    return {
      name: 'quality reviews',
      run: async () => {
        this.stopped.abort();
        await this.running;
      },
    };
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const worked = await this.reviewQuality.run().catch((error: unknown) => {
        this.logger.warn('quality.review-failed', { err: error });
        return false;
      });
      if (!worked) await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
