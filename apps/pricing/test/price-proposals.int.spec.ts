import { readFileSync } from 'node:fs';
import { marketFileSchema } from '@reprise/contracts/market';
import { newId } from '@reprise/kernel';
import { parse } from 'yaml';
import { PricingDoor } from './pricing-door.js';

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-10-30T17:00:00Z');
  const file = readFileSync(new URL('../../../markets/pl.yaml', import.meta.url), 'utf8');
  const definition = { ...marketFileSchema.parse(parse(file)), wording: {} };
  await door.adopt([{ market: 'pl', version: 1_000, status: 'preview', definition }], []);
  const rates = '"Date","PLN","USD"\n2026-10-30,4.4038,1.1172\n';
  const taken = await door.call('POST', '/v1/ops/fx-rates', {
    ...{ as: 'ops', body: rates },
    headers: { 'content-type': 'text/csv' },
  });
  expect(taken.status).toBe(200);
});
afterAll(() => door.close());

const ops = (method: string, path: string, body?: unknown, version?: number) =>
  door.call(method, `/v1/ops/price-proposals${path}`, {
    ...{ as: 'ops', body },
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });
const terms = { fromMarket: 'fr', toMarket: 'pl', marginPpm: 20_000, why: 'Poland opens.' };

/** Lets one process after the other do one batch of two rows, each dying after it, until nothing is left. */
async function workToTheEnd(): Promise<number> {
  for (let batches = 0; ; batches += 1) {
    const worker = await door.proposalWorker(2);
    const worked = await worker.run();
    await worker.die();
    if (!worked) return batches;
  }
}

async function begun(change: Record<string, unknown> = {}): Promise<string> {
  const id = newId();
  expect(await ops('PUT', `/${id}`, { ...terms, ...change })).toMatchObject({ status: 201 });
  await workToTheEnd();
  return id;
}
const rowsOf = async (id: string, query = '') => (await ops('GET', `/${id}/rows?${query}`)).body;
const bySku = async (id: string) =>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new Map<string, any>((await rowsOf(id, 'limit=500'))['items'].map((row: { sku: string }) => [row.sku, row]));
const pricesOf = async (sku: string) =>
  ((await door.call('GET', `/v1/seller/offers/${sku}`, { as: 'seller' })).body['prices'] as { market: string }[]).map(
    ({ market, ...price }) => [market, price],
  );

test('a set is built from the rates of its day, kept beside its reference, and prices nothing', async () => {
  await door.putOffer('PLAIN', '300.00');
  await door.putOffer('BOUND', '300.00', { prices: [{ market: 'fr', amount: '300.00', minPrice: '299.00' }] });
  await door.putOffer('FAR', '900.00');
  await door.putOffer('DEAR', '300.00');
  await door.test.database.query(
    `INSERT INTO unit (unit_id, version, seller_id, sku, status, supplier_kind, vat_scheme, currency, cost_minor, acquired_at, country)
     VALUES ($1, 1, $2, 'DEAR', 'listed', 'business', 'REGULAR', 'USD', 40000, '2026-10-01', 'FR')`,
    [newId(), door.sellerId],
  );
  const id = await begun();
  const { body: set } = await ops('GET', `/${id}`);
  expect(set).toMatchObject({
    ...{ status: 'review', currency: 'PLN', date: '2026-10-30', createdBy: 'olga', decision: null },
    rates: [{ currency: 'PLN', rate: '4.4038' }],
    counts: { all: 4, toApply: 4, outlier: 1, belowCost: 1, belowMin: 0, blocked: 0, applied: 0 },
  });
  const rows = await bySku(id);
  // 300 × 4.4038 × 1.02 = 1347.56, and Polish prices end in nine.
  expect(rows.get('PLAIN')).toMatchObject({
    from: { amount: '300.00', currency: 'EUR' },
    converted: { amount: '1321.14', currency: 'PLN' },
    withMargin: { amount: '1347.56' },
    price: { amount: '1349.00', currency: 'PLN' },
    reference: { price: { amount: '1347.56' }, of: 'source' },
    ...{ unitCost: null, outlier: false, outcome: 'pending' },
  });
  expect(rows.get('BOUND')).toMatchObject({ minPrice: { amount: '1316.74' } });
  expect(rows.get('FAR')).toMatchObject({ outlier: true, deviationPpm: 1_997_269 });
  // 400 $ are 358.04 €, which are 1576.73 zł.
  expect(rows.get('DEAR')).toMatchObject({ belowCost: true, unitCost: { amount: '1576.73', currency: 'PLN' } });
  expect(await pricesOf('PLAIN')).toEqual([['fr', expect.anything()]]);
});

