import { Fault } from '@reprise/kernel';
import type { Broker } from './broker.ts';
import { Producer } from './broker.ts';
import { outbox } from './memory-database.ts';
import type { MemoryDatabase, OutboxRow } from './memory-database.ts';
import type { Life, World } from './world.ts';

const leaders = new WeakMap<MemoryDatabase, Life>();

/** Publishes an outbox by the rules of the relay: one leads, batches in order, one in flight, the very same batch again until it is taken. */
export class Relay {
  readonly #world: World;
  readonly #life: Life;
  readonly #database: MemoryDatabase;
  readonly #broker: Broker;
  #producer: Producer;
  #failed: readonly OutboxRow[] | undefined;
  #cursor = 0;
  #idleMs = 5;

  constructor(world: World, life: Life, database: MemoryDatabase, broker: Broker) {
    this.#world = world;
    this.#life = life;
    this.#database = database;
    this.#broker = broker;
    this.#producer = new Producer(world, broker);
  }

  async run(): Promise<void> {
    for (;;) {
      const leader = leaders.get(this.#database);
      if (leader?.alive === true && leader !== this.#life) await this.#world.sleep(this.#life, 250);
      else {
        leaders.set(this.#database, this.#life);
        await this.#leadOnce().catch(() => this.#world.sleep(this.#life, 100));
      }
    }
  }

  async #leadOnce(): Promise<void> {
    const rows = this.#unpublished();
    this.#idleMs = rows.length === 0 ? Math.min(this.#idleMs * 2, 250) : 5;
    if (rows.length === 0) return this.#world.sleep(this.#life, this.#idleMs);
    const { bugs } = this.#database;
    if (bugs.concurrentSend === true) return this.#sendEach(rows);
    if (bugs.markBeforePublish === true) await this.#mark(rows);
    await this.#publishPatiently(rows);
    await this.#mark(rows);
  }

  #unpublished(): OutboxRow[] {
    const rows = [...this.#database.committed(outbox).values()]
      .filter(({ id, isPublished }) => !isPublished && id > this.#cursor)
      .sort((a, b) => a.id - b.id)
      .slice(0, this.#world.random.between(1, 8));
    if (this.#database.bugs.cursorOutbox === true) this.#cursor = rows.at(-1)?.id ?? this.#cursor;
    return rows;
  }

  async #publishPatiently(rows: readonly OutboxRow[]): Promise<void> {
    for (;;) {
      try {
        if (this.#failed !== undefined && this.#failed !== rows) this.#discard();
        await this.#producer.send(this.#life, rows.map(messageOf));
        this.#failed = undefined;
        return;
      } catch (error) {
        this.#failed = rows;
        if (!(error instanceof Fault && error.retriable)) this.#discard();
        await this.#world.sleep(this.#life, 100);
      }
    }
  }

  /** The mistake: what failed is left for later, and what comes next takes its numbers. */
  async #sendEach(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) {
      const isTaken = await this.#producer.send(this.#life, [messageOf(row)]).then(
        () => true,
        () => false,
      );
      if (isTaken) await this.#mark([row]);
    }
  }

  async #mark(rows: readonly OutboxRow[]): Promise<void> {
    await this.#database.transact(this.#life, async (tx) => {
      await tx.statement('marks facts published');
      for (const row of rows) await tx.put(outbox, `${row.id}`, { ...row, isPublished: true });
    });
  }

  #discard(): void {
    this.#producer = new Producer(this.#world, this.#broker);
    this.#failed = undefined;
  }
}

function messageOf({ factId, topic, key, type, version, data }: OutboxRow) {
  return { factId, topic, key, type, version, data };
}
