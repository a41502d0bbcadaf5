import type { Advance } from './advance-order.js';
import type { Desk, DueStep } from './ports.js';
import type { PerformStep } from './perform-step.js';

/** Times in milliseconds. */
export interface StepSettings {
  /** Orders worked on at once. More pays faster and leans harder on the provider. */
  readonly concurrency: number;
  /** How long a worker has an order to itself. Longer than any call to the provider; shorter resumes sooner after a crash. */
  readonly leaseMs: number;
  /** How often to look for work nobody told us of: timers, and orders of a process that died. */
  readonly pollMs: number;
}

/** Told of what no caller is there to hear. */
export interface StepObserver {
  failed(error: unknown): void;
  finished(due: DueStep, advance: Advance): void;
}

/** Works on due steps until stopped: at once when told of news, otherwise every `pollMs`. Any number of processes may run it. */
export class RunDueSteps {
  private readonly working = new Set<Promise<void>>();
  private stopping = false;
  private running: Promise<void> | undefined;
  private news = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly desk: Desk,
    private readonly performStep: PerformStep,
    private readonly settings: StepSettings,
    private readonly observer: StepObserver,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** There is work: look now. */
  wake(): void {
    this.news = true;
    this.wakeUp();
  }

  /** Takes nothing new and waits for what is being worked on. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
    await Promise.all(this.working);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.news = false;
      const free = this.settings.concurrency - this.working.size;
      const taken = free > 0 ? await this.take(free) : 0;
      // A full hand means there may be more; an empty one means wait, for news or for a place to come free.
      if (taken === 0 || taken === free) await this.idle();
    }
  }

  private async take(limit: number): Promise<number> {
    try {
      const due = await this.desk.directly((tx) => tx.claimDueSteps(limit, this.settings.leaseMs));
      for (const step of due) this.work(step);
      return due.length;
    } catch (error) {
      this.observer.failed(error);
      return 0;
    }
  }

  private work(due: DueStep): void {
    const done = this.performStep
      .run(due)
      .then(
        (advance) => this.observer.finished(due, advance),
        (error: unknown) => this.observer.failed(error),
      )
      .finally(() => {
        this.working.delete(done);
        this.wake();
      });
    this.working.add(done);
  }

  private async idle(): Promise<void> {
    if (this.news || this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.settings.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
