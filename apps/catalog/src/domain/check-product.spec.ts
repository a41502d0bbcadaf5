import { checkProduct } from './check-product.js';

const phone = {
  productId: 'p1',
  slug: 'phone',
  category: 'smartphone',
  categoryPath: ['mobile', 'smartphone'],
  variants: [
    { variantId: 'v1', canonicalKey: '"a"' },
    { variantId: 'v2', canonicalKey: '"b"' },
  ],
};

test('a sound product passes', () => {
  expect(checkProduct(phone)).toBeUndefined();
});

test.each([
  ['a path that ends elsewhere', { categoryPath: ['mobile', 'tablet'] }, 'CategoryPathBroken', 'categoryPath'],
  [
    'two variants of one id',
    { variants: [phone.variants[0], { variantId: 'v1', canonicalKey: '"c"' }] },
    'VariantRepeated',
    'variants[1]',
  ],
  [
    'two variants of one key',
    { variants: [phone.variants[0], { variantId: 'v3', canonicalKey: '"a"' }] },
    'VariantRepeated',
    'variants[1]',
  ],
  [
    'a key with its fields in another order',
    { variants: [{ variantId: 'v1', canonicalKey: '{"storageGb":128,"colour":"red"}' }] },
    'CanonicalKeyBroken',
    'variants[0].canonicalKey',
  ],
  [
    'a key that is no JSON',
    { variants: [{ variantId: 'v1', canonicalKey: 'iphone' }] },
    'CanonicalKeyBroken',
    'variants[0].canonicalKey',
  ],
])('%s is refused with its field', (_, change, code, field) => {
  expect(checkProduct({ ...phone, ...change } as typeof phone)).toMatchObject({ code, field });
});
