import { Fault } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProductInIndex, SearchQuery } from '../src/application/ports.js';
import { OpenSearchClient } from '../src/outbound/opensearch/opensearch-client.js';
import { OpenSearchIndex } from '../src/outbound/opensearch/opensearch-search-index.js';
import { searchRequestOf } from '../src/outbound/opensearch/search-request.js';
import { TestGateway } from './start-gateway.js';
import { ids, market, offer, product, seller, stock } from './shop.js';

/** What the server was asked, and what it answers: as the API reference of OpenSearch 2 and 3 shows its answers. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly authorization: string | undefined;
  readonly body: string;
}
const asked: Asked[] = [];
let answers: Record<string, { status: number; body: unknown }[]> = {};
let server: Server;
let url: string;

const created = { status: 200, body: { acknowledged: true, shards_acknowledged: true, index: 'products' } };
const exists = {
  status: 400,
  body: {
    error: { type: 'resource_already_exists_exception', reason: 'index [products/x] already exists' },
    status: 400,
  },
};
const taken = (...items: [string, string, number][]) => ({
  status: 200,
  body: {
    took: 7,
    errors: items.some(([, , status]) => status >= 300),
    items: items.map(([action, _id, status]) => ({ [action]: { _index: 'products', _id, _version: 1, status } })),
  },
});

beforeAll(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = Buffer.concat(chunks).toString();
      asked.push({
        method: request.method ?? '',
        path,
        type: request.headers['content-type'] ?? '',
        authorization: request.headers.authorization,
        body,
      });
      const kind = path.split('/').at(-1)?.startsWith('_') ? (path.split('/').at(-1) as string) : 'create';
      const queue = answers[kind] ?? [];
      const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? takeAll(kind, body);
      reply.writeHead(answer.status, { 'content-type': 'application/json; charset=UTF-8' });
      reply.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://user:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  asked.length = 0;
  answers = {};
});

/** When nothing else was said: the index is made, every write is taken, every search finds nothing. */
function takeAll(kind: string, body: string): { status: number; body: unknown } {
  if (kind === 'create') return created;
  if (kind === '_search') return found([]);
  const actions = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, { _id: string }>)
    .filter((line) => 'index' in line || 'delete' in line);
  return taken(
    ...actions.map((line): [string, string, number] => {
      const [action = '', { _id = '' } = {}] = Object.entries(line)[0] ?? [];
      return [action, _id, 200];
    }),
  );
}

const iphone: ProductInIndex = {
  productId: 'p1',
  name: 'Apple iPhone 13',
  brand: 'Apple',
  category: 'smartphone',
  categoryPath: ['mobile', 'smartphone'],
  releaseYear: 2021,
  screenInches: 6.1,
  variants: [
    { storageGb: 128, colour: 'midnight', ramGb: 4 },
    { storageGb: 256, colour: 'red', ramGb: 4 },
  ],
  text: { names: ['Apple iPhone 13'], words: ['128GB'], codes: ['SM-S911B'], brand: 'Apple' },
};
const onSale = { cells: [{ variant: 0, grade: 'GOOD' as const, priceMinor: 29_900 }], offerCount: 3 };

function newIndex(faults: unknown[] = []): OpenSearchIndex {
  const client = new OpenSearchClient({ url, index: 'products', timeoutMs: 10_000 });
  return new OpenSearchIndex(client, { onFault: (error) => faults.push(error), flushMs: 10_000 });
}

const writes = () => asked.filter(({ path }) => path === '/products/_bulk');

