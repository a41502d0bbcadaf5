import type { DataOf, FactContract } from '@reprise/contracts/events';
import type { sellerChangedV1 } from '@reprise/contracts/events';
import { returnChangedV1, saleRecordedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import { fixedClock, mustBeInstant, newId, plusMs, toIso } from '@reprise/kernel';
import type { HeardFact } from '@reprise/platform/messaging';
import { ReviewQuality } from '../src/application/review-quality.js';
import { countReturns, countSales, countShipments } from '../src/outbound/postgres/count-quality.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresSellerDesk } from '../src/outbound/postgres/postgres-seller-desk.js';
import { PricingDoor, marketOf, offerBody } from './pricing-door.js';

const start = '2026-06-01T09:00:00Z';
const dayMs = 86_400_000;
let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open(start);
  const market = marketOf('fr');
  const qualityGate = {
    windowDays: 90,
    evidenceDays: 180,
    shippedMin: 50,
    failureRateMax: '0.08',
    reviewAfterDays: 30,
  } as const;
  await door.adopt([{ ...market, version: market.version + 1, definition: { ...market.definition, qualityGate } }], []);
}, 60_000);
afterAll(() => door.close());

const heard = <Data extends { readonly version: number }>(
  contract: FactContract<Data>,
  data: Data,
  occurredAt: string,
): HeardFact<Data> => ({
  kind: 'fact',
  id: newId(),
  type: contract.type,
  v: 1,
  key: contract.keyOf(data),
  version: data.version,
  occurredAt,
  region: 'eu',
  data,
  ...{ topic: contract.topic.name, partition: 0, offset: '0' },
});

interface Story {
  readonly sales: HeardFact<DataOf<typeof saleRecordedV1>>[];
  readonly shipments: HeardFact<DataOf<typeof shipmentChangedV1>>[];
  readonly returns: HeardFact<DataOf<typeof returnChangedV1>>[];
}

/** So many orders of one device each, sent the day after, of which so many came back with a defect ten days later. */
function story(sellerId: string, soldAt: string, orders: number, defects: number): Story {
  const shippedAt = toIso(plusMs(mustBeInstant(soldAt), dayMs));
  const requestedAt = toIso(plusMs(mustBeInstant(soldAt), 11 * dayMs));
  const told: Story = { sales: [], shipments: [], returns: [] };
  for (let i = 0; i < orders; i++) {
    const [orderId, lineId] = [newId(), newId()];
    const { example } = saleRecordedV1;
    const [line] = example.lines;
    if (line === undefined) throw new Error('the example has no line');
    told.sales.push(
      heard(saleRecordedV1, { ...example, saleId: orderId, orderId, lines: [{ ...line, lineId, sellerId }] }, soldAt),
    );
    const shipment = { ...shipmentChangedV1.example, shipmentId: newId(), orderId, sellerId, version: 1, shippedAt };
    const lines = [{ lineId, offerId: line.offerId, quantity: 1, units: [] }];
    told.shipments.push(heard(shipmentChangedV1, { ...shipment, status: 'shipped', lines }, shippedAt));
    if (i >= defects) continue;
    const claim = {
      ...returnChangedV1.example,
      returnId: newId(),
      orderId,
      sellerId,
      version: 1,
      requestedAt,
      shippedAt,
    };
    const goods = lines.map((each) => ({ ...each, variantId: line.variantId, grade: line.grade }));
    told.returns.push(
      heard(
        returnChangedV1,
        { ...claim, kind: 'warrantyClaim', reason: 'defect', status: 'requested', lines: goods },
        requestedAt,
      ),
    );
  }
  return told;
}

const hear = (told: Partial<Story>): Promise<void> =>
  door.test.database.inTransaction(async (tx) => {
    await countReturns(tx, told.returns ?? []);
    await countShipments(tx, told.shipments ?? []);
    await countSales(tx, told.sales ?? []);
  });
