import fc from 'fast-check';
import { request } from 'node:http';
import { TestGateway } from './start-gateway.js';
import { market, offer, product, seller, stock } from './shop.js';

// What a storefront is sent by people, crawlers and attackers: each gets an answer or a problem document that names the field.
const gateway = new TestGateway();

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.00') },
    { kind: 'stock', state: stock(2) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

/** Sends the path as it is: `fetch` would mend it first. */
function raw(path: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: 'GET' }, (answered) => {
      const chunks: Buffer[] = [];
      answered.on('data', (chunk: Buffer) => chunks.push(chunk));
      answered.on('end', () =>
        resolve({
          status: answered.statusCode ?? 0,
          type: answered.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const list = '/v1/markets/fr/products';

test.each([
  ['a query of 10,000 letters', `${list}?q=${'a'.repeat(10_000)}`, 'query.q'],
  ['a limit of a billion', `${list}?limit=1e9`, 'query.limit'],
  ['a limit of zero', `${list}?limit=0`, 'query.limit'],
  ['a limit that is no number', `${list}?limit=ten`, 'query.limit'],
  ['a cursor nobody wrote', `${list}?cursor=abc`, 'query.cursor'],
  [
    'a cursor of JSON that is no cursor',
    `${list}?cursor=${Buffer.from('[1,2,3]').toString('base64url')}`,
    'query.cursor',
  ],
  ['a grade nobody has', `${list}?grade=STALLONE`, 'query.grade'],
  ['a storage that is no number', `${list}?storage=128GB`, 'query.storage'],
  ['a screen that is no range', `${list}?screen=huge`, 'query.screen'],
  ['a year that is none', `${list}?year=2021,soon`, 'query.year'],
  ['a price with too many decimals', `${list}?priceMin=1.999`, 'query.priceMin'],
  ['a negative price', `${list}?priceMax=-1`, 'query.priceMax'],
  ['an order nobody offers', `${list}?sort=random`, 'query.sort'],
  ['a language that is none', `${list}?locale=%00`, 'query.locale'],
  ['a query sent twice', `${list}?q=a&q=b`, 'query.q'],
])('%s is refused and the field named', async (_, path, field) => {
  const { status, type, body } = await raw(path);
  expect(status).toBe(400);
  expect(type).toContain('application/problem+json');
  expect((JSON.parse(body) as { errors: unknown }).errors).toMatchObject([{ field }]);
});

test.each([
  ["' OR 1=1; DROP TABLE offer; --"],
  ['iphone & !(13 | *) <-> :*'],
  ['"iphone NEAR/2 13" AND title:*'],
  ['iphone) OR (1'],
  ['{"query":{"match_all":{}}}'],
  ['<script>alert(1)</script>'],
  ['../../../../etc/passwd'],
  ['%00\u0000\u0001\u202e'],
  ['İİİİ ßßßß ﬃﬃﬃ ㍿㍿ ͏͏͏͏'],
  ['\ud83d\ude00'.repeat(50)],
  ['a '.repeat(99)],
  ['a+'.repeat(99)],
  ['1,'.repeat(99)],
  ['z̴̢̛͙̹͒̈́'.repeat(12)],
])('%p is a search like any other', async (q) => {
  const answered = await gateway.get(`${list}?q=${encodeURIComponent(q.slice(0, 200))}&includeUnavailable=true`);
  expect(answered.status).toBe(200);
  expect(await answered.json()).toMatchObject({ items: expect.any(Array), total: expect.any(Number) });
});

test('filters nobody knows are ignored, values nobody has find nothing', async () => {
  expect((await gateway.json(`${list}?colour=plaid&utm_source=x&facets=all&__proto__=1`)).total).toBe(0);
  expect((await gateway.json(`${list}?utm_source=x&constructor=1`)).total).toBe(1);
});

test('two hundred values of one facet are one filter', async () => {
  const many = Array.from({ length: 60 }, (_, i) => i + 1).join(',');
  expect((await gateway.get(`${list}?storage=${many}`)).status).toBe(200);
});

test.each(['%', '%E0%A4%A', '%ff%fe', '%C0%AF', '%u0041', '%00', '%2', 'a%zz'])(
  'broken percent-encoding %p is answered in query and path, never with a failure of ours',
  async (broken) => {
    for (const path of [`${list}?q=${broken}`, `${list}/${broken}`, `/v1/markets/${broken}/products`]) {
      const { status, body } = await raw(path);
      expect([path, status >= 200 && status < 500]).toEqual([path, true]);
      expect(() => JSON.parse(body) as unknown).not.toThrow();
    }
  },
);

test('no list query whatsoever is a failure of ours', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const query = fc.record(
    {
      q: fc.oneof(text, fc.constantFrom('iphone 13', 'midnight 128')),
      category: text,
      brand: text,
      grade: fc.oneof(text, fc.constantFrom('GOOD,EXCELLENT', 'excellent', ',,,')),
      storage: fc.oneof(text, fc.constantFrom('128', '128,256')),
      colour: text,
      ram: text,
      year: fc.oneof(text, fc.constantFrom('2021', '2021,2022')),
      screen: fc.oneof(text, fc.constantFrom('6-6.5', '40-')),
      priceMin: fc.oneof(text, fc.constantFrom('0', '100', '999999999')),
      priceMax: fc.oneof(text, fc.constantFrom('0', '500')),
      available: fc.oneof(text, fc.constantFrom('true', 'false', 'any')),
      sort: fc.oneof(text, fc.constantFrom('price', '-price', 'newest', 'name', 'relevance')),
      limit: fc.oneof(text, fc.integer().map(String)),
      cursor: fc.oneof(
        text,
        fc.string({ unit: 'grapheme' }).map((s) => Buffer.from(s).toString('base64url')),
      ),
      locale: fc.oneof(text, fc.constantFrom('fr-FR', 'en')),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(query, async (params) => {
      const search = new URLSearchParams(params as Record<string, string>).toString();
      const { status, body } = await raw(`${list}?${search}`);
      expect([search, [200, 400].includes(status)]).toEqual([search, true]);
      const answer = JSON.parse(body) as { items?: unknown[]; code?: string };
      expect(status === 200 ? Array.isArray(answer.items) : answer.code === 'ValidationFailed').toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);
