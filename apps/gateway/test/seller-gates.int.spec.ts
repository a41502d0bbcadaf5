import { waitFor } from '@reprise/platform/testing';
import { ids, market, offer, product, seller, stock } from './shop.js';
import { TestGateway } from './start-gateway.js';

const gateway = new TestGateway();
const rivalSeller = '0199d3a0-0000-7000-8000-000000000002';
const rivalOffer = '0199d3a0-0000-7000-8000-000000000011';
const prices = ['fr', 'de'].map((code) => ({ market: code, price: { amount: '399.00', currency: 'EUR' } }));
const { grade } = offer('399.00');

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'market', state: market('de') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'offer', state: offer('399.00', { prices }) },
    { kind: 'stock', state: stock(2) },
  );
  await gateway.start();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

let version = 1;
const say = async (more: Parameters<typeof seller>[0]): Promise<void> => {
  version += 1;
  await gateway.say({ kind: 'seller', state: seller({ version, ...more }) });
};

/** Where a buyer of a market finds the offer. */
async function seenIn(code: string): Promise<string[]> {
  const [page, listing, search, offers] = await Promise.all([
    gateway.json(`/v1/markets/${code}/products/${ids.product}`),
    gateway.json(`/v1/markets/${code}/products`),
    gateway.json(`/v1/markets/${code}/products?q=${encodeURIComponent(product().brand)}`),
    gateway.json(`/v1/markets/${code}/variants/${ids.variant}/offers`),
  ]);
  return [
    ...(JSON.stringify(page).includes(ids.offer) ? ['page'] : []),
    ...(listing.total > 0 ? ['listing'] : []),
    ...(search.total > 0 ? ['search'] : []),
    ...(offers.items.length > 0 ? ['offers'] : []),
  ];
}
const everywhere = ['page', 'listing', 'search', 'offers'];

/** How long until buyers see exactly that; it is all of it at once, or the wait never ends. */
async function msUntil(code: string, places: readonly string[]): Promise<number> {
  const begun = performance.now();
  await waitFor(async () => (await seenIn(code)).join() === places.join(), { timeoutMs: 5_000 });
  return performance.now() - begun;
}

test('a suspended seller is gone from page, listing, search and offers within a second, and back as fast', async () => {
  expect(await seenIn('fr')).toEqual(everywhere);
  await say({ status: 'suspended', state: 'suspended' });
  expect(await msUntil('fr', [])).toBeLessThan(1_000);
  expect(await seenIn('de')).toEqual([]);
  await say({ status: 'active', state: 'active' });
  expect(await msUntil('fr', everywhere)).toBeLessThan(1_000);
  expect(await seenIn('de')).toEqual(everywhere);
});

test('a quality gate takes down what it is of, in its market, and opens again', async () => {
  const gate = { since: '2026-11-24T10:00:00.000Z', reviewFrom: '2026-12-24T10:00:00.000Z' };
  await say({ qualityGates: [{ market: 'fr', category: 'smartphone', grade, ...gate }] });
  await msUntil('fr', []);
  expect(await seenIn('de')).toEqual(everywhere);
  await say({ qualityGates: [{ market: 'fr', category: 'laptop', ...gate }] });
  await msUntil('fr', everywhere);
  await say({ qualityGates: [{ market: 'fr', ...gate }] });
  await msUntil('fr', []);
  await say({});
  await msUntil('fr', everywhere);
});

test('a seller sells where it says it does', async () => {
  await say({ markets: ['de'] });
  await msUntil('fr', []);
  expect(await seenIn('de')).toEqual(everywhere);
  await say({});
  await msUntil('fr', everywhere);
});

test('an offer says how many devices of its seller failed, in the reader’s language, once enough were sent', async () => {
  const measure = (events: number, of: number) => ({ events, of, lowPpm: 10_000, highPpm: 90_000 });
  const qualityOf = (sent: number) => ({
    ...{ volume: sent, failureRatePpm: 25_000, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 },
    measures: {
      ...{ rule: 1, minimumVolume: 30, failure: measure(Math.floor(sent / 40), sent) },
      ...{ cancel: measure(0, sent), lateShip: measure(0, sent), wrongGrade: measure(0, sent) },
    },
  });
  const shown = async (): Promise<unknown> =>
    (await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items[0]?.sellerQuality;
  await say({ quality: qualityOf(29) });
  await say({ handlingDays: 3, quality: qualityOf(29) });
  const dispatch = async (): Promise<unknown> =>
    (await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items[0]?.factors.leadTimeDays;
  await waitFor(async () => (await dispatch()) === '3');
  expect(await shown()).toBeUndefined();
  await say({ quality: qualityOf(1_000) });
  await waitFor(async () => (await shown()) !== undefined);
  expect(await shown()).toEqual({
    ...{ windowDays: 90, devices: 1_000, defects: 25, share: '0.025000', low: '0.010000', high: '0.090000' },
  });
});

test('all else equal, the seller whose devices fail more never has the buy box', async () => {
  const measure = (events: number, of = 500) => ({ events, of, lowPpm: 0, highPpm: 1_000_000 });
  const failing = (events: number) => ({
    ...{ volume: 500, failureRatePpm: events * 2_000, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 },
    measures: {
      ...{ rule: 1, minimumVolume: 30, failure: measure(events) },
      ...{ cancel: measure(0), lateShip: measure(0), wrongGrade: measure(0) },
    },
  });
  const rival = { offerId: rivalOffer, sellerId: rivalSeller };
  await gateway.say(
    { kind: 'seller', state: seller({ sellerId: rivalSeller, name: 'Rival', quality: failing(20) }) },
    { kind: 'offer', state: offer('399.00', { ...rival, sku: 'RIVAL', prices }) },
    { kind: 'stock', state: stock(2, rival) },
  );
  const first = async (): Promise<string> =>
    (await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items[0]?.offerId;
  await say({ quality: failing(40) });
  await waitFor(async () => (await first()) === rivalOffer);
  await say({ quality: failing(5) });
  await waitFor(async () => (await first()) === ids.offer);
});
