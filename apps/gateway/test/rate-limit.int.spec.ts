import { market, offer, product, seller, stock } from './shop.js';
import { TestGateway, tokenOf } from './start-gateway.js';

const gateway = new TestGateway({
  rateLimitReads: 4,
  rateLimitWrites: 2,
  rateLimitWindowSeconds: 60,
  trustedProxies: ['127.0.0.1', '::1'],
});
const page = '/v1/markets/fr/products/apple-iphone-13';
const audit = '/v1/ops/audit';
const quotes = '/v1/markets/fr/quotes';

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.00') },
    { kind: 'stock', state: stock(5) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

let lastCaller = 0;
/** A caller nobody heard of yet. */
function newcomer(): Record<string, string> {
  return { 'x-forwarded-for': `203.0.113.${++lastCaller}` };
}

async function statuses(times: number, ask: () => Promise<Response>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < times; i++) found.push((await ask()).status);
  return found;
}

test('every answer says what is left, and one too many is told when to come back', async () => {
  const caller = newcomer();
  const left: (string | null)[] = [];
  // From the second on the answer lies ready, and is counted like the first.
  for (let i = 0; i < 4; i++) left.push((await gateway.get(page, caller)).headers.get('ratelimit-remaining'));
  expect(left).toEqual(['3', '2', '1', '0']);
  const refused = await gateway.get(page, caller);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 429, code: 'TooManyRequests' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15);
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'ratelimit-limit': '4',
    'ratelimit-remaining': '0',
    'ratelimit-policy': '4;w=60',
    'cache-control': 'no-store',
  });
  expect(Number(refused.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
  // Somebody else is not held to it.
  expect((await gateway.get(page, newcomer())).status).toBe(200);
});

test('what may change something is counted apart from reads', async () => {
  const caller = newcomer();
  const quote = () =>
    fetch(gateway.url + quotes, {
      method: 'POST',
      headers: { ...caller, 'content-type': 'application/json' },
      body: '{}',
    });
  expect(await statuses(3, quote)).toEqual([400, 400, 429]);
  expect((await gateway.get(page, caller)).status).toBe(200);
});

test('who shows a token is counted by whom it is for, wherever it is shown', async () => {
  const headers = { authorization: `Bearer ${await tokenOf('ops', 'ops-in-a-loop')}` };
  const ask = () => gateway.get(audit, { ...newcomer(), ...headers });
  // Nothing answers behind this gateway: what matters is who was let in.
  expect(await statuses(5, ask)).toEqual([503, 503, 503, 503, 429]);
  const other = { authorization: `Bearer ${await tokenOf('ops', 'ops-with-patience')}` };
  expect((await gateway.get(audit, { ...newcomer(), ...other })).status).toBe(503);
});

test('wrong tokens are counted by where they come from, each as one more call', async () => {
  const caller = newcomer();
  let tried = 0;
  const guess = () => gateway.get(audit, { ...caller, authorization: `Bearer guess-${tried++}` });
  expect(await statuses(6, guess)).toEqual([401, 401, 401, 401, 429, 429]);
  expect((await gateway.get(page, caller)).status).toBe(429);
});

test('a caller cannot write itself another address', async () => {
  const { 'x-forwarded-for': address = '' } = newcomer();
  let made = 0;
  const ask = () => gateway.get(page, { 'x-forwarded-for': `198.51.100.${made++}, ${address}` });
  expect(await statuses(5, ask)).toEqual([200, 200, 200, 200, 429]);
});

test('health and metrics are never held back', async () => {
  const caller = newcomer();
  await statuses(5, () => gateway.get(page, caller));
  expect(await statuses(6, () => gateway.get('/health/ready', caller))).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await gateway.get('/metrics', caller)).status).toBe(200);
});
