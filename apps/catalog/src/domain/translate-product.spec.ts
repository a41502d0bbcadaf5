import fc from 'fast-check';
import { isRejection } from '@reprise/kernel';
import type { Decisions, StatedProduct } from './stated-product.js';
import { standProduct } from './stand-product.js';
import { checkTranslation, translateProduct } from './translate-product.js';
import type { Translation } from './translate-product.js';

const stated: StatedProduct = {
  productId: 'p1',
  slug: 'apple-watch',
  category: 'wearable',
  categoryPath: ['mobile', 'wearable'],
  status: 'published',
  names: { en: 'Apple Watch' },
  modelCodes: [],
  aliases: [],
  variants: [],
};
const row = (change: Partial<Translation>): Translation => ({
  ...{ kind: 'product.name', key: 'p1', locale: 'fr', text: 'Montre Apple' },
  ...change,
});
const apply = (decisions: Decisions, ...rows: Partial<Translation>[]): Decisions =>
  rows.reduce<Decisions>((now, change) => {
    const decided = translateProduct({ stated, decisions: now }, row(change));
    if (isRejection(decided)) throw new Error(decided.message);
    return decided;
  }, decisions);
const terms = {
  locales: new Set(['en', 'fr', 'fr-FR']),
  rules: [{ language: 'fr', phrases: ['comme neuf'], reason: 'Not new.', source: 'the decree' }],
};

test('a text said already is the very same decisions, whoever said it: operator or importer', () => {
  const once = apply({}, {});
  expect(apply(once, {})).toBe(once);
  const none = {};
  expect(apply(none, { locale: 'en', text: 'Apple Watch' })).toBe(none);
});

test('an address that was replaced goes on leading here, and one taken up again is no longer former', () => {
  const kind = 'product.slug';
  const first = apply({}, { kind, text: 'montre-apple' });
  const second = apply(first, { kind, text: 'montre-connectee-apple' });
  expect(second).toEqual({ slugs: { fr: 'montre-connectee-apple' }, formerSlugs: ['montre-apple'] });
  expect(apply(second, { kind, text: 'montre-apple' })).toEqual({
    slugs: { fr: 'montre-apple' },
    formerSlugs: ['montre-connectee-apple'],
  });
});

test('no address of a product is ever lost, however often it is renamed', () => {
  const slug = fc.constantFrom('a', 'b', 'c', 'd', stated.slug);
  const renames = fc.array(fc.tuple(fc.constantFrom('fr', 'de'), slug), { maxLength: 12 });
  fc.assert(
    fc.property(renames, (steps) => {
      const decisions = apply({}, ...steps.map(([locale, text]) => ({ kind: 'product.slug' as const, locale, text })));
      const stands = standProduct({ stated, decisions, version: 1, stands: undefined }, [], new Map());
      const leadsHere = new Set([stands.slug, ...Object.values(stands.slugs ?? {}), ...(stands.formerSlugs ?? [])]);
      for (const [, each] of steps) expect(leadsHere).toContain(each);
      const inUse = [stands.slug, ...Object.values(stands.slugs ?? {})];
      expect(stands.formerSlugs?.filter((each) => inUse.includes(each)) ?? []).toEqual([]);
    }),
  );
});

test('a merged product is translated where it went', () => {
  expect(translateProduct({ stated, decisions: { mergedInto: 'p2' } }, row({}))).toMatchObject({
    code: 'catalog.product_merged',
    field: 'key',
    details: { mergedInto: 'p2' },
  });
});

test.each([
  [{ locale: 'xx' }, 'catalog.locale_not_offered', 'locale'],
  [{ text: 'x'.repeat(201) }, 'catalog.translation_too_long', 'text'],
  [{ kind: 'product.slug', text: 'Montre Apple' }, 'catalog.slug_malformed', 'text'],
  [{ text: 'Montre comme neuf' }, 'catalog.phrase_forbidden', 'text'],
  [{ kind: 'product.slug', text: 'montre-comme-neuf' }, 'catalog.phrase_forbidden', 'text'],
  [{ locale: 'fr-FR', kind: 'product.description', text: 'COMME  NEUF' }, 'catalog.phrase_forbidden', 'text'],
] as const)('%j is refused as %s', (change, code, field) => {
  expect(checkTranslation(row(change), terms)).toMatchObject({ code, field });
});

test('what no rule of its language forbids is let through', () => {
  expect(checkTranslation(row({ locale: 'en', text: 'comme neuf' }), terms)).toBeUndefined();
});
