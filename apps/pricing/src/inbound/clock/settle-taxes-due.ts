import { setTimeout as sleep } from 'node:timers/promises';
import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { SettleTaxes } from '../../application/settle-taxes.js';

/** How long to rest when nothing is due. A tax return is monthly; seconds do not matter to it. */
const restMs = 2_000;

/** Works on what a tax service has to be told, as long as there is any. */
export class SettleTaxesDue {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly settle: SettleTaxes | undefined,
    private readonly logger: Logger,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.settle === undefined ? Promise.resolve() : this.loop(this.settle);
    return {
      name: 'tax tasks',
      run: async () => {
        this.stopped.abort();
        await this.running;
      },
    };
  }

  private async loop(settle: SettleTaxes): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const worked = await settle.run().catch((error: unknown) => {
        this.logger.warn('tax.settling-failed', { err: error });
        return false;
      });
      if (!worked) await sleep(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
