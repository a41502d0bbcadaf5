import { fallbackChain, missingOf, translatablesOf } from './missing-translations.js';
import { missingWording } from './missing-wording.js';

const chain = fallbackChain('fr-BE', ['fr', 'en']);
const missing = (texts: Record<string, string>) =>
  missingOf({ kind: 'product.name', key: 'p1', texts }, chain)?.servedLocale;

test('the chain goes from the locale along what its market declares, each before its bare language', () => {
  expect(chain).toEqual(['fr-BE', 'fr', 'en']);
  expect(fallbackChain('es-US', ['es-419', 'es', 'en-US', 'en'])).toEqual(['es-US', 'es', 'es-419', 'en-US', 'en']);
  expect(fallbackChain('zh-Hant-HK', ['en'])).toEqual(['zh-Hant-HK', 'en']);
});

test('a text of the same language is no fallback; one of another language is named', () => {
  expect(missing({ en: 'Watch', fr: 'Montre' })).toBeUndefined();
  expect(missing({ en: 'Watch', 'fr-BE': 'Montre' })).toBeUndefined();
  expect(missing({ en: 'Watch', 'fr-FR': 'Montre' })).toBe('en');
  expect(missing({ en: 'Watch' })).toBe('en');
});

test('nobody is asked for a description that was never written, nor for an address of a name that is the same', () => {
  const product = { productId: 'p1', slug: 'watch', names: { en: 'Watch' } };
  const kinds = (change: object) => translatablesOf({ ...product, ...change }, chain).map(({ kind }) => kind);
  expect(kinds({})).toEqual(['product.name']);
  expect(kinds({ names: { en: 'Watch', fr: 'Watch' } })).toEqual(['product.name']);
  expect(kinds({ names: { en: 'Watch', fr: 'Montre' }, descriptions: { en: 'It ticks.' } })).toEqual([
    'product.name',
    'product.slug',
    'product.description',
  ]);
});

test('sections of a market’s words that its language lacks are reported with the language that stands in', () => {
  const it = {
    code: 'it',
    locales: [{ locale: 'it-IT', fallback: ['it', 'en'] }],
    wording: { it: { grades: {}, legal: {} }, en: { grades: {}, legal: {}, ranking: {} } },
  };
  const found = missingWording([it], 'it').map(({ section, missing: lacks }) => [section, lacks?.servedLocale]);
  expect(found).toEqual([
    ['it grades', undefined],
    ['it legal', undefined],
    ['it ranking', 'en'],
  ]);
  expect(missingWording([it], 'it-IT')).toEqual(missingWording([it], 'it'));
  expect(missingWording([it], 'pl')).toEqual([]);
});
