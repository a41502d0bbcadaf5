import { market, offer, product, seller, stock } from './shop.js';
import { TestGateway } from './start-gateway.js';

// One fact said on Kafka, and every answer that shows what it says asked for all the while: each must show it soon, and from the moment one
// of them does none may still show what was before.
const gateway = new TestGateway();

const other = {
  product: '0199d3a0-0000-5000-8000-0000000000c0',
  variant: '0199d3a0-0000-5000-8000-0000000000c1',
  offer: '0199d3a0-0000-7000-8000-0000000000c2',
  seller: '0199d3a0-0000-7000-8000-0000000000c3',
};
const [firstVariant] = product().variants;

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(
    { kind: 'market', state: market('fr') },
    { kind: 'market', state: market('be') },
    { kind: 'product', state: product() },
    {
      kind: 'product',
      state: product({
        productId: other.product,
        slug: 'samsung-galaxy-s22',
        brand: 'Samsung',
        model: 'Galaxy S22',
        names: { en: 'Samsung Galaxy S22' },
        aliases: [],
        modelCodes: [],
        variants: [{ ...firstVariant, variantId: other.variant, mpns: [], gtins: [] } as never],
      }),
    },
    { kind: 'seller', state: seller() },
    { kind: 'seller', state: seller({ sellerId: other.seller, name: 'Another' }) },
    { kind: 'offer', state: offer('399.00', inBoth('399.00')) },
    {
      kind: 'offer',
      state: offer('250.00', {
        offerId: other.offer,
        sellerId: other.seller,
        productId: other.product,
        variantId: other.variant,
      }),
    },
    { kind: 'stock', state: stock(5) },
    { kind: 'stock', state: stock(5, { offerId: other.offer }) },
  );
  await gateway.start();
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
});

