import type { ProductRecord, ProductState } from '@reprise/contracts/events';
import { productChangedV1, productRecordSchema } from '@reprise/contracts/events';
import { canonicalJson, isRejection, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { CurateProducts } from '../src/application/curate-products.js';
import { ImportProducts } from '../src/application/import-products.js';
import { catalogMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresProductBook } from '../src/outbound/postgres/postgres-product-book.js';

let database: Database;
let drop: () => Promise<void>;
let imports: ImportProducts<ProductRecord>;
let curate: CurateProducts<ProductRecord>;
const why = { actor: 'ops-1', reason: 'the same phone twice' };

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: catalogMigrations });
  database = test.database;
  drop = () => test.drop();
  const place = { region: 'eu', writerRegion: 'eu' };
  const book = new PostgresProductBook(database);
  imports = new ImportProducts(book, place);
  curate = new CurateProducts(book, place);
  await database.query(
    "INSERT INTO market (code, version, status, definition) VALUES ('fr', 1, 'live', '{}'), ('de', 1, 'live', '{}')",
  );
});
afterAll(() => drop());

const example = productRecordSchema.strip().parse(productChangedV1.example);
/** A phone with a variant for each storage size. */
function phone(model: string, ...sizes: number[]): ProductRecord {
  const productId = newId();
  const unique = `${model} ${productId}`;
  const variants = sizes.map((storageGb) => ({
    ...(example.variants[0] as ProductRecord['variants'][number]),
    variantId: newId(),
    storageGb,
    canonicalKey: canonicalJson({ brand: 'apple', model: unique, storageGb }),
    mpns: [`${unique}-${storageGb}`],
  }));
  return { ...example, productId, model: unique, slug: `phone-${productId}`, variants };
}
const importing = async (...products: ProductRecord[]) => {
  async function* lines() {
    yield* products.map((product, at) => ({ line: at + 1, product }));
  }
  const summary = await imports.run(lines());
  if (isRejection(summary)) throw new Error(summary.message);
  return summary;
};
const lastSaid = async (productId: string): Promise<ProductState> => {
  const rows = await database.query<{ envelope: { data: ProductState } }>(
    'SELECT envelope FROM outbox WHERE key = $1 ORDER BY id DESC LIMIT 1',
    [productId],
  );
  return rows[0]?.envelope.data as ProductState;
};
const withoutVersion = ({ version: _version, ...rest }: ProductState) => rest;

test('a merge says both products, is kept with who and why, and importing the duplicate again does not undo it', async () => {
  const [kept, duplicate] = [phone('kept', 128, 256), phone('duplicate', 64, 128)];
  await importing(kept, duplicate);
  expect(await curate.merge(duplicate.productId, kept.productId, why)).toMatchObject({ changed: true });

  expect(await lastSaid(duplicate.productId)).toMatchObject({
    status: 'archived',
    mergedInto: kept.productId,
    version: 2,
  });
  const merged = await lastSaid(kept.productId);
  expect(merged).toMatchObject({ formerIds: [duplicate.productId], formerSlugs: [duplicate.slug], version: 2 });
  expect(merged.variants.map(({ storageGb, formerIds }) => [storageGb, formerIds])).toEqual([
    [128, [duplicate.variants[1]?.variantId]],
    [256, undefined],
    [64, undefined],
  ]);

  expect(await importing(duplicate)).toMatchObject({ unchanged: 1, rejected: [] });
  expect(await importing({ ...duplicate, modelCodes: ['NEW-CODE'] })).toMatchObject({ updated: 1 });
  expect(await lastSaid(duplicate.productId)).toMatchObject({ status: 'archived', mergedInto: kept.productId });
  expect((await lastSaid(kept.productId)).modelCodes).toContain('NEW-CODE');

  expect(await curate.merge(duplicate.productId, kept.productId, why)).toMatchObject({ changed: false });
  const changes = await database.query(
    'SELECT action, actor, reason, detail FROM product_change WHERE product_id = $1',
    [duplicate.productId],
  );
  expect(changes).toEqual([
    { action: 'merged', actor: 'ops-1', reason: 'the same phone twice', detail: { into: kept.productId } },
  ]);
});