test('the same id with the same terms is the same set; with others it is refused', async () => {
  const id = await begun();
  expect(await ops('PUT', `/${id}`, terms)).toMatchObject({ status: 200, body: { id, status: 'review' } });
  expect(await ops('PUT', `/${id}`, { ...terms, marginPpm: 1 })).toMatchObject({
    status: 409,
    body: { code: 'ConcurrentModification', errors: [{ field: 'path.proposalId' }] },
  });
});

test('rows come page by page in either order, and the histogram counts every one of them', async () => {
  const id = await begun();
  const first = await rowsOf(id, 'limit=3&sort=deviation');
  const second = await rowsOf(id, `limit=3&sort=deviation&cursor=${first['nextCursor']}`);
  const skus = [...first['items'], ...second['items']].map(({ sku }: { sku: string }) => sku);
  expect(skus).toHaveLength(4);
  expect(skus[0]).toBe('FAR');
  expect(new Set(skus).size).toBe(4);
  expect(second['nextCursor']).toBeNull();
  const { body } = await ops('GET', `/${id}/histogram?buckets=6`);
  expect(body['buckets'].map(({ rows }: { rows: number }) => rows)).toEqual([0, 0, 0, 3, 0, 1]);
  expect(body).toMatchObject({ bandPpm: { low: -250_000, high: 250_000 }, withoutReference: 0 });
});

test('people edit side by side: the first wins, the other is told, and nothing is half edited', async () => {
  const id = await begun();
  const { body: read } = await ops('GET', `/${id}`);
  const far = (await bySku(id)).get('FAR').offerId;
  const edit = (change: unknown, version = read['version']) =>
    ops('POST', `/${id}/edits`, { rows: { offerIds: [far] }, change }, version);
  expect(await edit({ type: 'exclude' })).toMatchObject({ status: 200, body: { changedRows: 1 } });
  expect(await edit({ type: 'setAmount', amount: '1400.00' })).toMatchObject({
    status: 409,
    body: { code: 'ConcurrentModification', errors: [{ field: 'headers.if-match' }] },
  });
  const next = read['version'] + 1;
  expect(await edit({ type: 'setAmount', amount: '1400.001' }, next)).toMatchObject({
    status: 400,
    body: { code: 'ValidationFailed', errors: [{ field: 'change.amount' }] },
  });
  expect(await edit({ type: 'setAmount', amount: '1.00' }, next)).toMatchObject({
    body: { counts: { blocked: 1, toApply: 3, edited: 1, excluded: 1 } },
  });
  const all = await ops('POST', `/${id}/edits`, { rows: { only: 'all' }, change: { type: 'adjust', ppm: 100_000 } });
  expect(all.body).toMatchObject({ changedRows: 4, counts: { edited: 4, blocked: 0 } });
  // 1347.56 × 1.1 = 1482.32.
  expect((await bySku(id)).get('PLAIN')).toMatchObject({
    price: { amount: '1479.00' },
    proposed: { amount: '1349.00' },
  });
  const reset = await ops('POST', `/${id}/edits`, { rows: { only: 'edited' }, change: { type: 'reset' } });
  expect(reset.body).toMatchObject({ changedRows: 4, counts: { edited: 0, excluded: 0, toApply: 4 } });
});

test('a proposal that is not in review takes no edit; one that nobody begun is not found', async () => {
  const id = await begun();
  const decision = { decision: 'discard', why: 'Only looked.' };
  expect(await ops('POST', `/${id}/decision`, decision)).toMatchObject({ body: { status: 'discarded' } });
  expect(await ops('POST', `/${id}/decision`, decision)).toMatchObject({
    status: 409,
    body: { code: 'PriceProposalNotInThatState' },
  });
  expect(await ops('GET', `/${newId()}/rows`)).toMatchObject({ status: 404, body: { code: 'PriceProposalNotFound' } });
});

