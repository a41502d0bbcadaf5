import { Fault } from '@reprise/kernel';
import type { Broker, Message } from './broker.ts';
import { table } from './memory-database.ts';
import type { MemoryDatabase, MemoryTx } from './memory-database.ts';
import type { Life, World } from './world.ts';

export const inbox = table<{ readonly factId: string }>('inbox');

/** A member that says nothing for so long is taken for dead, and its partitions go to others. */
const sessionTimeoutMs = 1_500;

/** Who reads which partition, and how far the group has read. */
export class ConsumerGroup {
  readonly offsets = new Map<string, number>();
  readonly #members: Life[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  join(life: Life): void {
    this.#members.push(life);
  }

  ownerOf(partition: string): Life | undefined {
    const members = this.#members.filter(
      ({ alive, frozenSinceMs }) => alive && this.#world.nowMs - frozenSinceMs < sessionTimeoutMs,
    );
    return members[partition.charCodeAt(partition.length - 1) % Math.max(1, members.length)];
  }
}

/** Hears facts that were not heard before, in the transaction that notes them. */
export type Hear = (facts: readonly Message[], tx: MemoryTx) => Promise<void>;

export interface Consuming {
  readonly world: World;
  readonly broker: Broker;
  readonly database: MemoryDatabase;
  readonly group: ConsumerGroup;
  readonly topics: readonly string[];
  readonly hear: Hear;
  /** A fact that cannot be taken for a reason that is not the world's. */
  readonly setAside: (error: unknown, facts: readonly Message[]) => void;
}

/** Reads every partition it owns, each on its own. */
export function consume(life: Life, consuming: Consuming): void {
  consuming.group.join(life);
  for (const topic of consuming.topics)
    for (const partition of consuming.broker.partitionsOf(topic)) void consumePartition(life, consuming, partition);
}

async function consumePartition(life: Life, consuming: Consuming, partition: string): Promise<void> {
  const { world, broker, group } = consuming;
  for (let idleMs = 20; ; idleMs = Math.min(idleMs * 2, 400)) {
    await world.sleep(life, world.random.between(1, idleMs));
    if (group.ownerOf(partition) !== life) continue;
    const committed = group.offsets.get(partition) ?? 0;
    // Whoever owned it before may have done more than it said.
    const from = world.mishap(0.1) ? Math.max(0, committed - world.random.between(1, 4)) : committed;
    const facts = broker.log(partition).slice(from, from + world.random.between(1, 8));
    if (facts.length === 0 || !(await take(life, consuming, facts))) continue;
    await world.step(life, `commits ${partition} at ${from + facts.length}`);
    if (group.ownerOf(partition) === life) group.offsets.set(partition, from + facts.length);
    idleMs = 10;
  }
}

async function take(life: Life, consuming: Consuming, facts: readonly Message[]): Promise<boolean> {
  const { database, hear, setAside } = consuming;
  try {
    await database.transact(life, async (tx) => {
      const fresh = await onlyNew(tx, database, facts);
      if (fresh.length > 0) await hear(fresh, tx);
    });
    return true;
  } catch (error) {
    if (error instanceof Fault && error.retriable) return false;
    setAside(error, facts);
    return true;
  }
}

async function onlyNew(tx: MemoryTx, { bugs }: MemoryDatabase, facts: readonly Message[]): Promise<Message[]> {
  await tx.statement('notes facts in the inbox');
  const fresh: Message[] = [];
  for (const fact of facts) {
    const isNew = await tx.insert(inbox, fact.factId, { factId: fact.factId });
    if (isNew || bugs.droppedInbox === true) fresh.push(fact);
  }
  return fresh;
}
