import { randomUUID } from 'node:crypto';
import { context, trace } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import type { FactContract } from '@reprise/contracts/events';
import { Fault } from '@reprise/kernel';
import {
  ensureTopics,
  FactConsumer,
  hears,
  noMetrics,
  OutboxRelay,
  say,
  type FactConsumerOptions,
  type HeardFact,
} from '../src/messaging/index.js';
import { insertMany, type Tx } from '../src/persistence/index.js';
import { startTracing } from '../src/telemetry/index.js';
import {
  asKafkaAdmin,
  createTestDatabase,
  rawProduce,
  testBrokers,
  testTopics,
  waitFor,
  type TestDatabase,
  type TestTopics,
} from '../src/testing/index.js';
import { eventTopic, thingChangedV1, thingMigrations, thingStartedV1, thingTopic, type Thing } from './things.js';

const brokers = testBrokers();

let db: TestDatabase;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  db = await createTestDatabase({ migrations: thingMigrations, database: { poolSize: 12 } });
}, 30_000);

beforeEach(() => db.database.query('TRUNCATE heard, inbox, dead_letter, parked_key'));

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
}, 20_000);

afterAll(() => db.drop());

async function noteHeard(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map((fact) => ({ key: fact.key, version: fact.version, type: fact.region, note: fact.data.note }));
  await insertMany(tx, 'heard', { key: 'text', version: 'bigint', type: 'text', note: 'text' }, rows);
}

const heard = async () =>
  (
    await db.database.query<{ key: string; version: string; type: string }>(
      'SELECT key, version, type FROM heard ORDER BY id',
    )
  ).map((row) => `${row.type} ${row.key} ${row.version}`);

async function topicsOfATest(region: string): Promise<TestTopics> {
  const names = testTopics([thingTopic, eventTopic]);
  await ensureTopics(brokers, names.topics, { region });
  return names;
}

