import type { Topic } from '@reprise/contracts/events';
import { insertMany, type Tx } from '../persistence/index.js';
import { parkedAmong, parkKeys, storeDeadLetters, type DeadLetter } from './dead-letter-rows.js';
import { groupInOrder } from './group-in-order.js';
import type { Hearing } from './hears.js';
import type { Heard, HeardFact, Tombstone, Unparsable } from './heard-fact.js';
import type { RawMessage } from './parse-message.js';
import { traceHearing } from './trace-hearing.js';

/** A message and what it turned out to be. */
export interface Message {
  readonly raw: RawMessage;
  readonly heard: Heard;
}

/** Who takes messages: the consumer's name in inbox and dead letters, and what it does with each contract. */
export interface Taker {
  readonly consumer: string;
  readonly hearings: readonly (Hearing & { readonly topics: ReadonlySet<string> })[];
  readonly topicOf: (name: string) => Topic;
}

/** What became of a batch. */
export interface Taken {
  readonly duplicates: number;
  readonly dead: readonly DeadLetter[];
}

/**
 * Takes messages of one partition in one transaction: sets aside what cannot be understood and what follows something set aside,
 * notes the rest in the inbox, and lets the hearings apply what the inbox had not seen. Throws what a hearing throws.
 */
export async function takeMessages(tx: Tx, taker: Taker, messages: readonly Message[]): Promise<Taken> {
  const { dead, healthy } = await setAside(tx, taker, messages);
  await storeDeadLetters(tx, taker.consumer, dead);
  return { dead, duplicates: await applyUnheard(tx, taker, healthy) };
}

/** Notes facts in the inbox, where a hearing needs that, and lets the hearings apply those that were not in it. Answers how many were. */
export async function applyUnheard(tx: Tx, taker: Taker, healthy: readonly (HeardFact | Tombstone)[]): Promise<number> {
  const fresh = await onlyNew(tx, taker, healthy);
  await hearAll(tx, taker, fresh);
  return healthy.length - fresh.length;
}

/** Sets one message aside that a hearing could not apply, with its error. */
export async function buryMessage(tx: Tx, taker: Taker, { raw, heard }: Message, error: Error): Promise<DeadLetter> {
  const letter: DeadLetter = {
    raw,
    state: 'dead',
    reason: 'HearingFailed',
    error,
    ...(heard.kind === 'unparsable' ? {} : { factId: heard.id }),
    ...(heard.kind === 'fact' ? { type: heard.type } : {}),
  };
  await storeDeadLetters(tx, taker.consumer, [letter]);
  if (keepsOrder(taker, raw) && raw.key) await parkKeys(tx, taker.consumer, [{ topic: raw.topic, key: raw.key }]);
  return letter;
}

/**
 * On an event topic what follows a dead message waits for it: order carries meaning. On a state topic each fact is the full state
 * and the next one supersedes, so holding it back would only keep the copy stale.
 */
function keepsOrder(taker: Taker, { topic }: RawMessage): boolean {
  return taker.topicOf(topic).retention.kind === 'event';
}

async function setAside(
  tx: Tx,
  taker: Taker,
  messages: readonly Message[],
): Promise<{ dead: DeadLetter[]; healthy: (HeardFact | Tombstone)[] }> {
  const [first] = messages;
  const ordered = first !== undefined && keepsOrder(taker, first.raw);
  const keys = ordered ? messages.flatMap(({ raw }) => raw.key ?? []) : [];
  const parked = ordered ? await parkedAmong(tx, taker.consumer, first.raw.topic, keys) : new Set<string>();
  const newlyParked: { topic: string; key: Buffer }[] = [];
  const dead: DeadLetter[] = [];
  const healthy: (HeardFact | Tombstone)[] = [];
  for (const { raw, heard: parsed } of messages) {
    const heard = expected(taker, parsed);
    if (heard === undefined) continue;
    if (heard.key !== null && parked.has(heard.key)) {
      dead.push({
        raw,
        state: 'parked',
        reason: 'FollowsDead',
        error: new Error('follows a dead letter'),
        ...idOf(heard),
      });
    } else if (heard.kind === 'unparsable') {
      dead.push({ raw, state: 'dead', reason: heard.reason, error: heard.error, ...idOf(heard) });
      if (ordered && raw.key) {
        parked.add(raw.key.toString('utf8'));
        newlyParked.push({ topic: raw.topic, key: raw.key });
      }
    } else {
      healthy.push(heard);
    }
  }
  await parkKeys(tx, taker.consumer, newlyParked);
  return { dead, healthy };
}

