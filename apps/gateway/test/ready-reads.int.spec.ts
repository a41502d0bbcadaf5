import { waitFor } from '@reprise/platform/testing';
import { request as nodeRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { TestGateway } from './start-gateway.js';
import { market, offer, product, seller, stock } from './shop.js';

const gateway = new TestGateway();
const page = '/v1/markets/fr/products/apple-iphone-13';
const list = '/v1/markets/fr/products?sort=price';

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

interface Heard {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with these headers and no others: `fetch` adds an `accept-language` of its own. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    nodeRequest(gateway.url + path, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** What differs from answer to answer, and what only a request with an origin gets. */
function comparable({ status, headers, body }: Heard): unknown {
  const single = ['x-request-id', 'date', 'access-control-allow-origin', 'access-control-expose-headers'];
  return {
    status,
    body,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !single.includes(name))),
  };
}

test.each([page, list])(
  '%s answered again, as it lies, is the answer of the usual way in every byte and header',
  async (path) => {
    await ask(path);
    await ask(path);
    // A request with an origin is decided anew each time.
    const usual = await ask(path, { origin: 'https://shop.example' });
    const ready = await ask(path);
    expect(comparable(ready)).toEqual(comparable(usual));
    expect(ready.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    const etag = String(ready.headers.etag);
    const unchanged = await ask(path, { 'if-none-match': etag });
    const usualUnchanged = await ask(path, { 'if-none-match': etag, origin: 'https://shop.example' });
    expect([unchanged.status, unchanged.body]).toEqual([304, '']);
    expect(comparable(unchanged)).toEqual(comparable(usualUnchanged));
  },
);

test('an id the caller brought comes back, and what nobody could mean is still refused', async () => {
  const { headers } = await ask(page, { 'x-request-id': 'caller-0001' });
  expect(headers['x-request-id']).toBe('caller-0001');
  expect((await ask(`${page}?locale=not_a_tag!`)).status).toBe(400);
  expect((await ask(`${page}%00`)).status).toBe(404);
});

test('each ready answer is counted with its operation', async () => {
  const counted = async () => {
    const text = (await ask('/metrics')).body;
    return Number(
      /http_request_duration_seconds_count\{[^}]*operation="getProduct",status="200"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0,
    );
  };
  await ask(page);
  const before = await counted();
  for (let i = 0; i < 5; i++) await ask(page);
  expect(await counted()).toBe(before + 5);
});

test('a price, a slug that moved and a market that closes show on the next request', async () => {
  const priceNow = async () =>
    (JSON.parse((await ask(page)).body) as { offers: { from: { amount: string } } }).offers.from.amount;
  await priceNow();
  await gateway.say({ kind: 'offer', state: offer('349.00', { version: 2 }) });
  await waitFor(async () => (await priceNow()) === '349.00', { what: 'the new price' });
  await gateway.say({ kind: 'product', state: product({ version: 2, slug: 'apple-iphone-13-2021' }) });
  await waitFor(async () => (await ask(page)).status === 404, { what: 'the old address to be gone' });
  expect((await ask('/v1/markets/fr/products/apple-iphone-13-2021')).status).toBe(200);
  await gateway.say({ kind: 'market', state: market('fr', { version: 2, status: 'suspended' }) });
  await waitFor(async () => (await ask(list)).status === 409, { what: 'the market to close' });
  expect((await ask('/v1/markets/fr/products/apple-iphone-13-2021')).status).toBe(409);
});
