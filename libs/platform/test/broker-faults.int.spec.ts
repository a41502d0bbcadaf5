import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FactContract } from '@reprise/contracts/events';
import {
  ensureTopics,
  FactConsumer,
  FactFold,
  hears,
  OutboxRelay,
  say,
  type HeardFact,
} from '../src/messaging/index.js';
import { insertMany, type Tx } from '../src/persistence/index.js';
import {
  createTestDatabase,
  rawConsume,
  startFaultProxy,
  testTopics,
  waitFor,
  type FaultProxy,
  type TestDatabase,
} from '../src/testing/index.js';
import { eventTopic, thingMigrations, thingStartedV1, type Thing } from './things.js';

const names = testTopics([eventTopic]);
const started = names.on(thingStartedV1);
const stateDir = mkdtempSync(join(tmpdir(), 'own-broker-'));

let broker: ChildProcess;
let brokers: string[];
let proxy: FaultProxy;
let db: TestDatabase;
let relay: OutboxRelay;
let consumer: FactConsumer;
let fold: FactFold;
const folded = new Map<string, number>();

beforeAll(async () => {
  const [port, controller, proxied, advertised] = await freePorts(4);
  broker = spawn(
    'node',
    [join(import.meta.dirname, 'own-broker.mjs'), stateDir, ...[port, controller, proxied, advertised].map(String)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  proxy = await startFaultProxy({ host: '127.0.0.1', port: proxied as number }, advertised);
  await answerOf('ready');
  brokers = [`127.0.0.1:${port}`];
  db = await createTestDatabase({ migrations: thingMigrations });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  consumer = new FactConsumer({
    groupId: names.named('faults'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: [started] as unknown as readonly FactContract[],
    hearings: [hears(started, { hear: noteHeard })],
  });
  await consumer.start();
  fold = new FactFold({
    brokers,
    clientId: 'faults',
    topics: [started.topic.name],
    offsets: new Map(),
    apply: ({ facts }) => facts.forEach((fact) => fact.kind === 'fact' && folded.set(fact.key, fact.version)),
  });
  fold.start();
  // Only the relay goes through the proxy.
  relay = new OutboxRelay({ database: db, brokers: [`127.0.0.1:${proxy.port}`], clientId: 'faults', region: 'eu' });
  relay.start();
}, 90_000);

afterAll(async () => {
  await Promise.all([relay.stop(), consumer.stop(), fold.stop()]);
  await Promise.all([db.drop(), proxy.close()]);
  broker.stdin?.end();
  await new Promise((resolve) => broker.once('exit', resolve));
  rmSync(stateDir, { recursive: true, force: true });
}, 60_000);

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function answerOf(line: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    broker.once('exit', () =>
      reject(new Error('the broker of this spec did not start: Java and the broker jars are needed')),
    );
    broker.stdout?.on('data', (text: Buffer) => String(text).includes(line) && resolve());
  });
}

async function tell(command: string): Promise<void> {
  const answer = answerOf(`${command} done`);
  broker.stdin?.write(`${command}\n`);
  await answer;
}

async function noteHeard(facts: HeardFact<Thing>[], tx: Tx): Promise<void> {
  const rows = facts.map((fact) => ({ key: fact.key, version: fact.version, type: fact.type, note: fact.data.note }));
  await insertMany(tx, 'heard', { key: 'text', version: 'bigint', type: 'text', note: 'text' }, rows);
}

const sayVersion = (key: string, version: number) =>
  db.database.inTransaction((tx) => say(tx, started, { data: { thingId: key, version, note: '' }, version }));
const heardOf = async (key: string) =>
  (await db.database.query<{ version: string }>('SELECT version FROM heard WHERE key = $1 ORDER BY id', [key])).map(
    ({ version }) => Number(version),
  );
const onTopic = async (key: string) =>
  (await rawConsume(brokers, started.topic.name))
    .filter((message) => message.key?.toString() === key)
    .map((message) => (JSON.parse(String(message.value)) as { version: number }).version);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const unpublished = () => db.database.query('SELECT 1 FROM outbox WHERE published_at IS NULL');

/** Says versions of a key one after the other until told to stop; answers how many. A command never waits for Kafka. */
function keepSaying(key: string): { stop: () => Promise<{ said: number; slowestMs: number }> } {
  let going = true;
  const done = (async () => {
    let said = 0;
    let slowestMs = 0;
    for (; going; said += 1) {
      const at = performance.now();
      await sayVersion(key, said + 1);
      slowestMs = Math.max(slowestMs, performance.now() - at);
      await sleep(10);
    }
    return { said, slowestMs };
  })();
  return {
    stop: () => {
      going = false;
      return done;
    },
  };
}

async function everythingArrives(key: string, said: number): Promise<void> {
  await waitFor(async () => (await unpublished()).length === 0, { timeoutMs: 40_000, what: 'an empty outbox' });
  await waitFor(async () => (await heardOf(key)).length >= said, { timeoutMs: 40_000, what: `${said} facts heard` });
  await waitFor(() => folded.get(key) === said, { timeoutMs: 20_000, what: 'the fold' });
  expect(await heardOf(key)).toEqual(upTo(said));
}

test('acknowledgements that get lost neither lose, double nor reorder facts', async () => {
  let said = 0;
  for (let round = 0; round < 5; round += 1) {
    proxy.set('drop answers');
    for (let i = 0; i < 10; i += 1) await sayVersion('ack-lost', (said += 1));
    await sleep(150);
    proxy.set('pass');
    proxy.cut();
    await waitFor(async () => (await unpublished()).length === 0);
  }
  await everythingArrives('ack-lost', said);
  expect(await onTopic('ack-lost')).toEqual(upTo(said));
}, 60_000);

test('a broker killed and restarted while facts are said loses none, and commands do not wait for it', async () => {
  const saying = keepSaying('killed');
  await sleep(300);
  await tell('SIGKILL');
  await sleep(3_000);
  const { said, slowestMs } = await saying.stop();
  await everythingArrives('killed', said);
  // Less than the broker was away for: no command waited for it.
  expect(said).toBeGreaterThan(10);
  expect(slowestMs).toBeLessThan(3_000);
  expect([...new Set(await onTopic('killed'))]).toEqual(upTo(said));
}, 120_000);

test('a broker that hangs longer than the request timeout loses, doubles and reorders nothing', async () => {
  const saying = keepSaying('hung');
  await sleep(300);
  await tell('SIGSTOP');
  await sleep(12_000);
  await tell('SIGCONT');
  const { said } = await saying.stop();
  await everythingArrives('hung', said);
  expect(await onTopic('hung')).toEqual(upTo(said));
}, 120_000);

test('after all that the consumer is a member of its group and the fold is current', async () => {
  await waitFor(() => consumer.health().joined && fold.health().joined && fold.lagSeconds() === 0, {
    timeoutMs: 20_000,
  });
}, 30_000);
