import type { Operation } from '@reprise/contracts/http';
import { operations } from '@reprise/contracts/http';
import { startTracing } from '@reprise/platform/telemetry';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { TestGateway, tokenOf } from './start-gateway.js';
import { ids, market, offer, product, seller, stock } from './shop.js';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An owning service as the gateway meets it: a port that answers HTTP, and remembers what it was asked. */
class Owner {
  readonly seen: Seen[] = [];
  answer: { status: number; headers?: Record<string, string>; body: unknown; delayMs?: number } = {
    status: 200,
    body: {},
  };
  private server: Server | undefined;
  port = 0;

  async listen(port = 0): Promise<string> {
    this.server = createServer((request, response) => {
      void text(request).then((body) => {
        this.seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
        const { status, headers, body: answered, delayMs = 0 } = this.answer;
        setTimeout(() => {
          response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
          response.end(JSON.stringify(answered));
        }, delayMs).unref();
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

const inventory = new Owner();
const checkout = new Owner();
const pricing = new Owner();
let gateway: TestGateway;

const cartId = '0199d3a0-0000-7000-8000-0000000000c1';
const orderId = '0199d3a0-0000-7000-8000-0000000000d1';
const cart = (lines: { offerId: string; quantity: number }[]) => ({
  id: cartId,
  market: 'fr',
  status: 'open',
  expiresAt: '2030-01-01T00:00:00.000Z',
  lines,
});

const tracing = startTracing({ service: 'gateway', region: 'eu', otlpEndpoint: undefined });

beforeAll(async () => {
  gateway = new TestGateway({
    inventoryUrl: await inventory.listen(),
    checkoutUrl: await checkout.listen(),
    pricingUrl: await pricing.listen(),
    commandTimeoutMs: 400,
  });
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'market', state: market('us', {}, { region: 'us' }) },
    { kind: 'market', state: market('it', { status: 'suspended' }) },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.99') },
    { kind: 'stock', state: stock(5) },
  );
  await gateway.start();
}, 60_000);

beforeEach(() => {
  for (const owner of [inventory, checkout, pricing]) {
    owner.seen.length = 0;
    owner.answer = { status: 200, body: {} };
  }
});

afterAll(async () => {
  await gateway.stop();
  await tracing.stop();
  gateway.remove();
  for (const owner of [inventory, checkout, pricing]) await owner.close();
});

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(gateway.url + path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

describe('a forwarded call', () => {
  test('arrives at its owner as it was sent, with the time that is left', async () => {
    inventory.answer = {
      status: 200,
      body: cart([{ offerId: ids.offer, quantity: 3 }]),
      headers: { 'x-internal': 'no' },
    };
    const path = `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}?locale=en`;
    const answered = await send('PUT', path, '{ "quantity" :3 }', {
      'x-request-id': 'req-12345678',
      cookie: 'secret=1',
      'x-forwarded-for': '6.6.6.6',
    });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('x-internal')).toBeNull();
    const [seen] = inventory.seen;
    expect(seen).toMatchObject({ method: 'PUT', path, body: '{ "quantity" :3 }' });
    expect(seen?.headers).toMatchObject({ 'x-request-id': 'req-12345678' });
    expect(Number(seen?.headers['x-deadline-ms'])).toBeGreaterThan(0);
    expect(Number(seen?.headers['x-deadline-ms'])).toBeLessThanOrEqual(400);
    expect(seen?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-\d\d$/);
    expect([seen?.headers['cookie'], seen?.headers['x-forwarded-for']]).toEqual([undefined, undefined]);
  });

  test('an operator’s call goes to the service its path names, and nowhere else', async () => {
    pricing.answer = { status: 200, body: { groups: [], items: [], nextCursor: null } };
    const authorization = `Bearer ${await tokenOf('ops', 'anna')}`;
    const answered = await send('GET', '/v1/ops/dead-letters/pricing?limit=5', undefined, { authorization });
    expect(answered.status).toBe(200);
    expect(pricing.seen.map(({ path }) => path)).toEqual(['/v1/ops/dead-letters/pricing?limit=5']);
    expect([...inventory.seen, ...checkout.seen]).toEqual([]);
    expect((await send('GET', '/v1/ops/dead-letters/gateway', undefined, { authorization })).status).toBe(400);
  });

  test('the overview of dead letters names who did not answer and shows the rest', async () => {
    const group = {
      service: 'pricing',
      topic: 'catalog.product',
      state: 'dead',
      reason: 'BrokenContract',
      errorClass: 'ZodError',
      stackHash: 'abc',
      errorMessage: 'x',
      letters: 3,
      oldestAt: '2026-01-01T00:00:00.000Z',
      newestAt: '2026-01-02T00:00:00.000Z',
    };
    for (const owner of [inventory, checkout])
      owner.answer = { status: 200, body: { groups: [], items: [], nextCursor: null } };
    pricing.answer = { status: 200, body: { groups: [group], items: [], nextCursor: null } };
    const authorization = `Bearer ${await tokenOf('ops', 'anna')}`;
    const answered = await send('GET', '/v1/ops/dead-letters', undefined, { authorization });
    expect(await answered.json()).toEqual({ groups: [group], dead: 3, parked: 0, unreachable: ['catalog', 'finance'] });
  });

  test('a cart comes back with titles, prices and an exact subtotal in the caller’s language', async () => {
    inventory.answer = { status: 200, body: cart([{ offerId: ids.offer, quantity: 3 }]) };
    const answered = await send('GET', `/v1/markets/fr/carts/${cartId}`, undefined, { 'accept-language': 'en' });
    expect(answered.headers.get('content-language')).toBe('en');
    expect(await answered.json()).toEqual({
      ...cart([]),
      lines: [
        {
          offerId: ids.offer,
          quantity: 3,
          unitPrice: { amount: '399.99', currency: 'EUR' },
          title: 'Apple iPhone 13 128 GB Midnight',
        },
      ],
      subtotal: { amount: '1199.97', currency: 'EUR' },
    });
  });

  test('a problem of the owner comes through word for word', async () => {
    const problem = {
      type: 'urn:reprise:problem:OutOfStock',
      title: 't',
      status: 409,
      code: 'OutOfStock',
      detail: 'Two are left.',
      errors: [],
      requestId: 'r',
      details: { quantityAvailable: 2 },
    };
    inventory.answer = {
      status: 409,
      body: problem,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '7' },
    };
    const answered = await send('PUT', `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}`, { quantity: 3 });
    expect([answered.status, answered.headers.get('content-type'), answered.headers.get('retry-after')]).toEqual([
      409,
      'application/problem+json; charset=utf-8',
      '7',
    ]);
    expect(await answered.json()).toEqual(problem);
  });

  test('what its schema refuses never leaves the gateway', async () => {
    for (const quantity of [0, -1, 1e9, 1.5, '3', null]) {
      const answered = await send('PUT', `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}`, { quantity });
      expect([quantity, answered.status]).toEqual([quantity, 400]);
      expect(await answered.json()).toMatchObject({ code: 'ValidationFailed', errors: [{ field: 'quantity' }] });
    }
    expect((await send('PUT', `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}`, '{"quantity":')).status).toBe(400);
    expect(
      (await send('PUT', `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}`, { quantity: 1, price: '0.01' })).status,
    ).toBe(400);
    expect(
      (
        await send(
          'PUT',
          `/v1/markets/fr/carts/${cartId}/lines/${ids.offer}`,
          `{"quantity":1,"pad":"${'x'.repeat(1_000_000)}"}`,
        )
      ).status,
    ).toBe(413);
    expect(inventory.seen).toEqual([]);
  });

  test.each([
    ['xx', 404, 'MarketNotFound'],
    ['us', 421, 'MarketInOtherRegion'],
    ['it', 409, 'MarketNotLive'],
  ])('for market %s is refused at the door: %i %s', async (code, status, problem) => {
    const answered = await send('POST', `/v1/markets/${code}/carts`);
    expect(await answered.json()).toMatchObject({ status, code: problem, errors: [{ field: 'path.market' }] });
    expect(inventory.seen).toEqual([]);
  });

  test('an order of a closed market can still be read', async () => {
    checkout.answer = {
      status: 404,
      body: { code: 'OrderNotFound' },
      headers: { 'content-type': 'application/problem+json' },
    };
    const answered = await send('GET', `/v1/markets/it/orders/${orderId}`, undefined, {
      authorization: `Bearer ${await tokenOf('buyer', orderId)}`,
    });
    expect(answered.status).toBe(404);
    expect(checkout.seen).toHaveLength(1);
    expect(checkout.seen[0]?.headers['authorization']).toMatch(/^Bearer /);
  });

  test('an upload streams through without being held', async () => {
    pricing.answer = {
      status: 202,
      body: {
        id: '0199d3a0-0000-7000-8000-000000000077',
        status: 'completed',
        dryRun: true,
        ...{ rows: 2, accepted: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 },
        ...{ bytes: 16, totalBytes: 16, progress: 1, rowsPerSecond: 100, resumeFrom: { line: 3, byte: 16 } },
        startedAt: '2026-11-24T10:00:00.000Z',
        finishedAt: '2026-11-24T10:00:01.000Z',
      },
    };
    const answered = await fetch(`${gateway.url}/v1/seller/offers/bulk?dryRun=true`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        authorization: `Bearer ${await tokenOf('seller', ids.seller)}`,
      },
      body: '{"a":1}\n{"a":2}\n',
    });
    expect(answered.status).toBe(202);
    expect(pricing.seen[0]).toMatchObject({ path: '/v1/seller/offers/bulk?dryRun=true', body: '{"a":1}\n{"a":2}\n' });
  });
});

describe('a service that', () => {
  test('is slow costs its own caller a 504 and nobody else', async () => {
    inventory.answer = { status: 200, body: cart([]), delayMs: 3_000 };
    const startedAt = performance.now();
    const slow = send('GET', `/v1/markets/fr/carts/${cartId}`);
    expect((await gateway.get('/v1/markets/fr/products')).status).toBe(200);
    expect(await (await slow).json()).toMatchObject({ status: 504, code: 'DeadlineExceeded' });
    expect(performance.now() - startedAt).toBeLessThan(2_500);
  });

  test('is down is named in a 503, and others answer', async () => {
    const { port } = inventory;
    await inventory.close();
    for (let i = 0; i < 5; i++) {
      const answered = await send('POST', '/v1/markets/fr/carts');
      expect(answered.headers.get('retry-after')).toBe('1');
      expect(await answered.json()).toMatchObject({
        status: 503,
        code: 'ServiceUnavailable',
        details: { service: 'inventory' },
      });
    }
    expect((await gateway.get('/v1/markets/fr/products')).status).toBe(200);
    expect((await gateway.get('/health/ready')).status).toBe(200);
    await inventory.listen(port);
    inventory.answer = { status: 201, body: cart([]) };
    const deadline = Date.now() + 5_000;
    let status = 0;
    while (status !== 201 && Date.now() < deadline) ({ status } = await send('POST', '/v1/markets/fr/carts'));
    expect(status).toBe(201);
  });
});

/** Each operation with a path and body that would be let in, so that only the token decides. */
const restricted = operations.filter((operation) => !operation.policy.includes('public'));
const roles = ['buyer', 'seller', 'ops', 'finance'] as const;

describe('policy', () => {
  const pathOf = ({ path }: Operation): string =>
    path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => ({ market: 'fr', sku: 'SKU-1', tableId: 'eu-vat' })[name] ?? ids.offer,
    );

  test('some operations are restricted', () => {
    expect(restricted.length).toBeGreaterThan(8);
  });

  test.each(restricted.map((operation) => [operation.id, operation] as const))(
    '%s is closed to strangers and to every other role',
    async (_, operation) => {
      const call = async (headers: Record<string, string>) => {
        const answered = await send(operation.method, pathOf(operation), operation.body ? '{}' : undefined, headers);
        return {
          status: answered.status,
          challenge: answered.headers.get('www-authenticate'),
          ...((await answered.json()) as { code: string }),
        };
      };
      expect(await call({})).toMatchObject({
        status: 401,
        code: 'Unauthenticated',
        challenge: expect.stringContaining('Bearer'),
      });
      expect(await call({ authorization: 'Bearer nonsense' })).toMatchObject({ status: 401, code: 'Unauthenticated' });
      expect(await call({ authorization: 'Basic b3BzOm9wcw==' })).toMatchObject({ status: 401 });
      for (const role of roles.filter((each) => !(operation.policy as readonly string[]).includes(each)))
        expect(await call({ authorization: `Bearer ${await tokenOf(role)}` })).toMatchObject({
          status: 403,
          code: 'Forbidden',
        });
      expect([...inventory.seen, ...checkout.seen, ...pricing.seen]).toEqual([]);
    },
  );

  test('every mounted route is an operation with a policy, or one of the pages that are open for a stated reason', () => {
    const printed = gateway.gateway.app.server.printRoutes({ commonPrefix: false, includeMeta: false });
    const mounted = mountedRoutes(printed);
    const declared = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    const open = [
      '/',
      '/docs',
      '/docs/favicon-32x32.png',
      '/docs/start.js',
      '/docs/swagger-ui-bundle.js',
      '/docs/swagger-ui.css',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/openapi.json',
    ].map((path) => `GET ${path}`);
    expect(mounted).toEqual([...declared, ...open].sort());
    for (const operation of operations)
      expect([operation.id, operation.policy.length > 0]).toEqual([operation.id, true]);
  });

  test('a route that says neither its operation nor why it is open cannot be added', async () => {
    const other = new TestGateway();
    await other.createTopics();
    await other.start({}, { filled: false });
    await other.stop();
    expect(() => other.gateway.app.server.get('/v1/debug', () => 'x')).toThrow();
    other.remove();
  });
});