test('the index is made once, then a product is written with every cell: what is sold, and variants nobody sells', async () => {
  answers = { create: [exists] };
  const index = newIndex();
  index.describe(0, iphone);
  index.putOnSale(0, 'fr', onSale);
  await index.flush();
  expect(asked.map(({ method, path, type }) => [method, path, type])).toEqual([
    ['PUT', '/products', 'application/json'],
    ['POST', '/products/_bulk', 'application/x-ndjson'],
  ]);
  expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    settings: { index: { refresh_interval: '200ms' } },
    mappings: { dynamic: 'strict', properties: { cells: { type: 'nested' } } },
  });
  const [action = '', document = '', end] = (asked[1]?.body ?? '').split('\n');
  expect(end).toBe('');
  expect(JSON.parse(action)).toEqual({ index: { _id: 'fr:p1' } });
  expect(JSON.parse(document)).toEqual({
    market: 'fr',
    productId: 'p1',
    name: 'apple iphone 13',
    words: '128gb 128 gb',
    codes: ['sms911b', 's911b'],
    nameKey: 'apple iphone 000013',
    brand: 'Apple',
    brandKey: 'apple',
    category: 'smartphone',
    categoryPath: ['mobile', 'smartphone'],
    screen: '6-6.5',
    year: '2021',
    newestKey: 2021 * 65_536 + 3,
    offerCount: 3,
    grades: ['GOOD'],
    isSold: true,
    cells: [
      { variant: 0, storage: '128', colour: 'midnight', ram: '4', grade: 'GOOD', price: 29_900 },
      { variant: 1, storage: '256', colour: 'red', ram: '4' },
    ],
  });
  await index.close();
});

test('every field written is one the mapping has: a strict index takes no other', async () => {
  const index = newIndex();
  index.describe(0, iphone);
  index.putOnSale(0, 'fr', onSale);
  await index.flush();
  const { mappings } = JSON.parse(asked[0]?.body ?? '') as {
    mappings: { properties: Record<string, { properties?: Record<string, unknown> }> };
  };
  const document = JSON.parse(asked[1]?.body.split('\n')[1] ?? '') as Record<string, unknown> & { cells: object[] };
  for (const field of Object.keys(document)) expect(Object.keys(mappings.properties)).toContain(field);
  for (const cell of document.cells)
    for (const field of Object.keys(cell))
      expect(Object.keys(mappings.properties['cells']?.properties ?? {})).toContain(field);
  await index.close();
});

test('several changes of one product are one write, of what is true when it is sent', async () => {
  const index = newIndex();
  index.describe(0, iphone);
  for (const priceMinor of [29_900, 28_900, 27_900])
    index.putOnSale(0, 'fr', { ...onSale, cells: [{ variant: 0, grade: 'GOOD', priceMinor }] });
  await index.flush();
  expect(writes()).toHaveLength(1);
  expect(writes()[0]?.body.match(/"price":\d+/g)).toEqual(['"price":27900']);
  await index.close();
});

