import { setTimeout as sleep } from 'node:timers/promises';
import type { FactContract } from '@reprise/contracts/events';
import fc from 'fast-check';
import {
  ensureTopics,
  FactConsumer,
  hears,
  OutboxRelay,
  say,
  sayInBulk,
  type HeardFact,
} from '../src/messaging/index.js';
import { insertMany, type Tx } from '../src/persistence/index.js';
import {
  asKafkaAdmin,
  createTestDatabase,
  rawConsume,
  testBrokers,
  testTopics,
  waitFor,
  type TestDatabase,
} from '../src/testing/index.js';
import { eventTopic, thingMigrations, thingStartedV1, type Thing } from './things.js';

const brokers = testBrokers();
const names = testTopics([eventTopic]);
const started = names.on(thingStartedV1);
const topic = started.topic.name;

let db: TestDatabase;
const running: OutboxRelay[] = [];

function startRelay(): OutboxRelay {
  const relay = new OutboxRelay({ database: db, brokers, clientId: names.named('relay'), region: 'eu' });
  relay.start();
  running.push(relay);
  return relay;
}

beforeAll(async () => {
  db = await createTestDatabase({ migrations: thingMigrations, database: { poolSize: 12 } });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
}, 30_000);

afterEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.stop()));
});

afterAll(() => db.drop());

const thing = (thingId: string, version: number, note = '') => ({ data: { thingId, version, note }, version });
const sayThing = (thingId: string, version: number, note = '') =>
  db.database.inTransaction((tx) => say(tx, started, thing(thingId, version, note)));
const unpublished = async () =>
  Number((await db.database.query<{ n: string }>('SELECT count(*) AS n FROM outbox WHERE published_at IS NULL'))[0]?.n);
const published = () => waitFor(async () => (await unpublished()) === 0, { what: 'an empty outbox' });
const onTopic = async (key: string): Promise<{ id: string; version: number }[]> =>
  (await rawConsume(brokers, topic))
    .filter((message) => message.key?.toString() === key)
    .map((message) => JSON.parse(String(message.value)) as { id: string; version: number });

test('a row that cannot be encoded is set aside, and what was said before and after it is published', async () => {
  await sayThing('encode', 1);
  await db.database.query(
    `INSERT INTO outbox (fact_id, topic, key, envelope, headers) VALUES (gen_random_uuid(), $1, 'encode', '{"id":1}', '{"count": 5}')`,
    [topic],
  );
  await sayThing('encode', 2);
  startRelay();
  await published();
  expect((await onTopic('encode')).map((fact) => fact.version)).toEqual([1, 2]);
  expect(await db.database.query('SELECT key, topic FROM outbox_dead')).toEqual([{ key: 'encode', topic }]);
});

test('a fact larger than the broker takes is set aside, and the others are published', async () => {
  await sayThing('large', 1);
  await sayThing('large', 2, 'x'.repeat(2_000_000));
  await sayThing('large', 3);
  startRelay();
  await published();
  expect((await onTopic('large')).map((fact) => fact.version)).toEqual([1, 3]);
  const dead = await db.database.query<{ error: string }>(`SELECT error FROM outbox_dead WHERE key = 'large'`);
  expect(dead).toHaveLength(1);
  expect(dead[0]?.error).toMatch(/larger than the max/);
});

test('facts said in bulk are a few rows, and are published one by one, in order, before what was said after them', async () => {
  const count = 1_050;
  await db.database.inTransaction((tx) =>
    sayInBulk(
      tx,
      started,
      Array.from({ length: count }, (_, i) => thing('bulk', i + 1, `said "${i}"\n`)),
    ),
  );
  await sayThing('bulk', count + 1);
  const [rows] = await db.database.query<{ rows: number; facts: number }>(
    `SELECT (SELECT count(*)::int FROM outbox WHERE published_at IS NULL) AS rows,
       (SELECT count(*)::int FROM outbox_fact WHERE published_at IS NULL AND key = 'bulk') AS facts`,
  );
  expect(rows).toEqual({ rows: Math.ceil(count / 200) + 1, facts: count + 1 });
  startRelay();
  await published();
  const facts = await onTopic('bulk');
  expect(facts.map(({ version }) => version)).toEqual(Array.from({ length: count + 1 }, (_, i) => i + 1));
  expect(new Set(facts.map(({ id }) => id)).size).toBe(count + 1);
});

test.each([
  ['in the middle', 5],
  ['the last', 9],
])(
  'a fact among many that the broker does not take is set aside once, %s of its row, and the others are published',
  async (_, at) => {
    const key = `large-among-many-${at}`;
    const notes = Array.from({ length: 10 }, (__, i) => (i === at ? 'x'.repeat(2_000_000) : ''));
    await db.database.inTransaction((tx) =>
      sayInBulk(
        tx,
        started,
        notes.map((note, i) => thing(key, i + 1, note)),
      ),
    );
    await sayThing(key, 11);
    startRelay();
    await published();
    const expected = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((version) => version !== at + 1);
    expect([...new Set((await onTopic(key)).map(({ version }) => version))]).toEqual(expected);
    const dead = await db.database.query<{ version: string }>(
      `SELECT envelope->>'version' AS version FROM outbox_dead WHERE key = $1`,
      [key],
    );
    expect(dead).toEqual([{ version: String(at + 1) }]);
  },
);