/** `METHOD path` of each route of Fastify's printed tree, sorted; HEAD comes with GET and is left out. */
function mountedRoutes(tree: string): string[] {
  const stack: string[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n')) {
    const match = /^(?<indent>[│ ]*)[├└]── (?<rest>.*)$/.exec(line);
    if (!match?.groups) continue;
    const depth = (match.groups['indent'] as string).length / 4;
    const [, segment = '', methods] = /^(.*?)(?: \(([A-Z, ]+)\))?$/.exec(match.groups['rest'] as string) ?? [];
    stack.length = depth;
    stack.push(segment);
    if (methods === undefined) continue;
    for (const method of methods.split(', ')) if (method !== 'HEAD') routes.push(`${method} ${stack.join('')}`);
  }
  return routes.sort();
}

describe('the pages about the API', () => {
  test('the document lists exactly the operations', async () => {
    const { paths } = await gateway.json('/openapi.json');
    const listed = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('the reference runs our own files only', async () => {
    const page = await gateway.get('/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const html = await page.text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file as string);
    expect(files.length).toBe(4);
    for (const file of files) {
      expect(file).toMatch(/^\/docs\//);
      const answered = await gateway.get(file);
      expect([file, answered.status]).toEqual([file, 200]);
      expect((await answered.arrayBuffer()).byteLength).toBeGreaterThan(50);
    }
    expect((await gateway.get('/docs/../package.json')).status).toBe(404);
  });

  test('the root says where to begin', async () => {
    expect(await gateway.json('/')).toEqual({
      name: 'Reprise',
      docs: '/docs',
      openapi: '/openapi.json',
      markets: '/v1/markets',
    });
  });
});
