import type { FactContract } from '@reprise/contracts/events';
import { idFromName, mustBeId } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import type { StateKind, States } from '../src/application/ports.js';
import { market, offer, product, record, seller, stock } from './shop.js';
import { TestGateway } from './start-gateway.js';

const PRODUCTS = 12_000;
const OFFERS = 50_000;
/** Records a send: a partition's share stays below the broker's 1 MB. */
const SEND = 1_200;
const codes = ['fr', 'de', 'es', 'it', 'be', 'nl', 'at', 'pt'];
const brands = ['Apple', 'Samsung', 'Xiaomi', 'Google', 'Nokia', 'Huawei', 'Sony', 'Motorola', 'Oppo', 'OnePlus'];
const namespace = mustBeId('0199d3a0-0000-5000-8000-000000000020');
const idOf = (name: string): string => idFromName(namespace, name);

const gateway = new TestGateway({ checkAnswers: false });

beforeAll(async () => {
  await gateway.createTopics();
  await gateway.say(...codes.map((code) => ({ kind: 'market' as const, state: market(code) })));
  await gateway.say(
    ...Array.from({ length: 20 }, (_, i) => ({ kind: 'seller' as const, state: seller({ sellerId: idOf(`s${i}`) }) })),
  );
  await sayMany('product', PRODUCTS, productOf);
  await sayMany('offer', OFFERS, offerOf);
  await sayMany('stock', OFFERS, (i) => stock(1 + (i % 9), { offerId: idOf(`o${i}`) }));
}, 180_000);

afterAll(async () => {
  await gateway.stop();
  gateway.remove();
}, 60_000);

async function sayMany<Kind extends StateKind>(
  kind: Kind,
  count: number,
  stateOf: (i: number) => States[Kind],
): Promise<void> {
  const contract = gateway.contracts[kind] as FactContract<{ version: number }>;
  for (let from = 0; from < count; from += SEND)
    await gateway.produce(
      ...Array.from({ length: Math.min(SEND, count - from) }, (_, i) => record(contract, stateOf(from + i))),
    );
}

function productOf(i: number): States['product'] {
  const brand = brands[i % brands.length] as string;
  const model = `Model ${String.fromCharCode(65 + (i % 26))}${i}`;
  return product({
    productId: idOf(`p${i}`),
    slug: `product-${i}`,
    brand,
    model,
    names: { en: `${brand} ${model}` },
    modelCodes: [`XQ-${i}B`, `XQ-${i}U`],
    variants: [64, 128, 256].map((storageGb) => ({
      variantId: idOf(`v${i}/${storageGb}`),
      canonicalKey: JSON.stringify({ brand, model, storageGb }),
      storageGb,
      mpns: [`M${i}X${storageGb}`],
      gtins: [],
      assumed: true,
    })),
  });
}

function offerOf(i: number): States['offer'] {
  const productNumber = (i * 7) % PRODUCTS;
  return offer('0', {
    offerId: idOf(`o${i}`),
    sellerId: idOf(`s${i % 20}`),
    productId: idOf(`p${productNumber}`),
    variantId: idOf(`v${productNumber}/${[64, 128, 256][i % 3]}`),
    grade: i % 2 === 0 ? 'EXCELLENT' : 'GOOD',
    prices: codes.map((code) => ({ market: code, price: { amount: `${100 + ((i * 13) % 900)}.00`, currency: 'EUR' } })),
  });
}

/** What each product must cost at least, cheapest first, worked out from the offers themselves. */
function lowestPrices(): number[] {
  const lowest = new Map<string, number>();
  for (let i = 0; i < OFFERS; i++) {
    const { productId, prices } = offerOf(i);
    lowest.set(productId, Math.min(lowest.get(productId) ?? Infinity, Number(prices[0]?.price.amount)));
  }
  return [...lowest.values()].sort((a, b) => a - b);
}

test(`${PRODUCTS} products and ${OFFERS} offers in ${codes.length} markets are folded, listed and found`, async () => {
  const before = process.memoryUsage.rss();
  const startedAt = performance.now();
  await gateway.start({}, { filled: false });
  await waitFor(() => gateway.gateway.model.isFilled, { timeoutMs: 150_000, everyMs: 50 });
  const seconds = (performance.now() - startedAt) / 1_000;
  const megabytes = (process.memoryUsage.rss() - before) / 1e6;
  process.stdout.write(`folded in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB more resident memory\n`);

  // Every product the offers name has one, because 7 and 12,000 share no factor.
  const list = await gateway.json('/v1/markets/pt/products?sort=price&limit=100');
  expect(list.total).toBe(PRODUCTS);
  expect(list.facets.price).toMatchObject({
    min: { amount: '100.00', currency: 'EUR' },
    max: { amount: expect.any(String), currency: 'EUR' },
  });
  expect(list.facets.price.ranges.reduce((sum: number, range: { count: number }) => sum + range.count, 0)).toBe(
    PRODUCTS,
  );
  expect(list.items.map((item: { price: { amount: string } }) => Number(item.price.amount))).toEqual(
    lowestPrices().slice(0, 100),
  );
  expect(list.facets.brand.map((bucket: { count: number }) => bucket.count)).toEqual(
    brands.map(() => PRODUCTS / brands.length),
  );
  const [found] = (await gateway.json('/v1/markets/at/products?q=XQ-11999B')).items;
  expect(found.slug).toBe('product-11999');
}, 180_000);

test('cursors walk the whole list, every product once', async () => {
  const seen = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await gateway.json(
      `/v1/markets/fr/products?sort=-price&limit=100${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    for (const { id } of page.items) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen.size).toBe(PRODUCTS);
}, 60_000);

test('a price fact shows within a second among fifty thousand', async () => {
  const cheap = offerOf(1);
  await gateway.say({
    kind: 'offer',
    state: {
      ...cheap,
      version: 2,
      prices: cheap.prices.map((each) => ({ ...each, price: { amount: '9.00', currency: 'EUR' } })),
    },
  });
  const startedAt = performance.now();
  await waitFor(
    async () => (await gateway.json('/v1/markets/fr/products?sort=price&limit=1')).items[0].price.amount === '9.00',
    { everyMs: 2 },
  );
  process.stdout.write(`seen ${Math.round(performance.now() - startedAt)} ms after the broker acknowledged it\n`);
  const { variants } = await gateway.json(`/v1/markets/fr/products/${cheap.productId}`);
  const box = variants
    .find((variant: { id: string }) => variant.id === cheap.variantId)
    .grades.find((grade: { grade: string }) => grade.grade === cheap.grade);
  expect(box.price).toEqual({ amount: '9.00', currency: 'EUR' });
}, 30_000);