test('what the server is too busy for is sent again, the rest is not', async () => {
  answers = { _bulk: [taken(['index', 'fr:p1', 429], ['index', 'fr:p2', 201]), taken(['index', 'fr:p1', 200])] };
  const index = newIndex();
  index.describe(0, iphone);
  index.describe(1, { ...iphone, productId: 'p2' });
  index.putOnSale(0, 'fr', onSale);
  index.putOnSale(1, 'fr', onSale);
  await index.flush();
  await waitFor(() => writes().length === 2, { timeoutMs: 5_000 });
  expect(writes()[1]?.body.match(/"_id":"[^"]+"/g)).toEqual(['"_id":"fr:p1"']);
  await index.close();
});

test('a server that was away is caught up with', async () => {
  const faults: unknown[] = [];
  answers = { _bulk: [{ status: 503, body: { error: 'unavailable' } }, taken(['index', 'fr:p1', 200])] };
  const index = newIndex(faults);
  index.describe(0, iphone);
  index.putOnSale(0, 'fr', onSale);
  await index.flush();
  expect(faults).toEqual([expect.objectContaining({ retriable: true })]);
  await waitFor(() => writes().length === 2, { timeoutMs: 5_000 });
  expect(writes()[1]?.body).toBe(writes()[0]?.body);
  await index.close();
});

test('a product taken out is deleted in every market, and one nobody wrote is no failure', async () => {
  answers = {
    _bulk: [
      taken(['index', 'fr:p1', 201], ['index', 'de:p1', 201]),
      taken(['delete', 'fr:p1', 200], ['delete', 'de:p1', 404]),
    ],
  };
  const index = newIndex();
  index.describe(0, iphone);
  index.putOnSale(0, 'fr', onSale);
  index.putOnSale(0, 'de', onSale);
  await index.flush();
  index.describe(0, undefined);
  await index.flush();
  expect(writes()[1]?.body).toBe('{"delete":{"_id":"fr:p1"}}\n{"delete":{"_id":"de:p1"}}\n');
  await index.flush();
  expect(writes()).toHaveLength(2);
  await index.close();
});

const query: SearchQuery = {
  market: 'fr',
  text: 'iphone 13',
  locale: 'fr-FR',
  brands: ['Apple'],
  storagesGb: [128],
  grades: ['GOOD'],
  priceMaxMinor: 40_000,
  availability: 'buyable',
  sort: 'price',
  limit: 1,
};

test('one cell must have all that is asked for; a facet leaves out its own filter and no other', () => {
  const request = searchRequestOf(query) as never as {
    post_filter: { bool: { filter: [unknown, { nested: { query: { bool: { filter: object[] } } } }] } };
    aggs: Record<
      string,
      { filter: { bool: { filter: object[] } }; aggs: { cells: { aggs: { fitting: { filter: object } } } } }
    >;
  };
  const filters = {
    sold: { exists: { field: 'cells.price' } },
    storage: { terms: { 'cells.storage': ['128'] } },
    grade: { terms: { 'cells.grade': ['GOOD'] } },
    price: { range: { 'cells.price': { lte: 40_000 } } },
  };
  const brand = { terms: { brandKey: ['apple'] } };
  const { sold, storage, grade, price } = filters;
  expect(request.post_filter.bool.filter[0]).toEqual(brand);
  expect(request.post_filter.bool.filter[1].nested.query.bool.filter).toEqual([sold, storage, grade, price]);
  const fitting = (facet: string) => request.aggs[facet]?.aggs.cells.aggs.fitting.filter;
  expect(fitting('storage')).toEqual({ bool: { filter: [sold, grade, price] } });
  expect(fitting('grade')).toEqual({ bool: { filter: [sold, storage, price] } });
  expect(fitting('price')).toEqual({ bool: { filter: [sold, storage, grade] } });
  expect(fitting('colour')).toEqual({ bool: { filter: [sold, storage, grade, price] } });
  expect(request.aggs['brand']?.filter.bool.filter).toHaveLength(1);
  expect(request.aggs['category']?.filter.bool.filter).toContainEqual(brand);
});

test('a cursor is the server’s own search_after, and each order ends in the product’s id', () => {
  for (const sort of ['relevance', 'price', '-price', 'newest', 'name'] as const) {
    const request = searchRequestOf({ ...query, sort, after: { key: 29_900, id: 'p1' } }) as { sort: object[] };
    expect(request).toMatchObject({ size: 2, track_total_hits: true, search_after: [29_900, 'p1'] });
    expect(request.sort).toHaveLength(2);
    expect(request.sort[1]).toEqual({ productId: { order: 'asc' } });
  }
});

/** As the server answers `_search`: hits with sort values and inner hits, filter, nested and terms aggregations. */
function found(
  hits: readonly { productId: string; price: number }[],
  total = hits.length,
): { status: number; body: unknown } {
  const buckets = (...values: [string, number][]) => ({
    doc_count: total,
    values: {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: 0,
      buckets: values.map(([key, doc_count]) => ({ key, doc_count })),
    },
  });
  const cells = (...values: [string, number, number][]) => ({
    doc_count: total,
    cells: {
      doc_count: 9,
      fitting: {
        doc_count: 5,
        values: {
          buckets: values.map(([key, doc_count, products]) => ({ key, doc_count, products: { doc_count: products } })),
        },
      },
    },
  });
  return {
    status: 200,
    body: {
      took: 3,
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: {
        total: { value: total, relation: 'eq' },
        max_score: null,
        hits: hits.map(({ productId, price }) => ({
          _index: 'products',
          _id: `fr:${productId}`,
          _score: null,
          _source: { productId, offerCount: 3, grades: ['GOOD', 'EXCELLENT'] },
          sort: [price, productId],
          inner_hits: {
            cells: {
              hits: {
                total: { value: 1, relation: 'eq' },
                hits: [
                  {
                    _id: `fr:${productId}`,
                    _nested: { field: 'cells', offset: 0 },
                    sort: [price],
                    _source: { variant: 0, grade: 'GOOD', price, storage: '128', colour: 'midnight' },
                  },
                ],
              },
            },
          },
        })),
      },
      aggregations: {
        category: buckets(['smartphone', total]),
        brand: buckets(['Apple', total]),
        screen: buckets(['6.5-7', 1], ['6-6.5', total]),
        year: buckets(['2019', 1], ['2021', total]),
        storage: cells(['256', 4, 2], ['128', 6, 3]),
        colour: cells(['midnight', 4, 2]),
        ram: cells(['4', 4, 2]),
        grade: cells(['GOOD', 4, 3], ['EXCELLENT', 2, 2]),
        price: {
          doc_count: total,
          cells: { doc_count: 9, fitting: { doc_count: 5, lowest: { value: 29_900.0 }, highest: { value: 54_900.0 } } },
        },
      },
    },
  };
}

test('a page is read from the answer: products, not cells, are counted, and one more hit than asked for means a next page', async () => {
  answers = {
    _search: [
      found(
        [
          { productId: 'p1', price: 29_900 },
          { productId: 'p2', price: 39_900 },
        ],
        2,
      ),
    ],
  };
  const index = newIndex();
  index.describe(0, iphone);
  const page = await index.search(query);
  expect(page).toEqual({
    hits: [{ product: 0, priceMinor: 29_900, grade: 'GOOD', variant: 0, grades: ['EXCELLENT', 'GOOD'], offerCount: 3 }],
    total: 2,
    facets: {
      category: [{ value: 'smartphone', count: 2 }],
      brand: [{ value: 'Apple', count: 2 }],
      screen: [
        { value: '6-6.5', count: 2 },
        { value: '6.5-7', count: 1 },
      ],
      year: [
        { value: '2021', count: 2 },
        { value: '2019', count: 1 },
      ],
      storage: [
        { value: '128', count: 3 },
        { value: '256', count: 2 },
      ],
      colour: [{ value: 'midnight', count: 2 }],
      ram: [{ value: '4', count: 2 }],
      grade: [
        { value: 'EXCELLENT', count: 2 },
        { value: 'GOOD', count: 3 },
      ],
      price: { minMinor: 29_900, maxMinor: 54_900, ranges: [] },
    },
    next: { key: 29_900, id: 'p1' },
  });
  await index.close();
});

test.each([
  ['that fails', { status: 500, body: { error: 'boom' } }],
  ['that gave up half-way', { status: 200, body: { timed_out: true } }],
  ['that is something else', { status: 200, body: 'hello' }],
])('a search server %s is a fault to try again, never an empty list', async (_, answer) => {
  answers = { _search: [answer] };
  const index = newIndex();
  await expect(index.search(query)).rejects.toThrow(Fault);
  await expect(index.search(query)).rejects.toMatchObject({ retriable: true });
  await index.close();
});

test('a gateway told of a server lists by it, and says 503 while it is away; pages go on', async () => {
  const gateway = new TestGateway({ openSearchUrl: url, openSearchIndex: 'products' });
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.00') },
    { kind: 'stock', state: stock(2) },
  );
  await gateway.start();
  try {
    await waitFor(() => writes().some(({ body }) => body.includes('"price":39900')), { timeoutMs: 10_000 });
    answers = { _search: [found([{ productId: ids.product, price: 39_900 }])] };
    const { items, total } = await gateway.json('/v1/markets/fr/products?q=iphone');
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ id: ids.product, price: { amount: '399.00' }, variantId: ids.variant });
    answers = { _search: [{ status: 503, body: {} }] };
    expect((await gateway.get('/v1/markets/fr/products?q=iphone')).status).toBe(503);
    expect((await gateway.get(`/v1/markets/fr/products/${ids.product}`)).status).toBe(200);
  } finally {
    await gateway.stop();
    gateway.remove();
  }
}, 60_000);
