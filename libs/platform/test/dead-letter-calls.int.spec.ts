import { Module } from '@nestjs/common';
import type { FactContract } from '@reprise/contracts/events';
import { dropDeadLetters, listServiceDeadLetters, replayDeadLetters } from '@reprise/contracts/http';
import { exportJWK, generateKeyPair } from 'jose';
import { randomUUID } from 'node:crypto';
import { createHttpApp, mintToken } from '../src/http/index.js';
import type { HttpApp } from '../src/http/index.js';
import { ensureTopics, FactConsumer, hears, type HeardFact } from '../src/messaging/index.js';
import { mountDeadLetters } from '../src/service/mount-dead-letters.js';
import { createLogger } from '../src/telemetry/index.js';
import {
  createTestDatabase,
  rawProduce,
  testBrokers,
  testTopics,
  waitFor,
  type TestDatabase,
} from '../src/testing/index.js';
import { thingChangedV1, thingMigrations, thingTopic, type Thing } from './things.js';

const brokers = testBrokers();
const names = testTopics([thingTopic]);
const changed = names.on(thingChangedV1);
const logger = createLogger({ service: 'test', region: 'eu', level: 'silent' });
let mended = false;

@Module({})
class NoModule {}

let db: TestDatabase;
let consumer: FactConsumer;
let app: HttpApp;
let url: string;
let token: string;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { kid: 'test', alg: 'EdDSA' };
  token = await mintToken({ role: 'ops', sub: 'anna', ttlSeconds: 600 }, { ...(await exportJWK(privateKey)), ...jwk });
  db = await createTestDatabase({ migrations: thingMigrations });
  await ensureTopics(brokers, names.topics, { region: 'eu' });
  consumer = new FactConsumer({
    groupId: names.named('letters'),
    brokers,
    database: db.database,
    region: 'eu',
    knownFacts: [changed] as unknown as readonly FactContract[],
    hearings: [hears(changed, { hear: failUntilMended })],
  });
  await consumer.start();
  app = await createHttpApp(NoModule, {
    service: 'pricing',
    config: { region: 'eu', authJwks: { keys: [{ ...(await exportJWK(publicKey)), ...jwk }] }, checkAnswers: true },
    logger,
    operations: [listServiceDeadLetters, replayDeadLetters, dropDeadLetters],
  });
  mountDeadLetters(app, 'pricing', consumer.deadLetters);
  ({ url } = await app.listen(0));
  await rawProduce(brokers, ['a', 'b', 'c'].map(poison));
  await waitFor(async () => (await consumer.deadLetters.list()).length === 3);
}, 60_000);

afterAll(async () => {
  await app.close();
  await consumer.stop();
  await db.drop();
}, 30_000);

async function failUntilMended(facts: HeardFact<Thing>[]): Promise<void> {
  if (!mended) throw new TypeError(`cannot hear ${facts[0]?.key}`);
}

function poison(key: string) {
  const envelope = {
    id: randomUUID(),
    type: changed.type,
    v: 1,
    occurredAt: '2026-01-01T00:00:00.000Z',
    region: 'eu',
    key,
    version: 1,
    data: { thingId: key, version: 1, note: '' },
  };
  return { topic: changed.topic.name, key, value: JSON.stringify(envelope), partition: 0 };
}

/** What of the answers the tests look at. */
interface Answered {
  readonly groups: { readonly stackHash: string }[];
  readonly items: { readonly id: string; readonly key: string; readonly value: string }[];
  readonly nextCursor: string;
  readonly failed: { readonly error: string }[];
  readonly errors: object[];
}

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Answered }> {
  const answered = await fetch(`${url}/v1/ops/dead-letters/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answered.status, body: (await answered.json()) as Answered };
}

test('letters of one cause are one group, and each is shown with its message', async () => {
  const { body } = await call('GET', 'pricing?limit=2');
  expect(body.groups).toMatchObject([{ service: 'pricing', letters: 3, state: 'dead', errorClass: 'TypeError' }]);
  expect(body.items.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(JSON.parse(body.items[0]?.value ?? '')).toMatchObject({ data: { thingId: 'a' } });
  const rest = await call('GET', `pricing?limit=2&cursor=${body.nextCursor}`);
  expect(rest.body.items.map(({ key }) => key)).toEqual(['c']);
  expect(rest.body.nextCursor).toBeNull();
});

test('a dry run says how many and changes nothing; a replay that fails again says why', async () => {
  const group = (await call('GET', 'pricing')).body.groups[0]?.stackHash;
  const dry = await call('POST', 'pricing/replay', { stackHash: group, dryRun: true, why: 'look first' });
  expect(dry.body).toEqual({ matched: 3, replayed: 0, failed: [] });
  const { body } = await call('POST', 'pricing/replay', { stackHash: group, why: 'try again' });
  expect(body.failed.map(({ error }) => error)).toEqual([
    'TypeError: cannot hear a',
    'TypeError: cannot hear b',
    'TypeError: cannot hear c',
  ]);
});

test('a dropped letter is gone and its bytes stay on record with who and why; the rest is applied once mended', async () => {
  const [first] = (await call('GET', 'pricing')).body.items;
  expect((await call('POST', 'pricing/drop', { ids: [first?.id], why: 'never valid' })).body).toEqual({
    matched: 1,
    dropped: 1,
  });
  mended = true;
  const ids = (await call('GET', 'pricing')).body.items.map(({ id }) => id);
  expect((await call('POST', 'pricing/replay', { ids, why: 'mended' })).body).toEqual({
    matched: 2,
    replayed: 2,
    failed: [],
  });
  expect((await call('GET', 'pricing')).body).toEqual({ groups: [], items: [], nextCursor: null });
  const record = await db.database.query<{ action: string; actor: string; why: string; key: Buffer }>(
    `SELECT action, actor, why, key FROM dead_letter_action WHERE action = 'drop'`,
  );
  expect(record).toEqual([{ action: 'drop', actor: 'ops:anna', why: 'never valid', key: Buffer.from('a') }]);
  await expect(db.database.query('DELETE FROM dead_letter_action')).rejects.toThrow('append-only');
});

test('a call without a choice, with both, or for another service is refused', async () => {
  expect((await call('POST', 'pricing/drop', { why: 'because' })).body.errors).toMatchObject([{ field: 'ids' }]);
  expect((await call('POST', 'pricing/drop', { ids: ['1'], stackHash: 'x', why: 'both' })).status).toBe(400);
  expect((await call('GET', 'checkout')).status).toBe(404);
  expect((await call('GET', 'nobody')).body.errors).toMatchObject([{ field: 'path.service' }]);
});
