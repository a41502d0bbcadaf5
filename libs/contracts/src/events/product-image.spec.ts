import { productChangedV1, productRecordSchema } from './catalog-product.v1.js';
import { productImageSchema } from './product-image.js';

const image = { url: 'https://images.shop.example/front.jpg', width: 1200, height: 1600, role: 'primary' as const };

test('a picture is where it lies, its size, its role, and its text by language', () => {
  const whole = { ...image, alt: { en: 'From the front', fr: 'Face avant' } };
  expect(productImageSchema.parse(whole)).toEqual(whole);
});

test.each([
  ['not HTTPS', { url: 'http://images.shop.example/front.jpg' }],
  ['bytes in the address', { url: 'data:image/png;base64,AAAA' }],
  ['a script', { url: 'javascript:alert(1)' }],
  ['a user in the address', { url: 'https://user:secret@images.shop.example/front.jpg' }],
  ['no width', { width: 0 }],
  ['half a pixel', { height: 10.5 }],
  ['a role nobody knows', { role: 'banner' }],
  ['a text without English', { alt: { fr: 'Face avant' } }],
])('%s is refused', (_what, wrong) => {
  expect(productImageSchema.safeParse({ ...image, ...wrong }).success).toBe(false);
});

test('a record states pictures of a product and of a variant, and a misspelt field is an error', () => {
  const { version: _version, ...product } = productChangedV1.example;
  const [variant] = product.variants;
  const record = { ...product, images: [image], variants: [{ ...variant, images: [image] }] };
  expect(productRecordSchema.safeParse(record).success).toBe(true);
  const misspelt = { ...record, variants: [{ ...variant, images: [{ ...image, widht: 3 }] }] };
  expect(productRecordSchema.safeParse(misspelt).error?.issues[0]?.path).toEqual(['variants', 0, 'images', 0]);
});
