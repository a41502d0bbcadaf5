import type { ProductState } from '@reprise/contracts/events';
import {
  catalogMarketTopic,
  catalogProductTopic,
  facts,
  marketChangedV1,
  productChangedV1,
  productRecordSchema,
} from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { ensureTopics, FactConsumer } from '@reprise/platform/messaging';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase, rawProduce, testBrokers, testTopics, waitFor } from '@reprise/platform/testing';
import { ImportProducts } from '../src/application/import-products.js';
import { TransitionMarket } from '../src/application/transition-market.js';
import { hearCopies } from '../src/inbound/kafka/hear-copies.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-copies.js';
import { catalogMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresProductBook } from '../src/outbound/postgres/postgres-product-book.js';

const own = testTopics([catalogMarketTopic, catalogProductTopic]);
const contracts = { market: own.on(marketChangedV1), product: own.on(productChangedV1) };
let database: Database;
let drop: () => Promise<void>;
let consumer: FactConsumer;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: catalogMigrations });
  database = test.database;
  drop = () => test.drop();
  await ensureTopics(testBrokers(), own.topics, { region: 'us' });
  consumer = new FactConsumer({
    groupId: own.named('catalog'),
    brokers: testBrokers(),
    database,
    region: 'us',
    hearings: hearCopies(
      { region: 'us', writerRegion: 'eu' },
      { markets: adoptMarkets, products: adoptProducts },
      contracts,
    ),
    knownFacts: facts,
  });
  await consumer.start();
}, 60_000);
afterAll(async () => {
  await consumer.stop();
  await drop();
});

/** A fact as the mirror brings it from the writer. */
const mirrored = (contract: { type: string; topic: { name: string } }, key: string, version: number, data: object) => ({
  topic: `eu.${contract.topic.name}`,
  key,
  value: JSON.stringify({
    id: newId(),
    type: contract.type,
    v: 1,
    occurredAt: '2026-11-24T10:00:00.000Z',
    region: 'eu',
    key,
    version,
    data: { ...data, version },
  }),
});
const state = (change: Partial<ProductState> = {}): ProductState => {
  const productId = newId();
  const variants = productChangedV1.example.variants.map((variant) => ({
    ...variant,
    variantId: newId(),
    canonicalKey: `{"of":"${productId}"}`,
  }));
  return { ...productChangedV1.example, productId, slug: `phone-${productId}`, variants, ...change };
};
const heard = (...states: ProductState[]) =>
  rawProduce(
    testBrokers(),
    states.map((one) => mirrored(contracts.product, one.productId, one.version, one)),
  );
const rowOf = async (productId: string) =>
  (
    await database.query<{ version: number; slug: string; model: string }>(
      `SELECT version, slug, document->>'model' AS model FROM product WHERE product_id = $1`,
      [productId],
    )
  )[0];

test('a mirrored product that comes late or twice leaves the newest version', async () => {
  const phone = state();
  const later = state();
  await heard({ ...phone, version: 3, model: 'Third' }, { ...phone, version: 2, model: 'Second' });
  await heard({ ...phone, version: 3, model: 'Third' }, later);
  await waitFor(() => rowOf(later.productId));
  await waitFor(async () => (await rowOf(phone.productId))?.version === 3);
  expect(await rowOf(phone.productId)).toEqual({ version: 3, slug: phone.slug, model: 'Third' });
});

test('an address that changed hands is kept whichever of the two facts is heard first', async () => {
  const old = state();
  const heir = state({ slug: old.slug });
  await heard({ ...old, version: 1 }, { ...heir, version: 1 });
  await heard({ ...old, version: 2, slug: `${old.slug}-moved` });
  await waitFor(async () => (await rowOf(old.productId))?.version === 2);
  await waitFor(() => rowOf(heir.productId));
  expect((await rowOf(heir.productId))?.slug).toBe(old.slug);
  expect((await rowOf(old.productId))?.slug).toBe(`${old.slug}-moved`);
  expect(await database.query('SELECT 1 FROM dead_letter')).toEqual([]);
});

test('a region that kept copies goes on from their versions when it becomes the writer', async () => {
  const phone = state({ version: 9 });
  await rawProduce(testBrokers(), [
    mirrored(contracts.product, phone.productId, 9, phone),
    mirrored(contracts.market, 'fr', 4, { ...marketChangedV1.example, status: 'live' }),
  ]);
  await waitFor(() => rowOf(phone.productId));
  await waitFor(async () => (await database.query("SELECT 1 FROM market WHERE code = 'fr'")).length === 1);

  const place = { region: 'us', writerRegion: 'us' };
  const record = productRecordSchema.strip().parse({ ...phone, model: 'From the new writer' });
  async function* lines() {
    yield { line: 1, product: record };
  }
  await new ImportProducts(new PostgresProductBook(database), place).run(lines());
  const moved = await new TransitionMarket(new PostgresMarketBook(database), place).run(
    'fr',
    { to: 'suspended', reason: 'the other region is gone' },
    { actor: 'operator-1' },
  );

  expect(await rowOf(phone.productId)).toMatchObject({ version: 10, model: 'From the new writer' });
  expect(moved).toMatchObject({ changed: true, market: { version: 5, status: 'suspended' } });
  const said = await database.query<{ key: string; version: number }>(
    "SELECT key, (envelope->>'version')::int AS version FROM outbox ORDER BY id",
  );
  expect(said).toEqual([
    { key: phone.productId, version: 10 },
    { key: 'fr', version: 5 },
  ]);
});

test('a copy heard says nothing itself, and the writer hears nobody', async () => {
  const phone = state();
  await heard(phone);
  await waitFor(() => rowOf(phone.productId));
  expect(await database.query('SELECT 1 FROM outbox WHERE key = $1', [phone.productId])).toEqual([]);
  expect(hearCopies({ region: 'eu', writerRegion: 'eu' }, { markets: adoptMarkets, products: adoptProducts })).toEqual(
    [],
  );
});
