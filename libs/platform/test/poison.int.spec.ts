import { randomUUID } from 'node:crypto';
import type { FactContract } from '@reprise/contracts/events';
import { ensureTopics, FactConsumer, hears, type HeardFact } from '../src/messaging/index.js';
import { insertMany, type Tx } from '../src/persistence/index.js';
import {
  createTestDatabase,
  rawProduce,
  testBrokers,
  testTopics,
  waitFor,
  type RawRecord,
  type TestDatabase,
} from '../src/testing/index.js';
import {
  eventTopic,
  thingChangedV1,
  thingEndedV1,
  thingMigrations,
  thingStartedV1,
  thingTopic,
  type Thing,
} from './things.js';

const brokers = testBrokers();
const names = testTopics([thingTopic, eventTopic]);
const changed = names.on(thingChangedV1);
const started = names.on(thingStartedV1);
const ended = names.on(thingEndedV1);

let db: TestDatabase;
let consumer: FactConsumer;
const died: Error[] = [];
/** Notes for which the hearing throws, until a test takes them out. */
const refused = new Set<string>();

beforeAll(async () => {
  db = await createTestDatabase({ migrations: thingMigrations });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  consumer = new FactConsumer({
    groupId: names.named('poison'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: [changed, started, ended] as unknown as readonly FactContract[],
    hearings: [hears(changed, { hear: noteHeard }), hears(started, { hear: noteHeard })],
    onFatal: (error) => died.push(error),
  });
  await consumer.start();
}, 60_000);

afterAll(async () => {
  await consumer.stop();
  await db.drop();
}, 30_000);

async function noteHeard(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map((fact) => ({ key: fact.key, version: fact.version, type: fact.type, note: fact.data.note }));
  await insertMany(tx, 'heard', { key: 'text', version: 'bigint', type: 'text', note: 'text' }, rows);
  const bad = facts.find((fact) => refused.has(fact.data.note));
  if (bad) throw new TypeError(`cannot hear ${bad.data.note}`);
}

interface Variation {
  readonly [field: string]: unknown;
}

function record(
  contract: FactContract<Thing>,
  key: string,
  version: number,
  note = '',
  variation: Variation = {},
): RawRecord {
  const envelope = {
    id: randomUUID(),
    type: contract.type,
    v: contract.v,
    occurredAt: '2026-01-01T00:00:00.000Z',
    region: 'eu',
    key,
    version,
    data: { thingId: key, version, note },
    ...variation,
  };
  return { topic: contract.topic.name, key, value: JSON.stringify(envelope), partition: 0 };
}

const versionsHeard = async (key: string) =>
  (await db.database.query<{ version: string }>('SELECT version FROM heard WHERE key = $1 ORDER BY id', [key])).map(
    (row) => Number(row.version),
  );
const lettersOf = async (key: string) =>
  (await consumer.deadLetters.list({ limit: 1_000 })).filter((letter) => letter.key?.toString() === key);
const reasonsOf = async (key: string) => (await lettersOf(key)).map((letter) => `${letter.state} ${letter.reason}`);

const deep = '['.repeat(200_000);
const poisons: [string, (key: string) => RawRecord, string][] = [
  ['truncated JSON', (key) => ({ ...record(changed, key, 1), value: '{"id": "0199' }), 'NotJson'],
  [
    'a first byte of zero',
    (key) => ({ ...record(changed, key, 1), value: Buffer.from([0, 0, 0, 0, 42, 7]) }),
    'NotJson',
  ],
  ['no value', (key) => ({ ...record(changed, key, 1), value: null }), 'UnexpectedTombstone'],
  ['an empty value', (key) => ({ ...record(changed, key, 1), value: '' }), 'NotJson'],
  ['200,000 nested brackets', (key) => ({ ...record(changed, key, 1), value: deep }), 'NotJson'],
  ['a bare number', (key) => ({ ...record(changed, key, 1), value: '42' }), 'NotAnEnvelope'],
  ['an unknown type', (key) => record(changed, key, 1, '', { type: 'test.thing.\u0000vanished' }), 'UnknownType'],
  ['a newer schema version', (key) => record(changed, key, 1, '', { v: 2 }), 'UnknownVersion'],
  ['data that breaks the contract', (key) => record(changed, key, 1, '', { data: { thingId: 7 } }), 'BrokenContract'],
  ['the name of another region', (key) => record(changed, key, 1, '', { region: 'us' }), 'WrongRegion'],
  ['a key that is not the message key', (key) => record(changed, key, 1, '', { key: 'other' }), 'KeyMismatch'],
  ['an id that is none', (key) => record(changed, key, 1, '', { id: 'x' }), 'NotAnEnvelope'],
  ['900 KB of noise', (key) => ({ ...record(changed, key, 1), value: 'x'.repeat(900_000) }), 'NotJson'],
];

test.each(poisons)('a message with %s is one dead letter, and the next key is heard', async (name, poison, reason) => {
  const bytes = poison(`bad-${name}`);
  await rawProduce(brokers, [bytes, record(changed, `good-${name}`, 1)]);
  await waitFor(async () => (await versionsHeard(`good-${name}`)).length === 1);
  expect(await reasonsOf(`bad-${name}`)).toEqual([`dead ${reason}`]);
  const [letter] = await lettersOf(`bad-${name}`);
  const original = bytes.value === null ? null : Buffer.from(bytes.value as string);
  expect(letter?.value?.equals(original ?? Buffer.from('no bytes')) ?? null).toBe(original === null ? null : true);
  expect(await versionsHeard(`bad-${name}`)).toEqual([]);
  expect(died).toEqual([]);
});

test('a record batch that unpacks beyond the bound is set aside, and the partition goes on', async () => {
  const bomb = record(changed, 'bomb', 1, '0'.repeat(20 * 1024 * 1024));
  await rawProduce(brokers, [bomb], { gzip: true });
  await rawProduce(brokers, [record(changed, 'after-bomb', 1)]);
  await waitFor(async () => (await versionsHeard('after-bomb')).length === 1);
  const refusedBatches = (await consumer.deadLetters.list({ limit: 1_000 })).filter((letter) =>
    letter.value?.toString().startsWith('record batch refused'),
  );
  expect(refusedBatches.map((letter) => letter.reason)).toEqual(['NotJson']);
}, 30_000);

test('a hearing that fails for one fact of a batch sets that one aside and applies the rest', async () => {
  refused.add('unhearable');
  const batch = Array.from({ length: 40 }, (_, i) => record(changed, `in-batch-${i}`, 1, i === 17 ? 'unhearable' : ''));
  await rawProduce(brokers, batch);
  await waitFor(async () => (await versionsHeard('in-batch-39')).length === 1);
  const heard = await Promise.all(batch.map(async (_, i) => (await versionsHeard(`in-batch-${i}`)).length));
  expect(heard).toEqual(batch.map((_, i) => (i === 17 ? 0 : 1)));
  expect(await reasonsOf('in-batch-17')).toEqual(['dead HearingFailed']);
  const [letter] = await lettersOf('in-batch-17');
  expect(letter).toMatchObject({ errorClass: 'TypeError', errorMessage: 'cannot hear unhearable', attempts: 1 });
});

test('on an event topic what follows a dead fact of its key waits, and a replay applies it in order', async () => {
  refused.add('not yet');
  await rawProduce(brokers, [
    record(started, 'queue', 1),
    record(started, 'queue', 2, 'not yet'),
    record(started, 'queue', 3),
    record(started, 'bystander', 1),
  ]);
  await waitFor(async () => (await versionsHeard('bystander')).length === 1);
  await rawProduce(brokers, [record(started, 'queue', 4), record(started, 'bystander', 2)]);
  await waitFor(async () => (await versionsHeard('bystander')).length === 2);
  expect(await versionsHeard('queue')).toEqual([1]);
  expect(await reasonsOf('queue')).toEqual(['dead HearingFailed', 'parked FollowsDead', 'parked FollowsDead']);

  const [head] = await lettersOf('queue');
  expect(await consumer.deadLetters.replay(head?.id as string)).toEqual({
    replayed: 0,
    remaining: 3,
    stoppedBy: 'TypeError: cannot hear not yet',
  });
  expect((await lettersOf('queue'))[0]?.attempts).toBe(2);

  refused.delete('not yet');
  expect(await consumer.deadLetters.replay(head?.id as string)).toEqual({ replayed: 3, remaining: 0 });
  expect(await versionsHeard('queue')).toEqual([1, 2, 3, 4]);
  expect(await lettersOf('queue')).toEqual([]);

  await rawProduce(brokers, [record(started, 'queue', 5)]);
  await waitFor(async () => (await versionsHeard('queue')).at(-1) === 5);
  expect(await versionsHeard('queue')).toEqual([1, 2, 3, 4, 5]);
});

test('dropping the dead fact lets a replay apply what was parked behind it', async () => {
  await rawProduce(brokers, [{ ...record(started, 'dropped', 1), value: 'broken' }, record(started, 'dropped', 2)]);
  await waitFor(async () => (await lettersOf('dropped')).length === 2);
  const [dead, parked] = await lettersOf('dropped');
  expect(await consumer.deadLetters.drop(dead?.id as string)).toBe(true);
  expect(await consumer.deadLetters.drop(dead?.id as string)).toBe(false);
  expect(await versionsHeard('dropped')).toEqual([]);
  expect(await consumer.deadLetters.replay(parked?.id as string)).toEqual({ replayed: 1, remaining: 0 });
  expect(await versionsHeard('dropped')).toEqual([2]);
});

test('a known fact that nobody here hears is skipped without a trace', async () => {
  await rawProduce(brokers, [record(ended, 'skipped', 1), record(started, 'after-skipped', 1)]);
  await waitFor(async () => (await versionsHeard('after-skipped')).length === 1);
  expect(await versionsHeard('skipped')).toEqual([]);
  expect(await lettersOf('skipped')).toEqual([]);
});

test('every record published three times is applied once, ids in capitals included', async () => {
  const facts = Array.from({ length: 30 }, (_, i) => record(started, `tripled-${i % 3}`, i + 1));
  const shouted = facts.map((fact) => ({
    ...fact,
    value: String(fact.value).replace(/"id":"[^"]+"/, (id) => id.toUpperCase().replace('"ID"', '"id"')),
  }));
  await rawProduce(brokers, [...facts, ...facts]);
  await rawProduce(brokers, [...shouted, record(started, 'after-tripled', 1)]);
  await waitFor(async () => (await versionsHeard('after-tripled')).length === 1);
  const heard = await Promise.all([0, 1, 2].map((i) => versionsHeard(`tripled-${i}`)));
  expect(heard).toEqual([0, 1, 2].map((i) => Array.from({ length: 10 }, (_, n) => n * 3 + i + 1)));
});

test('poison leaves the consumer a member of its group', () => {
  expect(died).toEqual([]);
  expect(consumer.health().joined).toBe(true);
  expect(consumer.health().heartbeatAgeMs).toBeLessThan(10_000);
});
