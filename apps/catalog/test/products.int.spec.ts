import type { ProductRecord } from '@reprise/contracts/events';
import { productChangedV1, productRecordSchema } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { ImportProducts } from '../src/application/import-products.js';
import { catalogMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresProductBook } from '../src/outbound/postgres/postgres-product-book.js';

let database: Database;
let drop: () => Promise<void>;
let imports: ImportProducts<ProductRecord>;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: catalogMigrations });
  database = test.database;
  drop = () => test.drop();
  imports = new ImportProducts(new PostgresProductBook(database), { region: 'eu', writerRegion: 'eu' });
});
afterAll(() => drop());

const example = productRecordSchema.strip().parse(productChangedV1.example);
const product = (change: Partial<ProductRecord> = {}): ProductRecord => {
  const productId = newId();
  const variants = example.variants.map((variant) => ({
    ...variant,
    variantId: newId(),
    canonicalKey: `{"of":"${productId}"}`,
  }));
  return { ...example, productId, slug: `phone-${productId}`, variants, ...change };
};
async function* lines(products: readonly ProductRecord[]) {
  yield* products.map((one, at) => ({ line: at + 1, product: one }));
}
const importing = (...products: ProductRecord[]) => imports.run(lines(products));
const rowOf = async ({ productId }: ProductRecord) =>
  (
    await database.query<{ version: number; document: unknown }>(
      'SELECT version, document FROM product WHERE product_id = $1',
      [productId],
    )
  )[0];
const saidOf = async ({ productId }: ProductRecord) => {
  const rows = await database.query<{ envelope: { version: number; data: { version: number; model: string } } }>(
    'SELECT envelope FROM outbox WHERE key = $1 ORDER BY id',
    [productId],
  );
  return rows.map(({ envelope }) => [envelope.version, envelope.data.version, envelope.data.model]);
};

test('a product imported twice is one row at version 1 and one fact', async () => {
  const phone = product();
  expect(await importing(phone)).toMatchObject({ created: 1 });
  expect(await importing(phone)).toEqual({ received: 1, created: 0, updated: 0, unchanged: 1, rejected: [] });
  expect(await rowOf(phone)).toEqual({ version: 1, document: phone });
  expect(await saidOf(phone)).toEqual([[1, 1, phone.model]]);
});

test('a changed product goes one version on and says so once', async () => {
  const phone = product();
  await importing(phone);
  expect(await importing({ ...phone, model: 'Renamed' })).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
  expect(await rowOf(phone)).toMatchObject({ version: 2 });
  expect(await saidOf(phone)).toEqual([
    [1, 1, phone.model],
    [2, 2, 'Renamed'],
  ]);
});

test('the keys of a product in another order are no change', async () => {
  const phone = product();
  await importing(phone);
  const shuffled = Object.fromEntries(Object.entries(phone).reverse()) as ProductRecord;
  expect(await importing(shuffled)).toMatchObject({ unchanged: 1 });
});

test('of two products that claim one address at once, one gets it and the other is refused', async () => {
  const [one, two] = [product(), product()];
  const claims = [one, { ...two, slug: one.slug }];
  const answers = await Promise.all(claims.map((claim) => importing(claim)));
  expect(answers.flatMap((answer) => ('rejected' in answer ? answer.rejected.map(({ code }) => code) : []))).toEqual([
    'SlugTaken',
  ]);
  const rows = await database.query('SELECT 1 FROM product WHERE slug = $1', [one.slug]);
  expect(rows.length).toBe(1);
});

test('a variant its product no longer lists is still not free for another', async () => {
  const phone = product();
  await importing(phone);
  await importing({ ...phone, variants: product().variants });
  const thief = product({ variants: phone.variants });
  expect(await importing(thief)).toMatchObject({
    created: 0,
    rejected: [{ field: 'variants[0].variantId', code: 'VariantTaken' }],
  });
  expect(await rowOf(thief)).toBeUndefined();
  expect(await saidOf(thief)).toEqual([]);
});

test('eight imports of the same thousand products at once create each once and say each once', async () => {
  const thousand = Array.from({ length: 1000 }, () => product());
  const answers = await Promise.all(Array.from({ length: 8 }, () => importing(...thousand)));
  const created = answers.reduce((sum, answer) => sum + ('created' in answer ? answer.created : 0), 0);
  expect(created).toBe(1000);
  const [said] = await database.query<{ count: string }>('SELECT count(*) FROM outbox WHERE key = ANY($1::text[])', [
    thousand.map(({ productId }) => productId),
  ]);
  expect(said?.count).toBe('1000');
});

test('a product that breaks the contract of its fact leaves neither row nor fact, nor do those stored with it', async () => {
  const [sound, broken] = [product(), product({ modelCodes: [''] })];
  await expect(importing(sound, broken)).rejects.toThrow();
  expect(await rowOf(sound)).toBeUndefined();
  expect(await saidOf(sound)).toEqual([]);
});
