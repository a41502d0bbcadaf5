import { Fault } from '@reprise/kernel';

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface TogetherOptions<Ask> {
  /** Batches at work at a time. More than one, so that a batch that waits for a lock does not hold everybody up. */
  readonly batches: number;
  /** Asks a batch. */
  readonly most: number;
  /** Asks that do not differ in this are never at work at the same time: the later one waits. */
  readonly apart: (ask: Ask) => unknown;
}

/**
 * Answers asks in batches that nobody waits for: who comes while there is room goes at once, who comes while there is none goes together
 * with the others as soon as there is. So a quiet service answers as fast as it can, and a busy one pays for a transaction, its round
 * trips and its flush to disk once for many.
 */
export class Together<Ask, Answer> {
  private waiting: Waiting<Ask, Answer>[] = [];
  private readonly busy = new Set<unknown>();
  private atWork = 0;

  constructor(
    private readonly answer: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
    private readonly options: TogetherOptions<Ask>,
  ) {}

  run(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ask, resolve, reject });
      this.go();
    });
  }

  private go(): void {
    while (this.atWork < this.options.batches) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      this.atWork += 1;
      void this.settle(batch).finally(() => {
        this.atWork -= 1;
        for (const { ask } of batch) this.busy.delete(this.options.apart(ask));
        this.go();
      });
    }
  }

  private nextBatch(): Waiting<Ask, Answer>[] {
    const batch: Waiting<Ask, Answer>[] = [];
    this.waiting = this.waiting.filter((waiting) => {
      const apart = this.options.apart(waiting.ask);
      if (batch.length === this.options.most || this.busy.has(apart)) return true;
      this.busy.add(apart);
      batch.push(waiting);
      return false;
    });
    return batch;
  }

  private async settle(batch: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(batch.map(({ ask }) => ask));
      batch.forEach(({ resolve }, i) => resolve(answers[i] as Answer));
    } catch (error) {
      // What one ask broke must not cost the others theirs; what the world broke is broken for each of them.
      if (batch.length === 1 || isOfTheWorld(error)) batch.forEach(({ reject }) => reject(error));
      else for (const waiting of batch) await this.settle([waiting]);
    }
  }
}

/** A fault that may pass, or one whose outcome nobody knows: to try that again is for whoever asked. */
function isOfTheWorld(error: unknown): boolean {
  return error instanceof Fault;
}
