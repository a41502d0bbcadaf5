import { offerIdOf } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { TestGateway, tokenOf } from './start-gateway.js';
import { ids, market, offer, product, seller, stock } from './shop.js';

const gateway = new TestGateway();
const rivalSeller = '0199d3a0-0000-7000-8000-000000000002';
const own = { sku: 'IP13-A', offerId: offerIdOf(ids.seller, 'IP13-A') };
const rival = { sku: 'IP13-B', sellerId: rivalSeller, offerId: offerIdOf(rivalSeller, 'IP13-B') };
const flawless = { volume: 500, failureRatePpm: 0, cancelRatePpm: 0, lateShipRatePpm: 0, wrongGradeRatePpm: 0 };

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    { kind: 'seller', state: seller({ sellerId: rivalSeller, name: 'Rival (demo)', quality: flawless }) },
    { kind: 'offer', state: offer('395.00', own) },
    { kind: 'stock', state: stock(2, own) },
    { kind: 'offer', state: offer('399.00', rival) },
    { kind: 'stock', state: stock(50, rival) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

const asked = async (path: string, sub = ids.seller): Promise<Response> =>
  gateway.get(path, { authorization: `Bearer ${await tokenOf('seller', sub)}` });
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are what the test is about to look into
const ranked = async (query = '', sku = own.sku, sub = ids.seller): Promise<any> =>
  (await asked(`/v1/seller/offers/${sku}/buy-box?market=fr&locale=en${query}`, sub)).json();
const winnerOf = async (): Promise<string> => {
  const { items } = await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`);
  return items[0].offerId;
};

test('the cheaper offer of a seller nobody knows yet loses to a flawless one, and is told the price that wins', async () => {
  expect(await winnerOf()).toBe(rival.offerId);
  const said = await ranked();
  expect(said).toMatchObject({
    offerId: own.offerId,
    isWinning: false,
    rank: 2,
    offerCount: 2,
    simulated: false,
    price: { amount: '395.00', currency: 'EUR' },
    winner: { price: { amount: '399.00' }, own: false },
    reasons: [{ code: 'weakerQualityThanWinner', priceToWin: { amount: expect.any(String) } }],
    factors: { qualityPenalty: { amount: '9.78' }, quality: { basis: 'usual', volume: 0, failureRate: '0.040000' } },
  });
});

test('the price to win wins when it is simulated, a cent more does not', async () => {
  const { priceToWin } = await ranked();
  const more = (Number(priceToWin.amount) + 0.01).toFixed(2);
  expect(await ranked(`&simulatePrice=${priceToWin.amount}`)).toMatchObject({
    simulated: true,
    isWinning: true,
    rank: 1,
    reasons: [],
    // What buyers see has not changed.
    winner: { price: { amount: '399.00' }, own: false },
  });
  expect(await ranked(`&simulatePrice=${more}`)).toMatchObject({ isWinning: false, rank: 2 });
  expect(await winnerOf()).toBe(rival.offerId);
});

test('and it wins when it is stated', async () => {
  const { priceToWin } = await ranked();
  await gateway.say({ kind: 'offer', state: offer(priceToWin.amount, { ...own, version: 2 }) });
  await waitFor(async () => (await winnerOf()) === own.offerId);
  expect(await ranked()).toMatchObject({ isWinning: true, rank: 1, reasons: [], winner: { own: true } });
  expect(await ranked('', rival.sku, rivalSeller)).toMatchObject({ isWinning: false, rank: 2 });
});

test('nobody but the seller is told of a seller’s quality, and no seller of another’s offer', async () => {
  const { items } = await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`);
  expect(JSON.stringify(items)).not.toMatch(/failureRate|minPrice|volume/);
  const other = await asked(`/v1/seller/offers/${rival.sku}/buy-box?market=fr`);
  expect(other.status).toBe(404);
  expect(await other.json()).toMatchObject({ code: 'OfferNotFound', errors: [{ field: 'path.sku' }] });
  expect((await gateway.get(`/v1/seller/offers/${own.sku}/buy-box?market=fr`)).status).toBe(401);
});

test('below the seller’s own minimum an offer is kept out, and told so', async () => {
  const prices = [
    {
      market: 'fr',
      price: { amount: '380.00', currency: 'EUR' },
      minPrice: { amount: '385.00', currency: 'EUR' },
    },
  ];
  await gateway.say({ kind: 'offer', state: offer('380.00', { ...own, version: 3, prices }) });
  await waitFor(async () => (await winnerOf()) === rival.offerId);
  expect(await ranked()).toMatchObject({
    rank: null,
    offerCount: 1,
    reasons: [{ code: 'priceBelowSellerMinimum', message: expect.any(String) }],
  });
});

test('suspension takes an offer out of ranking and page, and its seller is told', async () => {
  await gateway.say({ kind: 'seller', state: seller({ version: 2, status: 'suspended' }) });
  await waitFor(async () => (await ranked()).reasons[0]?.code === 'sellerSuspended');
  expect((await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items).toHaveLength(1);
});

test.each([
  ['market=xx', 404, 'query.market'],
  ['market=fr&simulatePrice=12.345', 400, 'query.simulatePrice'],
  ['market=fr&simulatePrice=-1', 400, 'query.simulatePrice'],
  ['simulatePrice=1', 400, 'query.market'],
])('a question asked wrong (%s) answers %i and names %s', async (query, status, field) => {
  const answered = await asked(`/v1/seller/offers/${own.sku}/buy-box?${query}`);
  expect(answered.status).toBe(status);
  expect(await answered.json()).toMatchObject({ errors: [{ field }] });
});

test('the parameters of the ranking are public, cacheable and complete', async () => {
  const answered = await gateway.get('/v1/markets/fr/ranking-parameters');
  expect(answered.status).toBe(200);
  expect(answered.headers.get('etag')).toBeTruthy();
  expect(await answered.json()).toMatchObject({
    market: 'fr',
    payment: { influences: false },
    score: [{ code: 'landedPrice' }, { code: 'quality' }],
  });
});
