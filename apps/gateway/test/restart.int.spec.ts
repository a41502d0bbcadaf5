import { waitFor } from '@reprise/platform/testing';
import { LmdbState } from '../src/outbound/read-model/lmdb-state.js';
import { ids, market, offer, product, seller, stock } from './shop.js';
import { TestGateway } from './start-gateway.js';

/** A port nothing listens on: Kafka as it looks when it is gone. */
const nowhere = ['127.0.0.1:9'];
const page = '/v1/markets/fr/products/apple-iphone-13';

let gateway: TestGateway;
let running = false;

beforeEach(async () => {
  gateway = new TestGateway();
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.00') },
    { kind: 'stock', state: stock(5) },
  );
}, 60_000);

afterEach(async () => {
  if (running) await stop();
  gateway.remove();
}, 60_000);

async function start(...options: Parameters<TestGateway['start']>): Promise<void> {
  await gateway.start(...options);
  running = true;
}

async function stop(): Promise<void> {
  running = false;
  await gateway.stop();
}

async function price(): Promise<string | undefined> {
  const { variants } = await gateway.json(page);
  return variants?.[0].grades[0].price?.amount;
}

/** How many facts this run was handed, new or not. */
async function heardFacts(): Promise<number> {
  const metrics = await (await gateway.get('/metrics')).text();
  return [...metrics.matchAll(/^read_model_changes_total\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

test('a restart reads on from where it stopped, not from the beginning', async () => {
  await start();
  expect(await heardFacts()).toBe(5);
  await stop();
  await gateway.say({ kind: 'offer', state: offer('379.00', { version: 2 }) });
  await start();
  await waitFor(async () => (await price()) === '379.00');
  expect(await heardFacts()).toBe(1);
}, 30_000);

test('a state that was complete serves after a restart without Kafka, and catches up when it comes back', async () => {
  await start();
  await stop();
  await gateway.say({ kind: 'offer', state: offer('379.00', { version: 2 }) });
  await start({ kafkaBrokers: nowhere });
  expect(await price()).toBe('399.00');
  expect((await gateway.get('/v1/markets/fr/products?q=iphone')).status).toBe(200);
  expect((await gateway.get('/health/ready')).status).toBe(200);
  expect(await (await gateway.get('/metrics')).text()).toMatch(/read_model_lag_seconds\{.*\} (\+?Inf|[1-9])/);
  await stop();
  await start();
  await waitFor(async () => (await price()) === '379.00');
}, 30_000);

test('a state that was never complete answers 503 rather than "not found"', async () => {
  await start({ kafkaBrokers: nowhere }, { filled: false });
  const answered = await gateway.get(page);
  expect(answered.headers.get('retry-after')).toBe('1');
  expect(await answered.json()).toMatchObject({
    status: 503,
    code: 'ServiceUnavailable',
    details: { service: 'gateway' },
  });
  expect((await gateway.get('/v1/markets')).status).toBe(503);
  const ready = await gateway.get('/health/ready');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    checks: [{ name: 'read-model', ok: false, reason: 'is still reading what is for sale' }],
  });
  expect((await gateway.get('/health/live')).status).toBe(200);
}, 30_000);

test('offsets of another cluster are not used: everything is read again, and what is gone there is gone here', async () => {
  await start();
  await stop();
  const state = LmdbState.open(gateway.stateDir, () => undefined);
  const ghost = { ...offer('1.00', { offerId: '0199d3a0-0000-7000-8000-00000000dead', version: 99 }) };
  state.write([{ kind: 'offer', key: ghost.offerId, state: ghost }], [], 'a-cluster-that-is-no-more');
  state.confirmReadable();
  await state.close();
  await start({}, { filled: false });
  await waitFor(async () => gateway.gateway.model.line(ghost.offerId, 'fr') === undefined, { what: 'the ghost to go' });
  await waitFor(() => gateway.gateway.model.isFilled, { what: 'the rebuild' });
  expect(await price()).toBe('399.00');
  expect(gateway.gateway.model.clusterId).not.toBe('a-cluster-that-is-no-more');
  // A send that was tried again may stand there twice.
  expect(Number(gateway.gateway.model.offsets().get(`${gateway.contracts.market.topic.name}:0`))).toBeGreaterThan(0);
}, 30_000);

test('what was folded is there after the process is gone without a word', async () => {
  await start();
  const stored = LmdbState.open(gateway.stateDir, () => undefined);
  expect(stored.get('offer', ids.offer)?.prices[0]?.price.amount).toBe('399.00');
  // A send that was tried again may stand there twice.
  expect(Number(stored.offsets().get(`${gateway.contracts.seller.topic.name}:0`))).toBeGreaterThan(0);
  expect(stored.wasCaughtUp).toBe(true);
  stored.confirmReadable();
  await stored.close();
}, 30_000);