const reviewAt = async (moment: string): Promise<void> => {
  const clock = fixedClock(mustBeInstant(moment));
  const sellers = new PostgresSellerDesk(door.test.database);
  const review = new ReviewQuality(sellers, new PostgresMarketBook(door.test.database), clock);
  while (await review.run());
  door.clock.set(mustBeInstant(moment));
};
const said = async (sellerId: string): Promise<DataOf<typeof sellerChangedV1>[]> => {
  const rows = await door.test.database.query<{ data: DataOf<typeof sellerChangedV1> }>(
    "SELECT envelope->'data' AS data FROM outbox_fact WHERE topic = 'pricing.seller' AND key = $1 ORDER BY id",
    [sellerId],
  );
  return rows.map(({ data }) => data);
};
const register = async (name: string): Promise<string> => {
  const sellerId = newId();
  const body = { name, establishedIn: 'FR', demo: true };
  expect((await door.call('PUT', `/v1/ops/sellers/${sellerId}`, { as: 'ops', body })).status).toBe(200);
  return sellerId;
};
const quality = async (sellerId: string) =>
  (await door.call('GET', `/v1/ops/sellers/${sellerId}/quality`, { as: 'ops' })).body;

test('facts heard late, in disorder and twice are counted once, and say the same rate', async () => {
  const [straight, crooked] = [await register('Straight'), await register('Crooked')];
  const soldAt = '2026-01-12T10:00:00Z';
  await hear(story(straight, soldAt, 40, 4));
  const told = story(crooked, soldAt, 40, 4);
  await hear({ returns: told.returns });
  await hear({ returns: told.returns, shipments: told.shipments.slice(20) });
  await hear({ sales: [...told.sales].reverse() });
  await hear({ shipments: [...told.shipments].reverse(), sales: told.sales });
  await reviewAt('2026-06-01T09:00:00Z');
  const { sellerId: _straight, ...one } = await quality(straight);
  const { sellerId: _crooked, ...other } = await quality(crooked);
  expect(other).toEqual(one);
  expect(one['failure'][1]).toEqual({
    ...{ windowDays: 90, events: 4, of: 40 },
    ...{ rate: '0.100000', low: '0.039579', high: '0.230518' },
  });
  expect(one['cohorts']).toMatchObject([{ month: '2026-01', shipped: 40, late: 0 }]);
  expect((await said(crooked)).at(-1)).toMatchObject({
    version: 2,
    quality: { failureRatePpm: 100_000, measures: { rule: 1, failure: { events: 4, of: 40 } } },
  });
});

test('one more claim is counted and not said; the window that closes is, without a fact', async () => {
  const sellerId = await register('Steady');
  await hear(story(sellerId, '2026-03-10T10:00:00Z', 200, 8));
  await reviewAt('2026-06-02T09:00:00Z');
  const before = (await said(sellerId)).length;
  await hear({ ...story(sellerId, '2026-03-10T10:00:00Z', 1, 1) });
  await reviewAt('2026-06-02T10:00:00Z');
  expect((await quality(sellerId))['failure'][0]).toMatchObject({ windowDays: 30, events: 9, of: 201 });
  expect(await said(sellerId)).toHaveLength(before);
  // The parcels of 11 March have been out for 90 days at the end of 9 June.
  await reviewAt('2026-06-09T23:00:00Z');
  expect((await said(sellerId)).at(-1)?.quality).toMatchObject({ measures: { failure: { of: 0 } } });
  await reviewAt('2026-06-10T00:00:00Z');
  expect((await said(sellerId)).at(-1)?.quality).toMatchObject({ measures: { failure: { events: 9, of: 201 } } });
});

