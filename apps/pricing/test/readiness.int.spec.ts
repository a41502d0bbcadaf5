import { readFileSync } from 'node:fs';
import { marketFileSchema } from '@reprise/contracts/market';
import { parse } from 'yaml';
import { PricingDoor } from './pricing-door.js';
import { realExamples } from './real-markets.js';

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T10:00:00Z');
  const file = readFileSync(new URL('../../../markets/de.yaml', import.meta.url), 'utf8');
  const definition = { ...marketFileSchema.parse(parse(file)), wording: {} };
  await door.adopt([{ market: 'de', version: 1_000, status: 'preview', definition }], []);
});
afterAll(() => door.close());

const ops = (method: string, path: string, body?: unknown) => door.call(method, path, { as: 'ops', body });

const readiness = async (market: string, date = '2026-11-24') => {
  const { body } = await ops('GET', `/v1/ops/markets/${market}/readiness/services/pricing?date=${date}`);
  return Object.fromEntries(
    (body['checks'] as { check: string; outcome: string; failing: number; total: number }[]).map(
      ({ check, outcome, failing, total }) => [check, [outcome, failing, total]],
    ),
  );
};
const items = async (market: string, check: string, query = '') =>
  (await ops('GET', `/v1/ops/markets/${market}/readiness/${check}/items?${query}`)).body;

test('before anything is offered anywhere an empty shop warns, and examples nobody signed block', async () => {
  expect(await readiness('de')).toMatchObject({
    prices: ['warn', 0, 0],
    stock: ['warn', 0, 0],
    examples: ['block', 1, 1],
    fxFreshness: ['pass', 0, 0],
  });
});

test('what finance signed is stored once a version and worked out again by the engine', async () => {
  const examples = realExamples.find(({ market }) => market === 'de');
  const put = (body: unknown) => ops('PUT', '/v1/ops/markets/de/examples', body);
  expect(await put(examples)).toMatchObject({ status: 200, body: { version: 1, changed: true } });
  expect(await put(examples)).toMatchObject({ status: 200, body: { version: 1, changed: false } });
  const total = examples?.examples.length;
  expect(await readiness('de')).toMatchObject({
    examples: ['pass', 0, total],
    taxRates: ['pass', 0, expect.any(Number)],
  });
  const wrong = structuredClone(examples);
  const [first] = wrong?.examples ?? [];
  if (first !== undefined && 'totals' in first.expect)
    first.expect.totals = { net: '1.00', tax: '0.00', fees: '0.00', shipping: '0.00', gross: '1.00' };
  expect(await put(wrong)).toMatchObject({ body: { version: 2, changed: true } });
  expect(await readiness('de')).toMatchObject({ examples: ['block', 1, total] });
  expect(await items('de', 'examples')).toMatchObject({
    items: [{ subject: first?.claim, message: expect.stringContaining('Worked out') }],
    nextCursor: null,
  });
  expect(await put({ ...examples, market: 'fr' })).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'market' }] },
  });
  expect(await put(examples)).toMatchObject({ body: { version: 3, changed: true } });
});

test('on a day before any rate is in force every place is without', async () => {
  expect(await readiness('de', '1990-01-01')).toMatchObject({
    taxRates: ['block', expect.any(Number), expect.any(Number)],
  });
});

test('offers with a price elsewhere only block, some of them warn, and each is listed page by page', async () => {
  const offers = await Promise.all(['A', 'B', 'C'].map(async (sku) => await door.putOffer(sku, '300.00')));
  expect(await readiness('de')).toMatchObject({
    prices: ['block', 3, 3],
    sellers: ['block', 1, 1],
    stock: ['pass', 0, 0],
  });
  expect((await items('de', 'sellers')).items).toMatchObject([{ subject: `seller:${door.sellerId}` }]);
  const first = await items('de', 'prices', 'limit=2');
  const second = await items('de', 'prices', `limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ subject }: { subject: string }) => subject)).toEqual(
    [...offers].sort().map((id) => `offer:${id}`),
  );
  expect(second.nextCursor).toBeNull();
  await door.putOffer('A', '300.00', {
    prices: [
      { market: 'fr', amount: '300.00' },
      { market: 'de', amount: '310.00' },
    ],
  });
  expect(await readiness('de')).toMatchObject({
    prices: ['warn', 2, 3],
    offerTerms: ['pass', 0, 1],
    stock: ['pass', 0, 1],
    sellers: ['pass', 0, 1],
  });
});

test('a market nobody knows is named', async () => {
  expect(await ops('GET', '/v1/ops/markets/zz/readiness/services/pricing')).toMatchObject({
    status: 404,
    body: { code: 'MarketNotFound' },
  });
});
