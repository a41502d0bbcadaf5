import type { Product } from './product.js';
import { refuseTaken } from './refuse-taken.js';

const product = (productId: string, slug: string, ...variantIds: string[]): Product => ({
  productId,
  slug,
  category: 'other',
  categoryPath: ['other'],
  variants: variantIds.map((variantId) => ({ variantId, canonicalKey: variantId })),
});
const owners = (bySlug: Record<string, string> = {}, byVariant: Record<string, string> = {}) => ({
  bySlug: new Map(Object.entries(bySlug)),
  byVariant: new Map(Object.entries(byVariant)),
});

test('a product claims again what is its own', () => {
  const own = product('p1', 'phone', 'v1');
  expect(refuseTaken([own], owners({ phone: 'p1' }, { v1: 'p1' }))).toEqual({ accepted: [own], refused: [] });
});

test('an address of another product is refused and the rest is taken', () => {
  const [thief, honest] = [product('p2', 'phone', 'v2'), product('p3', 'tablet', 'v3')];
  const { accepted, refused } = refuseTaken([thief, honest], owners({ phone: 'p1' }));
  expect(accepted).toEqual([honest]);
  expect(refused).toEqual([
    { product: thief, rejection: expect.objectContaining({ code: 'SlugTaken', field: 'slug' }) },
  ]);
});

test('a variant of another product is refused by its place', () => {
  const { refused } = refuseTaken([product('p2', 'tablet', 'v9', 'v1')], owners({}, { v1: 'p1' }));
  expect(refused[0]?.rejection).toMatchObject({ code: 'VariantTaken', field: 'variants[1].variantId' });
});

test('within a batch the first claim of an address or variant counts', () => {
  const { accepted, refused } = refuseTaken(
    [product('p1', 'phone', 'v1'), product('p2', 'phone', 'v2'), product('p3', 'tablet', 'v1')],
    owners(),
  );
  expect(accepted.map(({ productId }) => productId)).toEqual(['p1']);
  expect(refused.map(({ product: { productId }, rejection }) => [productId, rejection.code])).toEqual([
    ['p2', 'SlugTaken'],
    ['p3', 'VariantTaken'],
  ]);
});

test('a refused product leaves what it claimed to those after it', () => {
  const { accepted } = refuseTaken(
    [product('p2', 'phone', 'v1', 'v2'), product('p3', 'phone', 'v2')],
    owners({}, { v1: 'p1' }),
  );
  expect(accepted.map(({ productId }) => productId)).toEqual(['p3']);
});
