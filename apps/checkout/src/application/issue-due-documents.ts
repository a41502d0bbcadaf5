import type { DueDocuments, IssuingDesk } from './document-ports.js';
import type { IssueDocuments } from './issue-documents.js';
import type { FaultPoint } from './ports.js';

/** Told of what no caller is there to hear. */
export interface DocumentObserver {
  failed(cause: DueDocuments | undefined, error: unknown): void;
}

/** What could not be issued waits twice as long each time, an hour at most: a copy may still come, a mistake needs a release. */
const firstDelayMs = 1_000;
const longestDelayMs = 3_600_000;

/** Issues documents that are due until stopped. Any number of processes may run it: each works on other orders. */
export class IssueDueDocuments {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly desk: IssuingDesk,
    private readonly issueDocuments: IssueDocuments,
    private readonly pollMs: number,
    private readonly observer: DocumentObserver,
    private readonly faultPoint: FaultPoint,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  /** Issues what one cause asks for; false when nothing is due. */
  async issueNext(): Promise<boolean> {
    let due: DueDocuments | undefined;
    try {
      return await this.desk.transact(async (tx) => {
        due = await tx.documents.claimDue();
        if (!due) return false;
        await this.issueDocuments.run(tx, due);
        this.faultPoint('documents.before-drop');
        await tx.documents.dropDue(due);
        this.faultPoint('documents.before-commit');
        return true;
      });
    } catch (error) {
      this.observer.failed(due, error);
      if (due) await this.postpone(due);
      return due !== undefined;
    }
  }

  private async postpone(due: DueDocuments): Promise<void> {
    const delayMs = Math.min(firstDelayMs * 2 ** Math.min(due.tries, 20), longestDelayMs);
    try {
      await this.desk.transact((tx) => tx.documents.postponeDue(due, delayMs));
    } catch (error) {
      this.observer.failed(due, error);
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      if (!(await this.issueNext())) await this.idle();
    }
  }

  private async idle(): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