test('approved prices are given once, though every batch is done by another process; what changed since is respected', async () => {
  const skus = ['A', 'B', 'C', 'D', 'E', 'GONE', 'MOVED', 'MINE', 'NO'];
  for (const sku of skus) await door.putOffer(sku, '200.00');
  const id = await begun();
  const decide = (more = {}) => ops('POST', `/${id}/decision`, { decision: 'approve', why: 'Looks sane.', ...more });
  expect(await decide()).toMatchObject({
    status: 409,
    body: { code: 'PriceProposalBelowCost', errors: [{ field: 'acceptBelowCost' }] },
  });
  const dear = (await bySku(id)).get('DEAR').offerId;
  await ops('POST', `/${id}/edits`, { rows: { offerIds: [dear] }, change: { type: 'exclude' } });
  await door.putOffer('GONE', '200.00', { quantity: 0 });
  await door.putOffer('MOVED', '210.00');
  await door.putOffer('MINE', '200.00', {
    prices: [
      { market: 'fr', amount: '200.00' },
      { market: 'pl', amount: '777.00' },
    ],
  });
  const refused = { everywhere: false, markets: [], skus: ['NO'] };
  expect(await door.call('PUT', '/v1/seller/price-seeding', { as: 'seller', body: refused })).toMatchObject({
    body: refused,
  });
  const told = await facts();
  expect(await decide()).toMatchObject({ status: 200, body: { status: 'applying', decision: { by: 'olga' } } });
  expect(await workToTheEnd()).toBeGreaterThan(5);
  const rows = await bySku(id);
  expect(['GONE', 'MOVED', 'MINE', 'NO', 'DEAR'].map((sku) => [rows.get(sku).outcome, rows.get(sku).skipped])).toEqual([
    ['skipped', 'offerGone'],
    ['skipped', 'sourcePriceChanged'],
    ['skipped', 'pricedMeanwhile'],
    ['skipped', 'optedOut'],
    ['pending', null],
  ]);
  expect((await ops('GET', `/${id}`)).body).toMatchObject({ status: 'applied', counts: { applied: 8, skipped: 4 } });
  // 200 × 4.4038 × 1.02 = 898.38.
  expect(await pricesOf('A')).toContainEqual(['pl', { price: { amount: '899.00', currency: 'PLN' } }]);
  expect(await pricesOf('MINE')).toContainEqual(['pl', { price: { amount: '777.00', currency: 'PLN' } }]);
  expect((await facts()) - told).toBe(8);
  const audit = await door.call('GET', `/v1/ops/audit?entity=offer:${rows.get('A').offerId}&limit=1`, { as: 'ops' });
  expect(audit.body['items']).toMatchObject([
    { action: 'priceChanged', market: 'pl', from: null, actor: { subject: 'olga', role: 'ops' }, why: 'Looks sane.' },
  ]);
});

test('a seller that sells elsewhere only is left out of what is proposed', async () => {
  await door.call('PUT', '/v1/seller/price-seeding', { as: 'seller', body: { markets: ['pl'] } });
  await door.putOffer('LATER', '250.00');
  const id = await begun();
  const rows = await bySku(id);
  expect(rows.get('LATER')).toMatchObject({ optedOut: true });
  expect((await ops('GET', `/${id}`)).body['counts']).toMatchObject({ toApply: 0 });
});

test('a day without rates is refused at once, and names no set', async () => {
  const id = newId();
  expect(await ops('PUT', `/${id}`, { ...terms, date: '2026-11-24' })).toMatchObject({
    status: 422,
    body: { code: 'FxRateStale' },
  });
  expect((await ops('GET', `/${id}`)).status).toBe(404);
  expect(await ops('PUT', `/${id}`, { ...terms, toMarket: 'zz' })).toMatchObject({
    status: 404,
    body: { code: 'MarketNotFound' },
  });
});

async function facts(): Promise<number> {
  const [row] = await door.test.database.query<{ told: string }>(
    "SELECT count(*) AS told FROM outbox_fact WHERE topic = 'pricing.offer'",
  );
  return Number(row?.told);
}
