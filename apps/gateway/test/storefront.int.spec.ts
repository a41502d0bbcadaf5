import { waitFor } from '@reprise/platform/testing';
import type { ProductPageJson } from '../src/inbound/http/present-product-page.js';
import { TestGateway, tokenOf } from './start-gateway.js';
import { ids, market, offer, product, record, seller, stock } from './shop.js';

const gateway = new TestGateway();
const second = { offerId: '0199d3a0-0000-7000-8000-000000000011' };

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'market', state: market('us', {}, { region: 'us', currency: 'USD', taxInclusive: false }) },
    { kind: 'market', state: market('pt', { status: 'draft' }) },
    { kind: 'market', state: market('es', { status: 'preview' }) },
    { kind: 'market', state: market('it', { status: 'suspended' }) },
    { kind: 'product', state: product() },
    { kind: 'seller', state: seller() },
    {
      kind: 'offer',
      state: offer('399.00', {
        prices: [
          {
            market: 'fr',
            price: { amount: '399.00', currency: 'EUR' },
            priorPrice: { amount: '419.00', currency: 'EUR' },
          },
        ],
      }),
    },
    { kind: 'stock', state: stock(2) },
    { kind: 'offer', state: offer('420.00', { ...second, warrantyMonths: 36 }) },
    { kind: 'stock', state: stock(50, second) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

const price = async (): Promise<string | undefined> =>
  (await gateway.json('/v1/markets/fr/products')).items[0]?.price?.amount;

describe('markets', () => {
  test('the list holds every region’s open markets and where they are', async () => {
    const { items } = await gateway.json('/v1/markets');
    expect(items.map((each: { code: string; gatewayUrl: string }) => [each.code, each.gatewayUrl])).toEqual([
      ['fr', 'http://eu.test'],
      ['us', 'http://us.test'],
    ]);
    expect(items[0]).toMatchObject({
      status: 'live',
      region: 'eu',
      currency: 'EUR',
      defaultLocale: 'fr-FR',
      locales: ['fr-FR', 'en'],
      taxInclusive: true,
      countries: ['FR'],
    });
  });

  test('a country resolves to its market', async () => {
    expect(await gateway.json('/v1/markets/resolve?country=FR')).toMatchObject({ code: 'fr' });
    const nowhere = await gateway.get('/v1/markets/resolve?country=JP');
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ code: 'MarketNotFound', errors: [{ field: 'query.country' }] });
  });

  test.each([
    ['xx', 404, 'MarketNotFound'],
    ['pt', 404, 'MarketNotFound'],
    ['es', 404, 'MarketNotFound'],
    ['it', 409, 'MarketNotLive'],
    ['us', 421, 'MarketInOtherRegion'],
  ])('products of %s answer %i %s and name the field', async (code, status, problem) => {
    const answered = await gateway.get(`/v1/markets/${code}/products`);
    expect(answered.status).toBe(status);
    expect(answered.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answered.json()).toMatchObject({ status, code: problem, errors: [{ field: 'path.market' }] });
  });

  test('who came to the wrong region is told where to go', async () => {
    const { detail } = await gateway.json('/v1/markets/us/products');
    expect(detail).toContain('http://us.test');
  });

  test('a preview opens to an operator alone, and no cache may keep it', async () => {
    const as = async (role: 'ops' | 'seller') =>
      gateway.get('/v1/markets/es/products', { authorization: `Bearer ${await tokenOf(role)}` });
    const seen = await as('ops');
    expect(seen.status).toBe(200);
    expect(seen.headers.get('cache-control')).toBe('private, no-store');
    expect((await as('seller')).status).toBe(404);
    expect((await gateway.json('/v1/markets')).items).toHaveLength(2);
  });

  test('a suspended market can be looked at', async () => {
    expect(await gateway.json('/v1/markets/it')).toMatchObject({ code: 'it', status: 'suspended' });
  });
});