test('facts of a topic that does not exist wait for it and hold nobody else back', async () => {
  const later = { ...started, topic: { ...started.topic, name: names.named('created-later') } };
  await db.database.inTransaction(async (tx) => {
    await say(tx, later, thing('early', 1));
    await say(tx, started, thing('meanwhile', 1));
  });
  startRelay();
  await waitFor(async () => (await onTopic('meanwhile')).length === 1, { everyMs: 200 });
  expect(await unpublished()).toBe(1);
  await asKafkaAdmin(brokers, (admin) =>
    admin.createTopics({ topics: [{ topic: later.topic.name, numPartitions: 1 }] }),
  );
  await waitFor(async () => (await unpublished()) === 0, { timeoutMs: 15_000 });
  expect(await rawConsume(brokers, later.topic.name)).toHaveLength(1);
}, 40_000);

test('of two relays one publishes, and the other takes over when the first loses its session', async () => {
  const relays = [startRelay(), startRelay()];
  const active = () => relays.filter((relay) => relay.active);
  await waitFor(() => active().length === 1);
  await sleep(600);
  expect(active()).toHaveLength(1);
  const [first] = active();
  await first?.stop();
  await waitFor(() => active().length === 1 && active()[0] !== first);
  await sayThing('after-takeover', 1);
  await published();
  expect((await onTopic('after-takeover')).map((fact) => fact.version)).toEqual([1]);
});

test('a relay that dies between acknowledgement and mark publishes twice, and the fact is applied once', async () => {
  // The first UPDATE of the mark ends its own session: the broker has the facts, the database does not know.
  await db.database.query(`
    CREATE FUNCTION die_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('fault_seq') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); END IF;
      RETURN NEW;
    END $$;
    CREATE SEQUENCE fault_seq;
    CREATE TRIGGER die_once BEFORE UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION die_once();`);
  const consumer = new FactConsumer({
    groupId: names.named('twice'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: [started] as unknown as readonly FactContract[],
    hearings: [hears(started, { hear: noteHeard })],
  });
  await consumer.start();
  await db.database.inTransaction(async (tx) => {
    await say(tx, started, thing('twice', 1));
    await say(tx, started, thing('twice', 2));
  });
  startRelay();
  await published();
  expect((await onTopic('twice')).map((fact) => fact.version)).toEqual([1, 2, 1, 2]);
  await sayThing('twice', 3);
  const heard = () =>
    db.database.query<{ version: string }>(`SELECT version FROM heard WHERE key = 'twice' ORDER BY id`);
  await waitFor(async () => (await heard()).at(-1)?.version === '3');
  expect((await heard()).map((row) => row.version)).toEqual(['1', '2', '3']);
  await consumer.stop();
  await db.database.query('DROP TRIGGER die_once ON outbox');
}, 30_000);

async function noteHeard(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map((fact) => ({ key: fact.key, version: fact.version, type: fact.type, note: fact.data.note }));
  await insertMany(tx, 'heard', { key: 'text', version: 'bigint', type: 'text', note: 'text' }, rows);
}

test('however transactions on a key interleave, roll back and relays die, its versions are published in order and without a gap', async () => {
  let run = 0;
  const step = fc.record({
    key: fc.nat(2),
    before: fc.nat(6),
    after: fc.nat(6),
    rollsBack: fc.boolean(),
    killsRelay: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      run += 1;
      const prefix = `run-${run}`;
      const relays = [startRelay(), startRelay()];
      await Promise.all(steps.map((one) => runStep(prefix, one)));
      await published();
      await Promise.all(relays.map((relay) => relay.stop()));
      for (const key of [0, 1, 2].map((n) => `${prefix}-${n}`)) {
        const [row] = await db.database.query<{ version: string }>('SELECT version FROM thing WHERE thing_id = $1', [
          key,
        ]);
        const firstSeen = [...new Map((await onTopic(key)).map((fact) => [fact.id, fact.version])).values()];
        expect(firstSeen).toEqual(Array.from({ length: Number(row?.version ?? 0) }, (_, i) => i + 1));
      }
    }),
    { numRuns: 8, endOnFailure: true }, // Shrinking a run that waits in vain would take minutes.
  );
}, 90_000);

interface Step {
  readonly key: number;
  readonly before: number;
  readonly after: number;
  readonly rollsBack: boolean;
  readonly killsRelay: boolean;
}

/** One transaction that waits, takes the key's next version, says it, waits again with the row locked, and commits or not. */
async function runStep(prefix: string, { key, before, after, rollsBack, killsRelay }: Step): Promise<void> {
  await db.database
    .inTransaction(async (tx) => {
      await sleep(before);
      const [row] = await tx.query<{ version: string }>(
        `INSERT INTO thing VALUES ($1, 1, '') ON CONFLICT (thing_id) DO UPDATE SET version = thing.version + 1 RETURNING version`,
        [`${prefix}-${key}`],
      );
      await say(tx, started, thing(`${prefix}-${key}`, Number(row?.version)));
      await sleep(after);
      if (rollsBack) throw new Error('rolled back');
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'));
  if (killsRelay) {
    await db.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE '%-relay'`,
    );
  }
}
