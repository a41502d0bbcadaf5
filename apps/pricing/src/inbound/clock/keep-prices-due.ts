import type { ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import type { Alarm } from '../../application/state-price-list.js';
import type { RepriceDue } from '../../application/reprice-due.js';

/** Longest to sleep. Boundaries other processes plan, and those a crash left, are found no later than this. */
const patienceMs = 1_000;

/** How long to leave a process alone that is at what is due. */
const busyMs = 50;

/**
 * Prices again what is due, at the moment it is due: sleeps until the next boundary it knows of, or a little while, or until woken. A
 * failure is said and tried again, because what was due still is.
 */
export class KeepPricesDue implements Alarm {
  private running: Promise<void> | undefined;
  private stopping = false;
  private awake = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly repriceDue: RepriceDue,
    private readonly logger: Logger,
  ) {}

  start(): ShutdownStep {
    this.running ??= this.loop();
    return { name: 'price boundaries', run: () => this.stop() };
  }

  wake(): void {
    this.awake = true;
    this.wakeUp();
  }

  private async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.awake = false;
      const waitMs = await this.work();
      if (waitMs > 0) await this.sleep(waitMs);
    }
  }

  /** Does one piece; answers how long nothing is due. */
  private async work(): Promise<number> {
    try {
      if (await this.repriceDue.run()) return 0;
      const nextMs = await this.repriceDue.msUntilNext();
      // Due, and yet nothing to do here: another process is at it.
      return nextMs > 0 ? Math.min(patienceMs, nextMs) : busyMs;
    } catch (error) {
      this.logger.warn('prices.repricing-failed', { err: error });
      return patienceMs;
    }
  }

  private async sleep(waitMs: number): Promise<void> {
    if (this.awake || this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
