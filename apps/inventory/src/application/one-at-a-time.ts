import { Fault } from '@reprise/kernel';

interface Waiting<Ask, Answer> {
  readonly ask: Ask;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Answers asks about one key one batch at a time: the first goes at once and alone, and what arrives while it is answered goes together next.
 * So a quiet key waits for nothing, and a hot one pays one transaction for many asks instead of queueing them on a row lock. Within a
 * batch asks stand in the order they came.
 */
export class OneAtATime<Key, Ask, Answer> {
  private readonly queues = new Map<Key, Waiting<Ask, Answer>[]>();

  constructor(
    private readonly answer: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
    private readonly options: {
      readonly batchMax: number;
      /** Two asks of one batch must differ in this; the later one waits for the next. */
      readonly apart: (ask: Ask) => unknown;
    },
  ) {}

  run(key: Key, ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const waiting = { ask, resolve, reject };
      const queue = this.queues.get(key);
      if (queue) return void queue.push(waiting);
      this.queues.set(key, []);
      void this.work(key, [waiting]);
    });
  }

  private async work(key: Key, first: Waiting<Ask, Answer>[]): Promise<void> {
    const queue = this.queues.get(key) ?? [];
    for (let batch = first; batch.length > 0; batch = this.nextOf(queue)) await this.settle(batch);
    this.queues.delete(key);
  }

  private nextOf(queue: Waiting<Ask, Answer>[]): Waiting<Ask, Answer>[] {
    const seen = new Set<unknown>();
    const batch: Waiting<Ask, Answer>[] = [];
    for (let i = 0; i < queue.length && batch.length < this.options.batchMax;) {
      const waiting = queue[i] as Waiting<Ask, Answer>;
      const apart = this.options.apart(waiting.ask);
      if (seen.has(apart)) i += 1;
      else {
        seen.add(apart);
        batch.push(waiting);
        queue.splice(i, 1);
      }
    }
    return batch;
  }

  private async settle(batch: readonly Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(batch.map(({ ask }) => ask));
      batch.forEach(({ resolve }, i) => resolve(answers[i] as Answer));
    } catch (error) {
      // What one ask broke must not cost the others theirs; a database that is away is away for each of them.
      if (batch.length === 1 || (error instanceof Fault && error.retriable))
        batch.forEach(({ reject }) => reject(error));
      else for (const waiting of batch) await this.settle([waiting]);
    }
  }
}
