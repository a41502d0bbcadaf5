import fc from 'fast-check';
import { canonicalJson, isRejection } from '@reprise/kernel';
import { mergeProducts } from './merge-products.js';
import type { Family } from './merge-products.js';
import { restateProducts } from './restate-products.js';
import { schedulePublication } from './schedule-publication.js';
import { splitProduct } from './split-product.js';
import { mergedInto, standProduct } from './stand-product.js';
import type { ShelvedProduct, StatedProduct } from './stated-product.js';

type Product = StatedProduct & { readonly model: string };

const noColours = new Map<string, Record<string, string>>();
const keyOf = (model: string, choices: object) => canonicalJson({ brand: 'apple', model, ...choices });

function product(id: string, sizes: readonly number[], more: Partial<Product> = {}): ShelvedProduct<Product> {
  const stated: Product = {
    productId: id,
    status: 'published',
    model: id,
    slug: `slug-${id}`,
    category: 'smartphone',
    categoryPath: ['mobile', 'smartphone'],
    names: { en: `Name ${id}` },
    modelCodes: [`CODE-${id}`],
    aliases: [],
    variants: sizes.map((storageGb) => ({
      variantId: `${id}-${storageGb}`,
      canonicalKey: keyOf(id, { storageGb }),
      mpns: [`MPN-${id}-${storageGb}`],
      gtins: [],
    })),
    ...more,
  };
  return { stated, decisions: {}, version: 1, stands: undefined };
}

const familyOf = (...products: ShelvedProduct<Product>[]): Family<Product> =>
  new Map(products.map((one) => [one.stated.productId, one]));
const standsAs = (id: string, family: Family<Product>) =>
  standProduct(family.get(id) as ShelvedProduct<Product>, mergedInto(id, family), noColours);
const everyStanding = (family: Family<Product>) => [...family.keys()].map((id) => canonicalJson(standsAs(id, family)));

function must<T>(outcome: T): Exclude<T, { readonly code: string }> {
  if (isRejection(outcome)) throw new Error(outcome.message);
  return outcome as Exclude<T, { readonly code: string }>;
}

describe('a merge', () => {
  const before = familyOf(product('a', [64, 128]), product('b', [128, 256]));
  const after = must(mergeProducts('a', 'b', before));

  test('leads the duplicate’s id, address, codes and names to the other', () => {
    expect(standsAs('b', after)).toMatchObject({
      formerIds: ['a'],
      formerSlugs: ['slug-a'],
      modelCodes: ['CODE-b', 'CODE-a'],
      aliases: ['Name a'],
    });
    expect(standsAs('a', after)).toMatchObject({ status: 'archived', mergedInto: 'b' });
  });

  test('makes variants of one device one, and adds the others', () => {
    expect(standsAs('b', after).variants.map(({ variantId, formerIds, mpns }) => [variantId, formerIds, mpns])).toEqual(
      [
        ['b-128', ['a-128'], ['MPN-b-128', 'MPN-a-128']],
        ['b-256', undefined, ['MPN-b-256']],
        ['a-64', undefined, ['MPN-a-64']],
      ],
    );
  });

  test('again changes nothing; elsewhere, into itself, into what is merged or archived is refused with the field', () => {
    expect(mergeProducts('a', 'b', after)).toBe(after);
    const more = new Map(after).set('c', product('c', [1])).set('old', product('old', [1], { status: 'archived' }));
    expect(mergeProducts('a', 'c', more)).toMatchObject({
      code: 'catalog.product_merged',
      field: 'path.productId',
      details: { mergedInto: 'b' },
    });
    expect(mergeProducts('c', 'a', more)).toMatchObject({ code: 'catalog.product_merged', field: 'into' });
    expect(mergeProducts('c', 'c', more)).toMatchObject({ code: 'catalog.merge_into_itself', field: 'into' });
    expect(mergeProducts('c', 'old', more)).toMatchObject({ code: 'catalog.merge_into_archived', field: 'into' });
    expect(mergeProducts('c', 'nobody', more)).toMatchObject({ code: 'catalog.product_not_found', field: 'into' });
  });

  test('survives that the duplicate is stated again, and shows what is new about it', () => {
    const again = new Map(after).set('a', { ...product('a', [64, 128, 512]), decisions: { mergedInto: 'b' } });
    expect(standsAs('b', again).variants.map(({ variantId }) => variantId)).toContain('a-512');
  });

  test('says both products at one version above both, so that what is kept by variant goes to the newer', () => {
    const said = restateProducts(
      new Map([
        ['a', { ...(after.get('a') as ShelvedProduct<Product>), version: 7 }],
        ['b', { ...(after.get('b') as ShelvedProduct<Product>), version: 2 }],
      ]),
      noColours,
      { variantsMove: true },
    );
    expect(said.map(({ version }) => version)).toEqual([8, 8]);
  });
});

