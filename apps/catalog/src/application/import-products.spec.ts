import type { Product } from '../domain/product.js';
import type { ImportLine } from './import-products.js';
import type { ProductBook } from './ports.js';
import { ImportProducts } from './import-products.js';

const product = (n: number, slug = `product-${n}`): Product => ({
  productId: `p${n}`,
  slug,
  category: 'other',
  categoryPath: ['other'],
  variants: [{ variantId: `v${n}`, canonicalKey: String(n) }],
});

/** Products in memory, with the size of each batch that was stored. */
class Shelf implements ProductBook<Product> {
  readonly stored = new Map<string, Product>();
  readonly batches: number[] = [];

  change: ProductBook<Product>['change'] = (work) =>
    work({
      ownersOf: async () => ({
        bySlug: new Map([...this.stored.values()].map(({ slug, productId }) => [slug, productId])),
        byVariant: new Map(),
      }),
      phraseRules: async () => [],
      save: async (products) => {
        this.batches.push(products.length);
        const fresh = products.filter(({ productId }) => !this.stored.has(productId));
        const changed = products.filter(
          (one) => this.stored.has(one.productId) && this.stored.get(one.productId)?.slug !== one.slug,
        );
        for (const one of products) this.stored.set(one.productId, one);
        return { created: fresh.length, updated: changed.length };
      },
    });
}

async function* lines(...products: Product[]): AsyncGenerator<ImportLine<Product>> {
  yield* products.map((one, at) => ({ line: at + 1, product: one }));
}
const many = (count: number) => Array.from({ length: count }, (_, n) => product(n));
const writer = { region: 'eu', writerRegion: 'eu' };

test('1,201 products are stored in batches of 500', async () => {
  const shelf = new Shelf();
  const summary = await new ImportProducts(shelf, writer).run(lines(...many(1201)));
  expect(shelf.batches).toEqual([500, 500, 201]);
  expect(summary).toEqual({ received: 1201, created: 1201, updated: 0, unchanged: 0, rejected: [] });
});

test('the same products again are unchanged', async () => {
  const shelf = new Shelf();
  await new ImportProducts(shelf, writer).run(lines(...many(3)));
  const summary = await new ImportProducts(shelf, writer).run(lines(...many(3)));
  expect(summary).toMatchObject({ received: 3, created: 0, updated: 0, unchanged: 3 });
});

test('a product that comes twice is stored twice, in order, never in one batch', async () => {
  const shelf = new Shelf();
  const summary = await new ImportProducts(shelf, writer).run(
    lines(product(1), product(2), product(1, 'later'), product(3)),
  );
  expect(shelf.batches).toEqual([2, 2]);
  expect(shelf.stored.get('p1')?.slug).toBe('later');
  expect(summary).toMatchObject({ received: 4, created: 3, updated: 1, rejected: [] });
});

test('a bad line, a broken product and a taken address are listed by line; the others go on', async () => {
  async function* mixed(): AsyncGenerator<ImportLine<Product>> {
    yield { line: 1, product: product(1) };
    yield { line: 3, rejections: [{ line: 3, field: '', code: 'malformedJson', message: 'is not JSON' }] };
    yield { line: 4, product: { ...product(4), categoryPath: ['elsewhere'] } };
    yield { line: 7, product: product(7, 'product-1') };
    yield { line: 8, product: product(8) };
  }
  const shelf = new Shelf();
  const summary = await new ImportProducts(shelf, writer).run(mixed());
  expect(summary).toMatchObject({
    received: 5,
    created: 2,
    rejected: [
      { line: 3, field: '', code: 'malformedJson' },
      { line: 4, field: 'categoryPath', code: 'CategoryPathBroken' },
      { line: 7, field: 'slug', code: 'SlugTaken' },
    ],
  });
  expect([...shelf.stored.keys()]).toEqual(['p1', 'p8']);
});

test('a file that is wrong throughout is counted, and its first thousand lines are listed', async () => {
  async function* wrong(): AsyncGenerator<ImportLine<Product>> {
    for (let line = 1; line <= 1500; line += 1)
      yield { line, rejections: [{ line, field: 'slug', code: 'required', message: 'is required' }] };
  }
  const summary = await new ImportProducts(new Shelf(), writer).run(wrong());
  expect(summary).toMatchObject({ received: 1500, created: 0 });
  expect((summary as { rejected: unknown[] }).rejected.length).toBe(1000);
});

test('a region that does not write reads no line and names the one that does', async () => {
  let read = 0;
  async function* counted(): AsyncGenerator<ImportLine<Product>> {
    read += 1;
    yield { line: 1, product: product(1) };
  }
  const shelf = new Shelf();
  const answer = await new ImportProducts(shelf, { region: 'us', writerRegion: 'eu' }).run(counted());
  expect(answer).toMatchObject({ code: 'catalog.not_the_writer_region', details: { writerRegion: 'eu' } });
  expect([read, shelf.batches]).toEqual([0, []]);
});