test('a gate takes offers down with the reason and the way back, an override lets them stand, and all of it is written down', async () => {
  const offerId = await door.putOffer('GATED', '399.00');
  const blockers = async (): Promise<string[]> =>
    (await door.price(offerId))['buyability'].blockers.map(({ code }: { code: string }) => code);
  const quoted = async () =>
    (
      await door.call('POST', '/v1/markets/fr/quotes', {
        body: { lines: [{ offerId, quantity: 1 }], shipTo: { country: 'FR' } },
      })
    ).status;
  await hear(story(door.sellerId, '2026-05-11T10:00:00Z', 60, 20));
  expect(await blockers()).toEqual([]);
  expect(await quoted()).toBe(201);
  await reviewAt('2026-06-11T09:00:00Z');
  expect(await blockers()).toEqual(['qualityGate']);
  expect(await quoted()).toBe(422);
  const own = (await door.call('GET', '/v1/seller/quality', { as: 'seller' })).body;
  expect(own['gates'][0]).toMatchObject({
    ...{ market: 'fr', category: null, grade: null },
    ...{ since: '2026-06-11T09:00:00.000Z', reviewFrom: '2026-07-11T09:00:00.000Z' },
    closedBy: { failures: 20, shipped: 60, low: '0.227292' },
    mustHold: { evidenceDays: 180, lowerBoundMax: '0.080000', shippedMin: 50, windowDays: 90 },
    wayBack: expect.stringContaining('From 2026-07-11T09:00:00.000Z on'),
  });
  expect((await said(door.sellerId)).at(-1)?.qualityGates?.map(({ category }) => category)).toEqual([
    undefined,
    'smartphone',
  ]);
  for (const scope of [{}, { category: 'smartphone', grade: 'EXCELLENT' }])
    expect(
      await door.call('POST', `/v1/ops/sellers/${door.sellerId}/quality-overrides`, {
        as: 'ops',
        body: { market: 'fr', ...scope, until: '2026-06-20T00:00:00Z', reason: 'A bad batch, replaced.' },
      }),
    ).toMatchObject({ status: 201 });
  await reviewAt('2026-06-11T09:00:01Z');
  expect(await blockers()).toEqual([]);
  expect(await quoted()).toBe(201);
  await reviewAt('2026-06-20T00:00:00Z');
  expect(await blockers()).toEqual(['qualityGate']);
  // The parcels of 12 May are no evidence from 9 November on.
  await reviewAt('2026-11-08T12:00:00Z');
  expect(await blockers()).toEqual(['qualityGate']);
  await reviewAt('2026-11-09T00:00:00Z');
  expect(await blockers()).toEqual([]);
  const { history } = (await door.call('GET', `/v1/ops/sellers/${door.sellerId}`, { as: 'ops' })).body;
  const actions = (history as { action: string; actor: { subject: string }; why: string }[]).reverse();
  expect(actions.map(({ action, actor }) => `${action} by ${actor.subject}`)).toEqual([
    ...['gateClosed by quality-gate', 'gateClosed by quality-gate'],
    ...['gateOverridden by olga', 'gateOverridden by olga'],
    ...['gateOpened by quality-gate', 'gateOpened by quality-gate'],
    ...['gateClosed by quality-gate', 'gateClosed by quality-gate'],
    ...['gateOpened by quality-gate', 'gateOpened by quality-gate'],
  ]);
});

test('an override that has ended, or is for half a year, is refused by its field', async () => {
  const refused = async (until: string) =>
    door.call('POST', `/v1/ops/sellers/${door.sellerId}/quality-overrides`, {
      as: 'ops',
      body: { market: 'fr', until, reason: 'A spec wants it.' },
    });
  for (const until of ['2026-01-01T00:00:00Z', '2027-11-01T00:00:00Z'])
    expect(await refused(until)).toMatchObject({
      status: 400,
      body: { code: 'ValidationFailed', errors: [{ field: 'body.until' }] },
    });
});

