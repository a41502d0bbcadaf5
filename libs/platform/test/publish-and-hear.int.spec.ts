import type { HeardFact } from '../src/messaging/index.js';
import { ensureTopics, FactConsumer, hears, OutboxRelay, say, sayMany, sayTombstone } from '../src/messaging/index.js';
import { insertMany, upsertNewer, type Tx } from '../src/persistence/index.js';
import {
  createTestDatabase,
  rawConsume,
  testBrokers,
  testTopics,
  waitFor,
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
const knownFacts = [changed, started, ended] as never;

let producer: TestDatabase;
let consumer: TestDatabase;
let relay: OutboxRelay;
let hearing: FactConsumer;

beforeAll(async () => {
  [producer, consumer] = await Promise.all([
    createTestDatabase({ migrations: thingMigrations }),
    createTestDatabase({ migrations: thingMigrations }),
  ]);
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  relay = new OutboxRelay({ database: producer, brokers, clientId: names.named('relay'), region: 'eu' });
  relay.start();
  hearing = new FactConsumer({
    groupId: names.named('hearing'),
    brokers,
    database: consumer.database,
    region: 'eu',
    knownFacts,
    hearings: [
      hears(changed, {
        hear: keepThings,
        forget: async (gone, tx) => {
          await tx.query('DELETE FROM thing WHERE thing_id = ANY ($1)', [gone.map((tombstone) => tombstone.key)]);
        },
      }),
      hears(started, { hear: noteHeard }),
      hears(ended, { hear: noteHeard }),
    ],
  });
  await hearing.start();
}, 60_000);

afterAll(async () => {
  await Promise.all([relay.stop(), hearing.stop()]);
  await Promise.all([producer.drop(), consumer.drop()]);
}, 30_000);

async function keepThings(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map(({ data, version }) => ({ thing_id: data.thingId, version, note: data.note }));
  await upsertNewer(tx, 'thing', ['thing_id'], { thing_id: 'text', version: 'bigint', note: 'text' }, rows);
}

async function noteHeard(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map((fact) => ({ key: fact.key, version: fact.version, type: fact.type, note: fact.data.note }));
  await insertMany(tx, 'heard', { key: 'text', version: 'bigint', type: 'text', note: 'text' }, rows);
}

function change(thingId: string, version: number, note = ''): { data: Thing; version: number } {
  return { data: { thingId, version, note }, version };
}

const noteOf = async (thingId: string) =>
  (await consumer.database.query<{ note: string }>('SELECT note FROM thing WHERE thing_id = $1', [thingId]))[0]?.note;
const heardOf = (key: string) =>
  consumer.database.query<{ type: string; version: string }>(
    'SELECT type, version FROM heard WHERE key = $1 ORDER BY id',
    [key],
  );

test('a committed fact reaches the other database, an uncommitted one never does', async () => {
  await expect(
    producer.database.inTransaction(async (tx) => {
      await say(tx, changed, change('rolled-back', 1, 'never'));
      throw new Error('the business said no');
    }),
  ).rejects.toThrow('the business said no');
  await producer.database.inTransaction((tx) => say(tx, changed, change('kept', 1, 'yes')));
  await waitFor(async () => (await noteOf('kept')) === 'yes');
  const onTopic = await rawConsume(brokers, changed.topic.name);
  expect(onTopic.filter((message) => message.key?.toString() === 'rolled-back')).toEqual([]);
  expect(await noteOf('rolled-back')).toBeUndefined();
});

test('what is on the topic is the whole envelope with the region of the cell', async () => {
  const id = await producer.database.inTransaction((tx) =>
    say(tx, changed, {
      ...change('whole', 7, 'é\u2028"'),
      market: 'fr',
      occurredAt: new Date('2026-01-02T03:04:05.678Z'),
    }),
  );
  await waitFor(async () => (await noteOf('whole')) !== undefined);
  const [message] = (await rawConsume(brokers, changed.topic.name)).filter(({ key }) => key?.toString() === 'whole');
  expect(JSON.parse(String(message?.value))).toEqual({
    id,
    type: 'test.thing.changed',
    v: 1,
    occurredAt: '2026-01-02T03:04:05.678Z',
    region: 'eu',
    market: 'fr',
    key: 'whole',
    version: 7,
    data: { thingId: 'whole', version: 7, note: 'é\u2028"' },
  });
});

test('a fact that breaks its contract fails the transaction that says it, and nothing of it remains', async () => {
  const broken = { data: { thingId: 'broken', version: 0, note: 'x' }, version: 1 };
  await expect(
    producer.database.inTransaction(async (tx) => {
      await tx.query(`INSERT INTO thing VALUES ('broken', 1, 'x')`);
      await say(tx, changed, broken);
    }),
  ).rejects.toThrow(/version/);
  expect(await producer.database.query(`SELECT 1 FROM thing WHERE thing_id = 'broken'`)).toEqual([]);
});

test('facts of one key are heard in the order they were said, across types', async () => {
  await producer.database.inTransaction(async (tx) => {
    await say(tx, started, change('ordered', 1));
    await say(tx, ended, change('ordered', 2));
    await say(tx, started, change('ordered', 3));
  });
  await waitFor(async () => (await heardOf('ordered')).length === 3);
  expect(await heardOf('ordered')).toEqual([
    { type: 'test.thing.started', version: '1' },
    { type: 'test.thing.ended', version: '2' },
    { type: 'test.thing.started', version: '3' },
  ]);
});

test('many facts said at once all arrive, once', async () => {
  const things = Array.from({ length: 2_000 }, (_, i) => change(`many-${i % 50}`, i + 1));
  await producer.database.inTransaction((tx) => sayMany(tx, started, things));
  const counts = () =>
    consumer.database.query<{ n: string; keys: string; inorder: boolean }>(
      `SELECT count(*) AS n, count(DISTINCT key) AS keys, bool_and(version > before) AS inorder FROM
         (SELECT key, version, lag(version, 1, 0) OVER (PARTITION BY key ORDER BY id) AS before FROM heard WHERE key LIKE 'many-%') x`,
    );
  await waitFor(async () => (await counts())[0]?.n === '2000');
  expect(await counts()).toEqual([{ n: '2000', keys: '50', inorder: true }]);
});

test('an older version heard late leaves the newer one', async () => {
  await producer.database.inTransaction((tx) => say(tx, changed, change('late', 5, 'newer')));
  await waitFor(async () => (await noteOf('late')) === 'newer');
  await producer.database.inTransaction(async (tx) => {
    await say(tx, changed, change('late', 4, 'older'));
    await say(tx, changed, {
      ...change('late', 1, 'marker'),
      data: { thingId: 'late-marker', version: 1, note: 'seen' },
      key: 'late',
    });
  });
  await waitFor(async () => (await noteOf('late-marker')) === 'seen');
  expect(await noteOf('late')).toBe('newer');
});

test('a tombstone forgets the key', async () => {
  await producer.database.inTransaction((tx) => say(tx, changed, change('gone', 1, 'here')));
  await waitFor(async () => (await noteOf('gone')) === 'here');
  await producer.database.inTransaction((tx) => sayTombstone(tx, changed.topic, 'gone'));
  await waitFor(async () => (await noteOf('gone')) === undefined);
});
