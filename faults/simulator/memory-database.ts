import { Fault } from '@reprise/kernel';
import type { Bugs } from './bugs.ts';
import type { Life, World } from './world.ts';

/** A table by its name; its rows are values and never change in place. */
export interface Table<Row> {
  readonly name: string;
  readonly rowExample?: Row;
}

export function table<Row>(name: string): Table<Row> {
  return { name };
}

/** A fact before it is a message. */
export interface Saying {
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** A row of the outbox. */
export interface OutboxRow extends Saying {
  readonly id: number;
  readonly factId: string;
  readonly isPublished: boolean;
}

export const outbox = table<OutboxRow>('outbox');

interface Lock {
  holder: MemoryTx;
  readonly queue: { readonly tx: MemoryTx; readonly go: () => void }[];
}

/**
 * A database as PostgreSQL is at READ COMMITTED: writes lock their row until the commit, a reader sees what is committed and what it wrote itself,
 * numbers are given before they are seen. A session may be lost at any statement, and at a commit without a word on whether it happened.
 */
export class MemoryDatabase {
  readonly name: string;
  readonly world: World;
  readonly bugs: Bugs;
  /** Runs after every commit: what must hold at every moment is looked at then. */
  onCommit: () => void = () => undefined;
  readonly rows = new Map<string, Map<string, unknown>>();
  readonly locks = new Map<string, Lock>();
  #numbers = 0;

  constructor(name: string, world: World, bugs: Bugs) {
    this.name = name;
    this.world = world;
    this.bugs = bugs;
  }

  /** What is committed. */
  committed<Row>({ name }: Table<Row>): ReadonlyMap<string, Row> {
    const rows = this.rows.get(name) ?? new Map<string, unknown>();
    this.rows.set(name, rows);
    return rows as Map<string, Row>;
  }

  nextNumber(): number {
    return (this.#numbers += 1);
  }

  async transact<T>(life: Life, work: (tx: MemoryTx) => Promise<T>): Promise<T> {
    const tx = new MemoryTx(this, life);
    life.onDeath(() => tx.end());
    try {
      const result = await work(tx);
      await this.world.step(life, `${this.name} commits`);
      if (this.world.mishap(0.004)) throw lost('before the commit');
      tx.commit();
      await this.world.step(life, `${this.name} committed`);
      if (this.world.mishap(0.004)) throw lost('at the commit, which happened');
      for (const then of tx.afterwards) then();
      return result;
    } finally {
      tx.end();
    }
  }
}

/** One transaction of one session. */
export class MemoryTx {
  readonly afterwards: (() => void)[] = [];
  readonly life: Life;
  readonly #database: MemoryDatabase;
  readonly #writes = new Map<string, Map<string, unknown>>();
  readonly #held = new Set<string>();
  #waitsFor: string | undefined;
  #isOver = false;

  constructor(database: MemoryDatabase, life: Life) {
    this.#database = database;
    this.life = life;
  }

  /** Time passes, and the session may be lost. Every statement begins with it. */
  async statement(what: string): Promise<void> {
    await this.#database.world.step(this.life, `${this.#database.name} ${what}`);
    if (this.#database.world.mishap(0.003)) throw lost(what);
  }

  get<Row>(from: Table<Row>, key: string): Row | undefined {
    const written = this.#writes.get(from.name);
    return (written?.has(key) === true ? written.get(key) : this.#database.committed(from).get(key)) as Row | undefined;
  }

  all<Row>(from: Table<Row>): Row[] {
    const keys = new Set([...this.#database.committed(from).keys(), ...(this.#writes.get(from.name)?.keys() ?? [])]);
    return [...keys].flatMap((key) => this.get(from, key) ?? []);
  }

  /** Makes others who want this row wait until the end of the transaction. */
  async lock(of: Table<unknown>, key: string): Promise<void> {
    const name = `${of.name} ${key}`;
    const lock = this.#database.locks.get(name);
    if (lock === undefined) this.#hold(name);
    else if (lock.holder !== this) {
      if (this.#closesACircle(lock)) throw new Fault(`deadlock at ${name}`, { retriable: true });
      this.#waitsFor = name;
      await new Promise<void>((go) => lock.queue.push({ tx: this, go }));
    }
  }

  /** As `lock`, but false at once when somebody has it. */
  tryLock(of: Table<unknown>, key: string): boolean {
    const name = `${of.name} ${key}`;
    const lock = this.#database.locks.get(name);
    if (lock === undefined) this.#hold(name);
    return lock === undefined || lock.holder === this;
  }

  /** Writes a row, whose lock is taken first; undefined deletes it. */
  async put<Row>(into: Table<Row>, key: string, row: Row | undefined): Promise<void> {
    await this.lock(into, key);
    this.putUnlocked(into, key, row);
  }

  putUnlocked<Row>(into: Table<Row>, key: string, row: Row | undefined): void {
    const written = this.#writes.get(into.name) ?? new Map<string, unknown>();
    this.#writes.set(into.name, written.set(key, row));
  }

  /** False, and nothing written, when there is such a row; waits for another transaction that is about to insert one. */
  async insert<Row>(into: Table<Row>, key: string, row: Row): Promise<boolean> {
    await this.lock(into, key);
    if (this.get(into, key) !== undefined) return false;
    this.putUnlocked(into, key, row);
    return true;
  }

  /** A row of a table without a key of its own. */
  append<Row>(into: Table<Row>, row: Row): void {
    this.putUnlocked(into, `#${this.#database.nextNumber()}`, row);
  }

  say(saying: Saying): void {
    const id = this.#database.nextNumber();
    const row: OutboxRow = { ...saying, id, factId: `${this.#database.name}-${id}`, isPublished: false };
    this.putUnlocked(outbox, `${id}`, row);
    if (!this.#database.bugs.publishBeforeCommit) return;
    this.#writes.get(outbox.name)?.delete(`${id}`);
    (this.#database.committed(outbox) as Map<string, OutboxRow>).set(`${id}`, row);
  }

  commit(): void {
    if (this.#isOver) return;
    for (const [name, written] of this.#writes) {
      const rows = this.#database.committed<unknown>({ name }) as Map<string, unknown>;
      for (const [key, row] of written)
        if (row === undefined) rows.delete(key);
        else rows.set(key, row);
    }
    this.end();
    this.#database.onCommit();
  }

  /** Lets go of every lock; what was not committed is gone. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const name of this.#held) {
      const lock = this.#database.locks.get(name);
      let next = lock?.queue.shift();
      while (next !== undefined && next.tx.#isOver) next = lock?.queue.shift();
      if (lock === undefined || next === undefined) this.#database.locks.delete(name);
      else {
        lock.holder = next.tx;
        next.tx.#waitsFor = undefined;
        next.tx.#held.add(name);
        next.go();
      }
    }
    this.#held.clear();
  }

  #hold(name: string): void {
    if (this.#isOver) return;
    this.#database.locks.set(name, { holder: this, queue: [] });
    this.#held.add(name);
  }

  #closesACircle(lock: Lock): boolean {
    for (let at: Lock | undefined = lock; at !== undefined;) {
      if (at.holder === this) return true;
      const next: string | undefined = at.holder.#waitsFor;
      at = next === undefined ? undefined : this.#database.locks.get(next);
    }
    return false;
  }
}

function lost(when: string): Fault {
  return new Fault(`the session was lost: ${when}`, { retriable: true });
}