function inBoth(amount: string): Pick<ReturnType<typeof offer>, 'prices'> {
  return { prices: ['fr', 'be'].map((code) => ({ market: code, price: { amount, currency: 'EUR' } })) };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are what the test is about to look into
type Json = any;
/** What each answer shows of the thing that changes. */
type Views = Readonly<Record<string, readonly [path: string, shown: (answer: Json) => unknown]>>;

const products = '/v1/markets/fr/products';
const page = `${products}/apple-iphone-13`;
const offers = `/v1/markets/fr/variants/${offer('1.00').variantId}/offers`;

/** Says a fact and asks every view until all show what is expected. Answers how long that took, in milliseconds. */
async function everywhere(views: Views, said: () => Promise<void>, expected: Record<string, unknown>): Promise<number> {
  const names = Object.keys(views);
  const isNew = (name: string, shown: unknown): boolean => JSON.stringify(shown) === JSON.stringify(expected[name]);
  const firstNew = new Map<string, number>();
  const old: { readonly name: string; readonly askedAt: number; readonly shown: unknown }[] = [];
  const ask = async (name: string): Promise<void> => {
    const [path, show] = views[name] as Views[string];
    const askedAt = performance.now();
    const shown = show(await gateway.json(path));
    if (!isNew(name, shown)) old.push({ name, askedAt, shown });
    else if (!firstNew.has(name)) firstNew.set(name, performance.now());
  };
  await Promise.all(names.map(ask));
  expect([...firstNew.keys()]).toEqual([]);

  let acknowledgedAt = 0;
  const saying = said().then(() => (acknowledgedAt = performance.now()));
  // A few rounds more than needed: what was new must stay so.
  for (let rounds = 3; rounds > 0 && (acknowledgedAt === 0 || performance.now() - acknowledgedAt < 10_000);) {
    await Promise.all(names.map(ask));
    if (firstNew.size === names.length) rounds--;
  }
  await saying;
  expect(
    Object.fromEntries(old.filter(({ name }) => !firstNew.has(name)).map(({ name, shown }) => [name, shown])),
  ).toEqual({});
  const newFrom = Math.min(...firstNew.values());
  expect(old.filter(({ askedAt }) => askedAt > newFrom)).toEqual([]);
  return Math.max(0, Math.max(...firstNew.values()) - acknowledgedAt);
}

/** A second to show is what shoppers are promised; a machine with other work gets some more. */
const SOON_MS = 3_000;

test('a price', async () => {
  const ms = await everywhere(
    {
      page: [page, ({ variants }) => variants[0].grades[0].price.amount],
      from: [page, ({ offers: { from } }) => from.amount],
      list: [products, ({ items }) => items.find(isIphone).price.amount],
      facet: [products, ({ facets }) => facets.price.max.amount],
      filter: [`${products}?priceMin=360`, ({ total }) => total],
      order: [`${products}?sort=price`, ({ items }) => items.map(({ slug }: Json) => slug)[0]],
      search: [`${products}?q=iphone+13`, ({ items }) => items[0].price.amount],
      ranked: [offers, ({ items }) => items[0].price.amount],
      structured: [`${page}/structured-data`, (data) => /"price":"?199/.test(JSON.stringify(data))],
    },
    () => gateway.say({ kind: 'offer', state: offer('199.00', { version: 2, ...inBoth('199.00') }) }),
    {
      page: '199.00',
      from: '199.00',
      list: '199.00',
      facet: '250.00',
      filter: 0,
      order: 'apple-iphone-13',
      search: '199.00',
      ranked: '199.00',
      structured: true,
    },
  );
  expect(ms).toBeLessThan(SOON_MS);
}, 30_000);

/** Whether the iPhone can be bought, as every answer shows it. */
const onSale: Views = {
  page: [page, ({ variants }) => variants[0].grades[0].availability.status === 'outOfStock'],
  count: [page, ({ offers: { count } }) => count],
  list: [products, ({ total }) => total],
  facet: [products, ({ facets }) => facets.brand.map(({ value }: Json) => value)],
  search: [`${products}?q=iphone+13`, ({ items }) => items.length],
  ranked: [offers, ({ items }) => items.length],
  structured: [`${page}/structured-data`, (data) => JSON.stringify(data).includes('InStock')],
};
const gone = { page: true, count: 0, list: 1, facet: ['Samsung'], search: 0, ranked: 0, structured: false };
const back = { page: false, count: 1, list: 2, facet: ['Apple', 'Samsung'], search: 1, ranked: 1, structured: true };

test('the last one sold, and stock that comes back', async () => {
  const says = (available: number, version: number) => () =>
    gateway.say({ kind: 'stock', state: stock(available, { version }) });
  expect(await everywhere(onSale, says(0, 2), gone)).toBeLessThan(SOON_MS);
  expect(await everywhere(onSale, says(4, 3), back)).toBeLessThan(SOON_MS);
}, 30_000);

test('a seller suspended, and reinstated', async () => {
  const says = (status: 'active' | 'suspended', version: number) => () =>
    gateway.say({ kind: 'seller', state: seller({ status, version }) });
  expect(await everywhere(onSale, says('suspended', 2), gone)).toBeLessThan(SOON_MS);
  expect(await everywhere(onSale, says('active', 3), back)).toBeLessThan(SOON_MS);
}, 30_000);

test('a translation', async () => {
  const names = { ...product().names, fr: 'Téléphone Pomme Treize' };
  const ms = await everywhere(
    {
      page: [page, ({ title }) => title],
      variant: [page, ({ variants }) => variants[0].title.startsWith('Téléphone Pomme Treize')],
      list: [products, ({ items }) => items.find(isIphone).title],
      search: [`${products}?q=pomme+treize`, ({ items }) => items.map(({ slug }: Json) => slug)],
      structured: [`${page}/structured-data`, (data) => JSON.stringify(data).includes('Téléphone Pomme Treize')],
    },
    () => gateway.say({ kind: 'product', state: product({ version: 2, names }) }),
    {
      page: names.fr,
      variant: true,
      list: names.fr,
      search: ['apple-iphone-13'],
      structured: true,
    },
  );
  expect(ms).toBeLessThan(SOON_MS);
}, 30_000);

/** Whether the iPhone is in the shop at all. */
const inShop: Views = {
  page: [page, ({ status = 200 }) => status],
  list: [`${products}?includeUnavailable=true`, ({ total }) => total],
  facet: [products, ({ facets }) => facets.brand.map(({ value }: Json) => value)],
  search: [`${products}?q=iphone+13&includeUnavailable=true`, ({ items }) => items.some(isIphone)],
  ranked: [offers, ({ items, status = items.length }) => status],
  structured: [`${page}/structured-data`, ({ status = 200 }) => status],
};
const absent = { page: 404, list: 1, facet: ['Samsung'], search: false, ranked: 404, structured: 404 };
const present = { page: 200, list: 2, facet: ['Apple', 'Samsung'], search: true, ranked: 1, structured: 200 };

test('a product archived, and published again', async () => {
  const says = (status: 'archived' | 'published', version: number) => () =>
    gateway.say({ kind: 'product', state: product({ status, version }) });
  expect(await everywhere(inShop, says('archived', 3), absent)).toBeLessThan(SOON_MS);
  expect(await everywhere(inShop, says('published', 4), present)).toBeLessThan(SOON_MS);
}, 30_000);

test('a product withdrawn from one market is gone there, and stays in another', async () => {
  const publication = [{ market: 'fr', to: '2026-01-01T00:00:00Z' }];
  const says = () => gateway.say({ kind: 'product', state: product({ version: 5, publication }) });
  // The variant is still somewhere’s, so its offers here are none and not an error.
  expect(await everywhere(inShop, says, { ...absent, ranked: 0 })).toBeLessThan(SOON_MS);
  expect((await gateway.json('/v1/markets/be/products')).total).toBe(1);
  expect((await gateway.get('/v1/markets/be/products/apple-iphone-13')).status).toBe(200);
}, 30_000);

test('a date of publication that comes, with nothing said then', async () => {
  const from = new Date(Date.now() + 1_500).toISOString();
  const publication = [{ market: 'fr', from }];
  const says = async () => {
    await gateway.say({ kind: 'product', state: product({ version: 6, publication }) });
    await new Promise((resolve) => setTimeout(resolve, Date.parse(from) - Date.now()));
  };
  expect(await everywhere(inShop, says, present)).toBeLessThan(SOON_MS);
}, 30_000);

function isIphone({ slug }: Json): boolean {
  return slug === 'apple-iphone-13';
}
