import { marketChangedV1, productCategories } from '@reprise/contracts/events';
import type { LocaleWording } from '@reprise/contracts/market';
import type { Market } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';
import { categoryTrail, presentCategories } from './present-categories.js';

const { definition } = marketChangedV1.example;
const english = definition.wording['en'] as LocaleWording;
const french = { ...english, categories: { ...english.categories, tv: 'Téléviseurs' } };
const marketWith = (wording: Record<string, LocaleWording>): Market => ({
  ...{ code: 'fr', version: 1, status: 'live' },
  definition: {
    ...definition,
    wording: { en: { ...english, categoryGroups: { 'home-entertainment': 'Home entertainment' } }, ...wording },
    locales: [{ locale: 'fr-FR', fallback: ['fr', 'en'] }],
  },
});

test('each branch says what can be bought in it, and its children add up to it', () => {
  const counts = [
    { value: 'smartphone', count: 5 },
    { value: 'tablet', count: 2 },
    { value: 'other', count: 1 },
  ];
  const { items } = presentCategories(counts, marketWith({}), 'fr-FR');
  expect(items.map(({ code, products, children }) => [code, products, children.map((child) => child.code)])).toEqual([
    ['mobile', 7, ['smartphone', 'tablet', 'wearable']],
    ['computing', 0, ['laptop', 'desktop']],
    ['home-entertainment', 0, ['tv', 'console']],
    ['other', 1, []],
  ]);
  const leaves = items.flatMap(({ code, children }) =>
    children.length > 0 ? children.map((child) => child.code) : [code],
  );
  expect(leaves.sort()).toEqual([...productCategories].sort());
});

test('a step the language has no word for is named in its fallback, and the answer says so', () => {
  const market = marketWith({ fr: french });
  const voice = new Voice(market.definition, 'fr-FR');
  expect(categoryTrail('tv', voice)).toEqual([
    { code: 'home-entertainment', name: 'Home entertainment' },
    { code: 'tv', name: 'Téléviseurs' },
  ]);
  expect(voice.servedLocales).toEqual({ 'category.trail': 'en' });
  expect(presentCategories([], market, 'fr-FR').servedLocales).toEqual({ 'items.name': 'en' });
});