async function startConsumer(names: TestTopics, options: Partial<FactConsumerOptions>): Promise<FactConsumer> {
  const consumer = new FactConsumer({
    groupId: names.named('hearing'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: [thingChangedV1, thingStartedV1].map(names.on) as unknown as readonly FactContract[],
    hearings: [],
    ...options,
  });
  running.push(consumer);
  await consumer.start();
  return consumer;
}

function record(
  contract: FactContract<Thing>,
  key: string,
  version: number,
  more: { region?: string; topic?: string; partition?: number } = {},
) {
  const { region = 'eu', topic = contract.topic.name, partition } = more;
  const data = { thingId: key, version, note: '' };
  const envelope = {
    id: randomUUID(),
    type: contract.type,
    v: 1,
    occurredAt: '2026-01-01T00:00:00Z',
    region,
    key,
    version,
    data,
  };
  return { topic, key, value: JSON.stringify(envelope), ...(partition === undefined ? {} : { partition }) };
}

test('a region hears its own topic and the copy mirrored into it, each from its own cell only', async () => {
  const names = await topicsOfATest('us');
  const changed = names.on(thingChangedV1);
  const mirrored = `eu.${changed.topic.name}`;
  const consumer = await startConsumer(names, { region: 'us', hearings: [hears(changed, { hear: noteHeard })] });
  await rawProduce(brokers, [
    record(changed, 'a', 1, { region: 'us' }),
    record(changed, 'b', 1, { region: 'eu', topic: mirrored }),
    record(changed, 'smuggled', 1, { region: 'us', topic: mirrored }),
  ]);
  await waitFor(async () => (await heard()).length === 2 && (await consumer.deadLetters.list()).length === 1);
  expect((await heard()).sort()).toEqual(['eu b 1', 'us a 1']);
  expect((await consumer.deadLetters.list())[0]).toMatchObject({ topic: mirrored, reason: 'WrongRegion' });
});

test('where nothing is mirrored to, the same hearing listens to the local topic alone', async () => {
  const names = await topicsOfATest('eu');
  expect(hears(names.on(thingChangedV1), { hear: noteHeard }).topicsIn('eu')).toEqual([`test.thing-${names.suffix}`]);
  expect(hears(names.on(thingChangedV1), { hear: noteHeard, from: ['eu', 'us'] }).topicsIn('eu')).toEqual([
    `test.thing-${names.suffix}`,
    `us.test.thing-${names.suffix}`,
  ]);
});

test('sessions that PostgreSQL ends while facts are heard cost repetition, not facts, and each applies once', async () => {
  const names = await topicsOfATest('eu');
  const started = names.on(thingStartedV1);
  let kills = 5;
  const hear = async (facts: HeardFact<Thing>[], tx: Tx): Promise<void> => {
    await noteHeard(facts, tx);
    if ((kills -= 1) >= 0) await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
  };
  await startConsumer(names, { hearings: [hears(started, { hear })] });
  await rawProduce(
    brokers,
    Array.from({ length: 50 }, (_, i) => record(started, 'k', i + 1)),
  );
  await waitFor(async () => (await heard()).length === 50, { timeoutMs: 20_000 });
  expect(await heard()).toEqual(Array.from({ length: 50 }, (_, i) => `eu k ${i + 1}`));
  expect(kills).toBeLessThan(0);
  expect(await db.database.query('SELECT 1 FROM dead_letter')).toEqual([]);
}, 30_000);

test('a fault that does not pass rests its own partition only, and is tried again later', async () => {
  const names = await topicsOfATest('eu');
  const started = names.on(thingStartedV1);
  let away = true;
  const hear = async (facts: HeardFact<Thing>[], tx: Tx): Promise<void> => {
    if (away && facts.some((fact) => fact.key === 'blocked'))
      throw new Fault('the bank is silent', { retriable: true });
    await noteHeard(facts, tx);
  };
  const stalled: number[] = [];
  const metrics = { ...noMetrics, stalled: (_: string, partitions: number) => stalled.push(partitions) };
  await startConsumer(names, { hearings: [hears(started, { hear })], patienceMs: 300, pauseMs: 1_500, metrics });
  await rawProduce(brokers, [record(started, 'blocked', 1, { partition: 0 })]);
  await waitFor(() => stalled.length > 0);
  await rawProduce(brokers, [record(started, 'free', 1, { partition: 1 })]);
  await waitFor(async () => (await heard()).length > 0, { timeoutMs: 1_000 });
  expect(await heard()).toEqual(['eu free 1']);
  expect(stalled).toEqual([1]);
  away = false;
  await waitFor(async () => (await heard()).includes('eu blocked 1'));
  expect(stalled).toEqual([1, 0]);
  expect(await db.database.query('SELECT 1 FROM dead_letter')).toEqual([]);
}, 20_000);

test('consumers that come and go while facts flow apply each fact once and every key in order', async () => {
  const names = await topicsOfATest('eu');
  const started = names.on(thingStartedV1);
  const hearings = [hears(started, { hear: noteHeard })];
  await startConsumer(names, { hearings });
  const facts = Array.from({ length: 600 }, (_, i) => record(started, `key-${i % 7}`, Math.floor(i / 7) + 1));
  const produce = (async () => {
    for (let i = 0; i < facts.length; i += 20) await rawProduce(brokers, facts.slice(i, i + 20));
  })();
  const second = await startConsumer(names, { hearings });
  await second.stop();
  await startConsumer(names, { hearings });
  await produce;
  await waitFor(async () => (await heard()).length >= 600, { timeoutMs: 30_000 });
  for (let key = 0; key < 7; key += 1) {
    const versions = (await heard())
      .filter((line) => line.includes(`key-${key} `))
      .map((line) => Number(line.split(' ')[2]));
    expect(versions).toEqual(versions.map((_, i) => i + 1));
  }
  expect(await heard()).toHaveLength(600);
}, 60_000);

test('a request can be followed across Kafka: what is heard runs in the trace of what was said', async () => {
  const exporter = new InMemorySpanExporter();
  const tracing = startTracing({ service: 'spec', region: 'eu', exporter });
  const names = await topicsOfATest('eu');
  const started = names.on(thingStartedV1);
  const ended = { ...started, type: 'test.thing.echoed' };
  // The hearing says a fact itself: the trace must reach that one too.
  const hear = async (facts: HeardFact<Thing>[], tx: Tx): Promise<void> => {
    await noteHeard(facts, tx);
    for (const { data, version } of facts) await say(tx, ended, { data, version });
  };
  await startConsumer(names, { hearings: [hears(started, { hear }), hears(ended, { hear: noteHeard })] });
  const relay = new OutboxRelay({ database: db.database, brokers, clientId: names.named('relay'), region: 'eu' });
  running.push(relay);
  relay.start();

  const request = trace.getTracer('spec').startSpan('PUT /v1/thing');
  await context.with(trace.setSpan(context.active(), request), () =>
    db.database.inTransaction((tx) =>
      say(tx, started, { data: { thingId: 'traced', version: 1, note: '' }, version: 1 }),
    ),
  );
  request.end();
  await waitFor(async () => (await heard()).length === 2);
  await waitFor(() => exporter.getFinishedSpans().length === 3);
  const { traceId, spanId } = request.spanContext();
  const spans = exporter.getFinishedSpans().map((span) => [span.name, span.spanContext().traceId]);
  expect(spans).toEqual([
    ['PUT /v1/thing', traceId],
    ['hear test.thing.started v1', traceId],
    ['hear test.thing.echoed v1', traceId],
  ]);
  expect(exporter.getFinishedSpans()[1]?.parentSpanContext?.spanId).toBe(spanId);
  await tracing.stop();
});

test('topics are created once with their retention, realigned when somebody changed them, and only ever widened', async () => {
  const names = testTopics([thingTopic, eventTopic]);
  await Promise.all([1, 2].map(() => ensureTopics(brokers, names.topics, { region: 'eu' })));
  const [state, event] = names.topics.map((topic) => topic.name) as [string, string];
  const configOf = (topic: string, name: string) =>
    asKafkaAdmin(brokers, async (admin) => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: 2, name: topic }],
      });
      return resources[0]?.configEntries.find((entry) => entry.configName === name)?.configValue;
    });
  expect(await configOf(state, 'cleanup.policy')).toBe('compact');
  expect(await configOf(event, 'retention.ms')).toBe('86400000');
  await asKafkaAdmin(brokers, (admin) =>
    admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: 2, name: event, configEntries: [{ name: 'retention.ms', value: '1000' }] }],
    }),
  );
  const wider = names.topics.map((topic) => ({ ...topic, partitions: 5 }));
  await ensureTopics(brokers, wider, { region: 'eu' });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  await waitFor(async () => (await configOf(event, 'retention.ms')) === '86400000');
  const { topics } = await asKafkaAdmin(brokers, (admin) => admin.fetchTopicMetadata({ topics: [state, event] }));
  expect(topics.map((topic) => topic.partitions.length)).toEqual([5, 5]);
}, 20_000);
