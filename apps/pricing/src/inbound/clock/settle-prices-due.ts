import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { SettlePrices } from '../../application/settle-prices.js';

/** Rest after each pack: nobody waits for this work, and it must not be felt by those who do. */
const restMs = 1_000;

/** Settles packs of prices one by one. A failure is said and tried again. */
export class SettlePricesDue {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly settlePrices: SettlePrices,
    private readonly logger: Logger,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.loop();
    return {
      name: 'price packs',
      run: async () => {
        this.stopped.abort();
        await this.running;
      },
    };
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      await this.settlePrices.run().catch((error: unknown) => {
        this.logger.warn('prices.settling-failed', { err: error });
      });
      await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