describe('a split', () => {
  const named = { productId: 'new', model: 'new', slug: 'slug-new', names: { en: 'New' } };

  test('of variants that were no product of their own makes one, and leaves the rest', () => {
    const before = familyOf(product('a', [64, 128]));
    const { family, productId } = must(splitProduct('a', ['a-64'], named, before));
    expect(productId).toBe('new');
    expect(standsAs('a', family).variants.map(({ variantId }) => variantId)).toEqual(['a-128']);
    expect(standsAs('new', family)).toMatchObject({ slug: 'slug-new', variants: [{ variantId: 'a-64' }] });
  });

  test.each([
    ['an unknown variant', ['zzz'], named, 'catalog.variant_not_of_product', 'variantIds[0]'],
    ['every variant', ['a-64', 'a-128'], named, 'catalog.split_leaves_nothing', 'variantIds'],
    ['variants without a name for them', ['a-64'], undefined, 'catalog.split_needs_a_name', 'product'],
  ])('of %s is refused with its field', (_, variantIds, fresh, code, field) => {
    expect(splitProduct('a', variantIds, fresh, familyOf(product('a', [64, 128])))).toMatchObject({ code, field });
  });

  test('of variants from two merged products at once is refused', () => {
    const merged = must(mergeProducts('a', 'b', familyOf(product('a', [1, 2]), product('b', [3, 4]))));
    expect(splitProduct('b', ['a-1', 'b-3'], named, merged)).toMatchObject({
      code: 'catalog.split_of_several_products',
    });
  });
});

test('property: splitting off what was merged gives back every product exactly as it stood', () => {
  const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });
  fc.assert(
    fc.property(
      sizes,
      sizes,
      sizes,
      sizes,
      order,
      fc.array(fc.nat(3), { maxLength: 6 }),
      (s1, s2, s3, s4, ids, targets) => {
        const all = [s1, s2, s3, s4].map((each, at) => product(ids[at] as string, each));
        let family = familyOf(...all);
        const undo: { into: string; id: string; before: string[] }[] = [];
        for (const [at, target] of targets.entries()) {
          const [id, into] = [ids[at % 4] as string, ids[target] as string];
          const merged = mergeProducts(id, into, family);
          if (isRejection(merged) || merged === family) continue;
          undo.push({ into, id, before: everyStanding(family) });
          family = merged;
        }
        for (const { into, id, before } of undo.reverse()) {
          const brought = [family.get(id) as ShelvedProduct<Product>, ...mergedInto(id, family)];
          const variantIds = brought.flatMap(({ stated }) => stated.variants.map(({ variantId }) => variantId));
          const split = must(splitProduct(into, variantIds, undefined, family));
          expect(split.productId).toBe(id);
          family = split.family;
          expect(everyStanding(family)).toEqual(before);
        }
      },
    ),
  );
});

test('property: a canonical key is the same whatever order its fields are written in', () => {
  const choices = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.integer(), fc.string()));
  fc.assert(
    fc.property(choices, (stated) => {
      const shuffled = Object.fromEntries(Object.entries(stated).reverse());
      expect(canonicalJson(shuffled)).toBe(canonicalJson(stated));
    }),
  );
});

test('publication windows: markets that exist, once each, ending after they begin; those without dates say nothing', () => {
  const markets = new Set(['fr', 'de']);
  const [from, to] = ['2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z'];
  expect(schedulePublication([{ market: 'fr', from, to }, { market: 'de' }], markets)).toEqual([
    { market: 'fr', from, to },
  ]);
  expect(schedulePublication([{ market: 'xx' }], markets)).toMatchObject({ field: 'markets[0].market' });
  expect(schedulePublication([{ market: 'fr' }, { market: 'fr' }], markets)).toMatchObject({
    field: 'markets[1].market',
  });
  expect(schedulePublication([{ market: 'fr', from: to, to: from }], markets)).toMatchObject({
    field: 'markets[0].publishedTo',
  });
});