test('splitting off what was merged says both products as they stood before the merge', async () => {
  const [kept, duplicate] = [phone('kept', 128), phone('duplicate', 128, 512)];
  await importing(kept, duplicate);
  const before = [withoutVersion(await lastSaid(kept.productId)), withoutVersion(await lastSaid(duplicate.productId))];
  await curate.merge(duplicate.productId, kept.productId, why);
  const variantIds = duplicate.variants.map(({ variantId }) => variantId);
  const split = await curate.split(kept.productId, variantIds, undefined, why);
  expect(split).toMatchObject({ changed: true, product: { stated: { productId: duplicate.productId } } });
  const after = [withoutVersion(await lastSaid(kept.productId)), withoutVersion(await lastSaid(duplicate.productId))];
  expect(after).toEqual(before);
});

test('variants split off are a new product’s, and stay so when the old one is imported again', async () => {
  const both = phone('two in one', 128, 256);
  await importing(both);
  const [small, large] = both.variants as [ProductRecord['variants'][number], ProductRecord['variants'][number]];
  const fresh = { productId: newId(), model: 'the large one', slug: `large-${newId()}`, names: { en: 'Large' } };
  expect(await curate.split(both.productId, [large.variantId], fresh, why)).toMatchObject({ changed: true });
  expect((await lastSaid(both.productId)).variants.map(({ variantId }) => variantId)).toEqual([small.variantId]);
  expect(await lastSaid(fresh.productId)).toMatchObject({ slug: fresh.slug, variants: [large] });

  const again = { ...both, aliases: ['said anew'] };
  expect(await importing(again)).toMatchObject({ updated: 1, rejected: [] });
  expect((await lastSaid(both.productId)).variants.map(({ variantId }) => variantId)).toEqual([small.variantId]);

  const taken = await curate.split(both.productId, [small.variantId], { ...fresh, productId: newId() }, why);
  expect(taken).toMatchObject({ code: 'catalog.split_leaves_nothing' });
});

test('a new address keeps the old one leading here, and nobody else gets it', async () => {
  const [moved, thief] = [phone('moved', 128), phone('thief', 128)];
  await importing(moved);
  const slug = `${moved.slug}-anew`;
  await importing({ ...moved, slug });
  expect(await lastSaid(moved.productId)).toMatchObject({ slug, formerSlugs: [moved.slug] });
  expect(await importing({ ...thief, slug: moved.slug })).toMatchObject({ rejected: [{ code: 'SlugTaken' }] });
  await importing(moved);
  expect(await lastSaid(moved.productId)).toMatchObject({ slug: moved.slug, formerSlugs: [slug] });
});

test('one device under two ids is refused by its key', async () => {
  const first = phone('first', 128);
  await importing(first);
  const second = phone('second', 128);
  const key = first.variants[0]?.canonicalKey ?? '';
  const variants = second.variants.map((variant) => ({ ...variant, canonicalKey: key }));
  expect(await importing({ ...second, variants })).toMatchObject({
    rejected: [{ code: 'VariantTaken', field: 'variants[0].canonicalKey' }],
  });
});

test('dates of publication are said with the product, survive an import, and are refused for markets that are none', async () => {
  const dated = phone('dated', 128);
  await importing(dated);
  const windows = [{ market: 'fr', from: '2026-12-01T00:00:00Z' }];
  expect(await curate.publish(dated.productId, windows, why)).toMatchObject({ changed: true });
  expect(await curate.publish(dated.productId, windows, why)).toMatchObject({ changed: false });
  await importing({ ...dated, aliases: ['x'] });
  expect((await lastSaid(dated.productId)).publication).toEqual(windows);
  expect(await curate.publish(dated.productId, [{ market: 'xx' }], why)).toMatchObject({
    code: 'catalog.market_not_found',
    field: 'markets[0].market',
  });
});

test('two merges of one duplicate at once: one is done, the other is told where it went', async () => {
  const [a, b, duplicate] = [phone('a', 128), phone('b', 128), phone('duplicate', 128)];
  await importing(a, b, duplicate);
  const answers = await Promise.all([a, b].map(({ productId }) => curate.merge(duplicate.productId, productId, why)));
  expect(answers.filter((answer) => isRejection(answer))).toMatchObject([{ code: 'catalog.product_merged' }]);
});
