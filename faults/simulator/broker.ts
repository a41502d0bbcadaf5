import { Fault } from '@reprise/kernel';
import type { OutboxRow } from './memory-database.ts';
import type { Life, World } from './world.ts';

export type Message = Omit<OutboxRow, 'id' | 'isPublished'>;

const partitionsATopic = 2;
/** Batches of one producer and partition a broker knows again. */
const rememberedBatches = 5;

/** Logs, and what a broker remembers of idempotent producers: the first and last number of their last batches. */
export class Broker {
  readonly logs = new Map<string, Message[]>();
  readonly #places = new Map<string, number>();
  #producers = 0;
  readonly #batches = new Map<string, { readonly first: number; readonly last: number }[]>();

  newProducerId(): string {
    return `producer ${(this.#producers += 1)}`;
  }

  partitionsOf(topic: string): string[] {
    return Array.from({ length: partitionsATopic }, (_, i) => `${topic}-${i}`);
  }

  partitionOf({ topic, key }: Message): string {
    // By when a key was first seen: ids differ from run to run, and one seed must give one run.
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return `${topic}-${place % partitionsATopic}`;
  }

  log(partition: string): Message[] {
    const log = this.logs.get(partition) ?? [];
    this.logs.set(partition, log);
    return log;
  }

  topic(name: string): Message[] {
    return this.partitionsOf(name).flatMap((partition) => this.log(partition));
  }

  /** Takes a batch once; false when its numbers are neither the next ones nor those of a batch it has. */
  append(producer: string, partition: string, first: number, batch: readonly Message[]): boolean {
    const name = `${producer} ${partition}`;
    const before = this.#batches.get(name) ?? [];
    const last = first + batch.length - 1;
    if (before.some((each) => each.first === first && each.last === last)) return true;
    if (first !== (before.at(-1)?.last ?? -1) + 1) return false;
    this.#batches.set(name, [...before, { first, last }].slice(-rememberedBatches));
    this.log(partition).push(...batch);
    return true;
  }
}

/** An idempotent producer as kafkajs is one: what was not acknowledged gives its numbers back. */
export class Producer {
  readonly #id: string;
  readonly #next = new Map<string, number>();
  readonly #world: World;
  readonly #broker: Broker;

  constructor(world: World, broker: Broker) {
    this.#world = world;
    this.#broker = broker;
    this.#id = broker.newProducerId();
  }

  async send(life: Life, batch: readonly Message[]): Promise<void> {
    const byPartition = Map.groupBy(batch, (message) => this.#broker.partitionOf(message));
    for (const [partition, messages] of byPartition) await this.#sendTo(life, partition, messages);
  }

  async #sendTo(life: Life, partition: string, messages: readonly Message[]): Promise<void> {
    await this.#world.step(life, `sends ${messages.length} to ${partition}`);
    if (this.#world.mishap(0.05)) throw unacknowledged('the request was lost');
    const first = this.#next.get(partition) ?? 0;
    const isTaken = this.#broker.append(this.#id, partition, first, messages);
    await this.#world.step(life, `${partition} took ${messages.length}`);
    if (this.#world.mishap(0.05)) throw unacknowledged('the answer was lost');
    if (!isTaken) throw new Fault('numbers out of order', { retriable: false });
    this.#next.set(partition, first + messages.length);
  }
}

function unacknowledged(why: string): Fault {
  return new Fault(why, { retriable: true });
}
