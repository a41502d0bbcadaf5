import fc from 'fast-check';
import { alternatesFor, pagesEverywhere } from './page-alternates.js';
import type { Market } from './ports.js';

const market = (code: string, locales: string[], status: Market['status'] = 'live', country = code.toUpperCase()) =>
  ({
    ...{ code, version: 1, status },
    definition: {
      countries: [country],
      defaultLocale: locales[0],
      locales: locales.map((locale) => ({ locale, fallback: [] })),
    },
  }) as unknown as Market;

const fr = market('fr', ['fr-FR', 'en']);
const be = market('be', ['fr-BE', 'nl-BE', 'en']);
const ie = market('ie', ['en-IE']);
const everywhere = () => true;

test('each page of each market is told once, English of a country as that, and one is for everybody else', () => {
  expect(pagesEverywhere([fr, ie, be], everywhere)).toEqual([
    { hreflang: 'fr-BE', market: 'be', locale: 'fr-BE' },
    { hreflang: 'nl-BE', market: 'be', locale: 'nl-BE' },
    { hreflang: 'en-BE', market: 'be', locale: 'en' },
    { hreflang: 'fr-FR', market: 'fr', locale: 'fr-FR' },
    { hreflang: 'en-FR', market: 'fr', locale: 'en' },
    { hreflang: 'en-IE', market: 'ie', locale: 'en-IE' },
    { hreflang: 'x-default', market: 'ie', locale: 'en-IE' },
  ]);
});

test('a market that does not show it, or is not open, is not told of; with none left there is no default either', () => {
  const told = pagesEverywhere([fr, market('es', ['es-ES'], 'preview'), ie], (code) => code !== 'ie');
  expect(told.map(({ hreflang }) => hreflang)).toEqual(['fr-FR', 'en-FR', 'x-default']);
  expect(pagesEverywhere([fr], () => false)).toEqual([]);
});

test('of two shops for one language and country the second is not told of, and tells of nothing', () => {
  const outlet = market('fr-outlet', ['fr-FR'], 'live', 'FR');
  const pages = pagesEverywhere([outlet, fr], everywhere);
  expect(pages.filter(({ hreflang }) => hreflang === 'fr-FR')).toEqual([
    { hreflang: 'fr-FR', market: 'fr', locale: 'fr-FR' },
  ]);
  expect(alternatesFor(pages, 'fr-outlet', 'fr-FR')).toEqual([]);
});

const someMarkets = fc
  .uniqueArray(fc.constantFrom('at', 'be', 'de', 'fr', 'ie', 'us'), { minLength: 1 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc
          .tuple(
            fc.uniqueArray(fc.constantFrom('en', 'fr', 'de', `fr-${code.toUpperCase()}`, `en-${code.toUpperCase()}`), {
              minLength: 1,
            }),
            fc.constantFrom('live' as const, 'preview' as const, 'suspended' as const),
          )
          .map(([locales, status]) => market(code, locales, status)),
      ),
    ),
  );

test('every page that is told of tells the same set, itself in it, with exactly one default and no language twice', () => {
  fc.assert(
    fc.property(someMarkets, fc.func(fc.boolean()), (markets, isShown) => {
      const shown = (code: string) => isShown(code);
      const pages = pagesEverywhere(markets, shown);
      const inAnotherOrder = pagesEverywhere(markets.toReversed(), shown);
      expect(inAnotherOrder).toEqual(pages);
      expect(new Set(pages.map(({ hreflang }) => hreflang)).size).toBe(pages.length);
      expect(pages.filter(({ hreflang }) => hreflang === 'x-default').length).toBe(pages.length > 0 ? 1 : 0);
      for (const page of pages.filter(({ hreflang }) => hreflang !== 'x-default'))
        expect(alternatesFor(pages, page.market, page.locale)).toContainEqual(page);
    }),
  );
});