/** What a message means to this taker; undefined when it is a known fact that nobody here hears. */
function expected(taker: Taker, heard: Heard): Heard | undefined {
  if (heard.kind === 'unparsable') return heard;
  if (heard.kind === 'fact') return taker.hearings.some((hearing) => hearsFact(hearing, heard)) ? heard : undefined;
  if (taker.hearings.some((hearing) => hearsTombstone(hearing, heard))) return heard;
  const { topic, partition, offset, key } = heard;
  const error = new Error('nobody here forgets keys of this topic');
  return {
    topic,
    partition,
    offset,
    key,
    kind: 'unparsable',
    reason: 'UnexpectedTombstone',
    error,
  } satisfies Unparsable;
}

type Listening = Taker['hearings'][number];

function hearsFact({ contract, topics }: Listening, fact: HeardFact): boolean {
  return contract.type === fact.type && contract.v === fact.v && topics.has(fact.topic);
}

function hearsTombstone({ forget, topics }: Listening, { topic }: Tombstone): boolean {
  return forget !== undefined && topics.has(topic);
}

function idOf(heard: Heard): { factId?: string; type?: string } {
  if (heard.kind === 'fact') return { factId: heard.id, type: heard.type };
  if (heard.kind === 'tombstone') return { factId: heard.id };
  return heard.type === undefined ? {} : { type: heard.type };
}

/** Answers what the inbox does not know, the first copy of each, in order, and notes it there. */
async function onlyNew(
  tx: Tx,
  { consumer, hearings }: Taker,
  healthy: readonly (HeardFact | Tombstone)[],
): Promise<(HeardFact | Tombstone)[]> {
  const isNoted = (item: HeardFact | Tombstone): boolean =>
    item.kind === 'tombstone' || hearings.some((hearing) => !hearing.comparesVersions && hearsFact(hearing, item));
  const toNote = healthy.filter(isNoted);
  if (toNote.length === 0) return [...healthy];
  const rows = toNote.map((fact) => ({ consumer, fact_id: fact.id }));
  const noted = await insertMany<{ consumer: 'text'; fact_id: 'uuid' }, { fact_id: string }>(
    tx,
    'inbox',
    { consumer: 'text', fact_id: 'uuid' },
    rows,
    'ON CONFLICT DO NOTHING RETURNING fact_id',
  );
  const unheard = new Set(noted.map((row) => row.fact_id));
  return healthy.filter((fact) => !isNoted(fact) || unheard.delete(fact.id));
}

async function hearAll(tx: Tx, taker: Taker, fresh: readonly (HeardFact | Tombstone)[]): Promise<void> {
  const groups = groupInOrder(
    fresh,
    (item) => (item.kind === 'fact' ? `${item.type} v${item.v}` : 'tombstone'),
    (item) => item.key,
  );
  for (const { kind, items } of groups) {
    await traceHearing(`hear ${kind}`, items, async () => {
      for (const hearing of taker.hearings) await hearGroup(tx, hearing, items);
    });
  }
}

async function hearGroup(tx: Tx, hearing: Listening, items: readonly (HeardFact | Tombstone)[]): Promise<void> {
  const facts = items.filter((item) => item.kind === 'fact').filter((fact) => hearsFact(hearing, fact));
  if (facts.length > 0) await hearing.hear(facts, tx);
  const tombstones = items.filter((item) => item.kind === 'tombstone').filter((item) => hearsTombstone(hearing, item));
  if (tombstones.length > 0) await hearing.forget?.(tombstones, tx);
}