test('sellers are listed the worst first, a page at a time', async () => {
  const page = async (query: string) =>
    (await door.call('GET', `/v1/ops/sellers?sort=failureRate${query}`, { as: 'ops' })).body;
  const all = (await page(''))['items'] as { sellerId: string; failureRate: string | null }[];
  const rates = all.map(({ failureRate }) => (failureRate === null ? -1 : Number(failureRate)));
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  const walked: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, nextCursor } = (await page(`&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)) as never as {
      items: { sellerId: string }[];
      nextCursor: string | null;
    };
    walked.push(...items.map(({ sellerId }) => sellerId));
    cursor = nextCursor;
  }
  expect(walked).toEqual(all.map(({ sellerId }) => sellerId));
  expect(await door.call('GET', '/v1/ops/sellers?cursor=x', { as: 'ops' })).toMatchObject({ status: 400 });
});

test('a seller is verified when enough is known of them, and sells when active', async () => {
  const sellerId = newId();
  const path = `/v1/ops/sellers/${sellerId}`;
  const move = (to: string) =>
    door.call('POST', `${path}/transitions`, { as: 'ops', body: { to, reason: 'A spec wants it.' } });
  expect(await move('verified')).toMatchObject({ status: 404, body: { code: 'SellerNotFound' } });
  await door.call('PUT', path, { as: 'ops', body: { name: 'Neu', establishedIn: 'DE', status: 'applied' } });
  expect((await said(sellerId)).at(-1)).toMatchObject({ status: 'suspended', state: 'applied' });
  expect(await move('active')).toMatchObject({ status: 409, body: { code: 'SellerTransitionNotAllowed' } });
  expect(await move('verified')).toMatchObject({ status: 409, body: { code: 'SellerNotVerifiable' } });
  const identity = {
    legalName: 'Neu GmbH',
    address: { line1: 'Hauptstr. 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    ...{ email: 'kontakt@neu.example', phone: '+493012345678' },
    register: { name: 'Amtsgericht Charlottenburg', number: 'HRB 1' },
    ...{ vatId: 'DE136695976', iban: 'DE89370400440532013000', selfCertifiedAt: '2026-06-01T00:00:00Z' },
  };
  const stated = await door.call('PUT', `${path}/identity`, { as: 'ops', body: { identity, reason: 'Papers seen.' } });
  expect(stated.status).toBe(200);
  for (const to of ['verified', 'active', 'suspended', 'active', 'closed'])
    expect(await move(to)).toMatchObject({ status: 200, body: { status: to } });
  expect(await move('active')).toMatchObject({ status: 409, body: { code: 'SellerTransitionNotAllowed' } });
  const file = (await door.call('GET', path, { as: 'ops' })).body;
  expect(file).toMatchObject({ status: 'closed', identity: { legalName: 'Neu GmbH' }, missing: [] });
  const changes = file['history'] as { action: string; why: string; to: unknown }[];
  expect(changes.map(({ action }) => action).reverse()).toEqual([
    ...['registered', 'identityStated', 'moved', 'moved', 'moved', 'moved', 'moved'],
  ]);
  // The person is in neither the facts nor the history.
  expect(JSON.stringify([await said(sellerId), changes])).not.toContain('neu.example');
});

test('a suspended seller states no offer and is quoted nothing; reinstated, everything is back', async () => {
  const offerId = await door.putOffer('SUSPENDED', '299.00');
  const move = (to: string) =>
    door.call('POST', `/v1/ops/sellers/${door.sellerId}/transitions`, { as: 'ops', body: { to, reason: 'Police.' } });
  const stated = () => door.call('PUT', '/v1/seller/offers/SUSPENDED', { as: 'seller', body: offerBody('298.00') });
  expect(await move('suspended')).toMatchObject({ status: 200 });
  expect((await door.price(offerId))['buyability']).toMatchObject({
    buyable: false,
    blockers: [{ code: 'sellerSuspended' }],
  });
  expect(await stated()).toMatchObject({ status: 403, body: { code: 'SellerSuspended' } });
  expect(await move('active')).toMatchObject({ status: 200 });
  expect((await door.price(offerId))['buyability']).toMatchObject({ buyable: true });
  expect((await stated()).status).toBe(200);
});
