import { context, propagation } from '@opentelemetry/api';
import type { FactContract, Topic } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { insertMany, type Tx } from '../persistence/index.js';
import { packEnvelopes } from './pack-facts.js';
import { signalOutbox } from './outbox-signal.js';

/** One thing to say. Money is already JSON here (`{amount, currency}`): a bigint fails the transaction. */
export interface Saying<Data> {
  readonly data: Data;
  /** The thing's version after this change: one more than before, per key. */
  readonly version: number;
  readonly market?: string;
  /** When it became true; now, unless the fact tells of something that happened elsewhere. */
  readonly occurredAt?: Date;
  /** The Kafka key, when it is not the contract's `keyOf(data)`. */
  readonly key?: string;
}

const outboxColumns = { fact_id: 'uuid', topic: 'text', key: 'text', envelope: 'json', headers: 'json' } as const;

/**
 * Says a fact in the transaction that makes it true: it is published if and only if that transaction commits. Say it after the
 * row it tells of was written (and thereby locked), which makes publication order per key the commit order.
 * Answers the fact's id. Throws a ZodError, and so fails the transaction, when the data breaks the contract.
 */
export async function say<Data>(tx: Tx, fact: FactContract<Data>, saying: Saying<Data>): Promise<string> {
  const [id] = await sayMany(tx, fact, [saying]);
  return id as string;
}

/** As `say`, any number at once with one INSERT, published in the order given. */
export async function sayMany<Data>(
  tx: Tx,
  fact: FactContract<Data>,
  sayings: readonly Saying<Data>[],
): Promise<string[]> {
  const topic = fact.topic.name;
  const rows = envelopesOf(fact, sayings).map((envelope) => {
    return { fact_id: envelope.id, topic, key: envelope.key, envelope, headers: {} };
  });
  await insertMany(tx, 'outbox', outboxColumns, rows);
  if (rows.length > 0) tx.afterCommit(signalOutbox);
  return rows.map((row) => row.fact_id);
}

/** Facts a row of the outbox: some hundred kilobytes, read and marked at once. */
const factsAPack = 200;
/** Some megabyte: few statements, and none that the server has to hold much of. */
const factsAStatement = 2_000;

/**
 * As `sayMany`, for very many: rows of the outbox hold many facts each, which costs a fraction to write and publish. Readers of the outbox
 * see single facts in the view `outbox_fact`.
 */
export async function sayInBulk<Data>(
  tx: Tx,
  fact: FactContract<Data>,
  sayings: readonly Saying<Data>[],
): Promise<void> {
  const envelopes = envelopesOf(fact, sayings);
  for (let from = 0; from < envelopes.length; from += factsAStatement)
    await insertPacks(tx, fact.topic, envelopes.slice(from, from + factsAStatement));
  if (envelopes.length > 0) tx.afterCommit(signalOutbox);
}

/** Each pack a parameter of its own: as elements of an array it would have to be escaped whole. */
async function insertPacks(tx: Tx, topic: Topic, envelopes: ReturnType<typeof envelopesOf>): Promise<void> {
  const params: unknown[] = [topic.name];
  const rows: string[] = [];
  for (let from = 0; from < envelopes.length; from += factsAPack) {
    const pack = envelopes.slice(from, from + factsAPack);
    const [only] = pack;
    const row =
      pack.length === 1
        ? [only?.id, only?.key, JSON.stringify(only), 1]
        : [newId(), '', packEnvelopes(pack), pack.length];
    const [id, key, envelope, facts] = row.map((value) => `$${params.push(value)}`);
    rows.push(`(${id}::uuid, $1, ${key}, ${envelope}::json, ${facts}::int)`);
  }
  await tx.query(`INSERT INTO outbox (fact_id, topic, key, envelope, facts) VALUES ${rows.join(', ')}`, params);
}

function envelopesOf<Data>(fact: FactContract<Data>, sayings: readonly Saying<Data>[]) {
  const traceparent = activeTraceparent();
  const now = new Date();
  return sayings.map((saying) => {
    const data = fact.schema.parse(saying.data);
    const key = saying.key ?? fact.keyOf(data);
    return {
      id: newId() as string,
      type: fact.type,
      v: fact.v,
      occurredAt: (saying.occurredAt ?? now).toISOString(),
      ...(saying.market === undefined ? {} : { market: saying.market }),
      key,
      version: saying.version,
      ...(traceparent === undefined ? {} : { traceparent }),
      data,
    };
  });
}

/** Says that a key of a state topic is gone: a tombstone, after which compaction forgets the key. Answers its id. */
export async function sayTombstone(tx: Tx, topic: Topic, key: string): Promise<string> {
  const id = newId();
  await insertMany(tx, 'outbox', outboxColumns, [
    { fact_id: id, topic: topic.name, key, envelope: null, headers: { 'fact-id': id } },
  ]);
  tx.afterCommit(signalOutbox);
  return id;
}

function activeTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}