describe('a product page', () => {
  test('shows everything in one answer', async () => {
    const page = await gateway.json('/v1/markets/fr/products/apple-iphone-13');
    expect(page).toMatchObject({
      id: ids.product,
      title: 'Apple iPhone 13',
      brand: 'Apple',
      market: 'fr',
      currency: 'EUR',
      locale: 'fr-FR',
      category: { code: 'smartphone', name: 'Smartphones', path: ['mobile', 'smartphone'] },
      servedLocales: { title: 'en', grades: 'en', 'category.name': 'en' },
      legal: { withdrawalDays: 14, guaranteeMonths: 24 },
    });
    const [variant] = page.variants;
    expect(variant).toMatchObject({
      id: ids.variant,
      title: 'Apple iPhone 13 128 Go Minuit',
      colour: { name: 'Minuit' },
    });
    expect(variant.grades.map((box: { grade: string }) => box.grade)).toEqual(['EXCELLENT', 'GOOD']);
    expect(variant.grades[0]).toMatchObject({
      price: { amount: '399.00', currency: 'EUR' },
      priorPrice: { amount: '419.00', currency: 'EUR' },
      availability: { status: 'lowStock', quantity: 2 },
      offerCount: 2,
      buyBox: {
        offerId: ids.offer,
        seller: { id: ids.seller, name: 'Atelier du Mobile (demo)', demo: true },
        reductionPercent: 4,
        warrantyMonths: 24,
      },
    });
    expect(variant.grades[1]).toMatchObject({
      buyBox: null,
      price: null,
      availability: { status: 'outOfStock', quantity: 0 },
      offerCount: 0,
    });
  });

  test('by id and by slug is the same page', async () => {
    expect(await gateway.json(`/v1/markets/fr/products/${ids.product}`)).toEqual(
      await gateway.json('/v1/markets/fr/products/apple-iphone-13'),
    );
  });

  test('speaks the language asked for and says which', async () => {
    const asked = async (query: string, acceptLanguage?: string) =>
      (
        await gateway.get(
          `/v1/markets/fr/products/apple-iphone-13${query}`,
          acceptLanguage ? { 'accept-language': acceptLanguage } : {},
        )
      ).headers.get('content-language');
    expect(await asked('')).toBe('fr-FR');
    expect(await asked('', 'en-GB,en;q=0.9')).toBe('en');
    expect(await asked('?locale=fr', 'en')).toBe('fr-FR');
    const english = await gateway.json('/v1/markets/fr/products/apple-iphone-13?locale=en');
    expect(english.servedLocales).toEqual({});
    expect(english.variants[0].title).toBe('Apple iPhone 13 128 GB Midnight');
    const nonsense = await gateway.get('/v1/markets/fr/products/apple-iphone-13?locale=not_a_tag!');
    expect(nonsense.status).toBe(400);
    expect(await nonsense.json()).toMatchObject({ errors: [{ field: 'query.locale' }] });
  });

  test('costs a cache nothing to revalidate', async () => {
    const path = '/v1/markets/fr/products/apple-iphone-13';
    const first = await gateway.get(path);
    const etag = first.headers.get('etag') as string;
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, stale-while-revalidate=5');
    expect(first.headers.get('vary')).toBe('Origin, Accept-Language');
    const again = await gateway.get(path, { 'if-none-match': `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await gateway.get(path, { 'if-none-match': etag, 'accept-language': 'en' })).status).toBe(200);
  });

  test('that does not exist is a problem naming the field', async () => {
    expect(await gateway.json('/v1/markets/fr/products/nokia-3310')).toMatchObject({
      status: 404,
      code: 'ProductNotFound',
      errors: [{ field: 'path.idOrSlug' }],
    });
  });
});

test('all offers of a variant come ranked, with what decided', async () => {
  const { items } = await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers?grade=EXCELLENT`);
  expect(items).toMatchObject([
    {
      offerId: ids.offer,
      rank: 1,
      score: '408.88',
      reasons: ['lowestLandedPrice'],
      factors: { price: '399.00', shipping: '0.00', aboveWinner: '0.00' },
    },
    {
      offerId: second.offerId,
      rank: 2,
      score: '430.40',
      reasons: ['pricierThanWinner'],
      factors: { aboveWinner: '21.00', warrantyMonths: '36' },
    },
  ]);
  expect((await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers?grade=GOOD`)).items).toEqual([]);
  expect(await gateway.json(`/v1/markets/fr/variants/${ids.offer}/offers`)).toMatchObject({
    status: 404,
    code: 'VariantNotFound',
  });
});

describe('a list', () => {
  test('is found by code, typo and storage, with facets in the market’s words', async () => {
    for (const q of ['a2633', 'iphnoe', 'iphone 13 128 go', 'minuit']) {
      const list = await gateway.json(`/v1/markets/fr/products?q=${encodeURIComponent(q)}`);
      expect([q, list.items.map((item: { slug: string }) => item.slug)]).toEqual([q, ['apple-iphone-13']]);
    }
    const { facets, total } = await gateway.json('/v1/markets/fr/products?locale=en');
    expect(total).toBe(1);
    expect(facets).toMatchObject({
      category: [{ value: 'smartphone', label: 'Smartphones', count: 1 }],
      brand: [{ value: 'Apple', label: 'Apple', count: 1 }],
      grade: [{ value: 'EXCELLENT', label: 'Excellent', count: 1 }],
      price: { min: { amount: '399.00' }, max: { amount: '399.00' } },
    });
  });

  test.each([
    ['limit=1000000000', 'query.limit'],
    ['limit=0', 'query.limit'],
    ['grade=SHINY', 'query.grade'],
    ['priceMin=1.001', 'query.priceMin'],
    ['priceMin=cheap', 'query.priceMin'],
    ['sort=random', 'query.sort'],
    ['cursor=garbage', 'query.cursor'],
    [`q=${'x'.repeat(10_000)}`, 'query.q'],
  ])('%s is refused naming the field', async (query, field) => {
    const answered = await gateway.get(`/v1/markets/fr/products?${query}`);
    expect(answered.status).toBe(400);
    expect(await answered.json()).toMatchObject({ code: 'ValidationFailed', errors: [{ field }] });
  });

  test.each(["'; DROP TABLE product; --", 'iphone & !13 | (', '%00%ff%fe', '*:*', '🙂'.repeat(60)])(
    '%s is answered, not obeyed',
    async (q) => {
      const answered = await gateway.get(
        `/v1/markets/fr/products?q=${encodeURIComponent(q)}&category=__proto__&brand=constructor`,
      );
      expect(answered.status).toBe(200);
    },
  );
});

describe('news', () => {
  test('a price change shows on page, list, facet and offers alike, with a new ETag', async () => {
    const before = (await gateway.get('/v1/markets/fr/products/apple-iphone-13')).headers.get('etag');
    await gateway.say({ kind: 'offer', state: offer('379.50', { version: 2 }) });
    await waitFor(async () => (await price()) === '379.50');
    const page = await gateway.get('/v1/markets/fr/products/apple-iphone-13');
    expect(page.headers.get('etag')).not.toBe(before);
    const { variants } = (await page.json()) as ProductPageJson;
    expect(variants[0]?.grades[0]).toMatchObject({ price: { amount: '379.50' }, priorPrice: null });
    expect((await gateway.json('/v1/markets/fr/products')).facets.price.min.amount).toBe('379.50');
    expect((await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items[0].price.amount).toBe('379.50');
  });

  test('an older version that arrives late changes nothing', async () => {
    await gateway.say({ kind: 'offer', state: offer('1.00', { version: 1 }) });
    // The next newer fact of the same key tells that the late one was read.
    await gateway.say({ kind: 'offer', state: offer('378.00', { version: 3 }) });
    await waitFor(async () => (await price()) === '378.00');
    await gateway.say(
      { kind: 'offer', state: offer('1.00', { version: 2 }) },
      { kind: 'offer', state: offer('377.00', { version: 4 }) },
    );
    await waitFor(async () => (await price()) === '377.00');
  });

  test('a message that is no fact is counted and stepped over', async () => {
    const topic = gateway.contracts.offer.topic.name;
    await gateway.produce(
      { topic, key: ids.offer, value: 'not json' },
      {
        topic,
        key: ids.offer,
        value: JSON.stringify({
          ...JSON.parse(String(record(gateway.contracts.offer as never, offer('5.00', { version: 5 }) as never).value)),
          data: { offerId: 'x' },
        }),
      },
      record(gateway.contracts.offer as never, offer('6.00', { version: 7 }) as never, 'us'),
      record(gateway.contracts.offer as never, offer('376.00', { version: 6 }) as never),
    );
    await waitFor(async () => (await price()) === '376.00');
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toMatch(/read_model_skipped_total\{.*reason="NotJson".*\} 1/);
    expect(metrics).toMatch(/read_model_skipped_total\{.*reason="BrokenContract".*\} 1/);
    expect(metrics).toMatch(/read_model_skipped_total\{.*reason="WrongRegion".*\} 1/);
  });

  test('a suspended seller’s offers are gone, and back when reinstated', async () => {
    await gateway.say({ kind: 'seller', state: seller({ version: 2, status: 'suspended' }) });
    await waitFor(async () => (await gateway.json('/v1/markets/fr/products')).total === 0);
    expect((await gateway.json('/v1/markets/fr/products/apple-iphone-13')).variants[0].grades[0].buyBox).toBeNull();
    await gateway.say({ kind: 'seller', state: seller({ version: 3 }) });
    await waitFor(async () => (await price()) === '376.00');
  });

  test('a market goes live without a restart', async () => {
    await gateway.say({ kind: 'market', state: market('pt', { version: 2, status: 'live' }) });
    await waitFor(async () => (await gateway.get('/v1/markets/pt/products')).status === 200);
  });

  test('a tombstone takes the offer off sale', async () => {
    await gateway.produce({ topic: gateway.contracts.offer.topic.name, key: second.offerId, value: null });
    await waitFor(async () => (await gateway.json(`/v1/markets/fr/variants/${ids.variant}/offers`)).items.length === 1);
  });
});
