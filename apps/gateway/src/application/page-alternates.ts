import type { Market } from './ports.js';

/** A page in one market and language, as `hreflang` names it: the language, and the country it is for. */
export interface MarketPage {
  readonly hreflang: string;
  readonly market: string;
  readonly locale: string;
}

/**
 * The same page in every market and language, and the one for everybody else (`x-default`). A set that each of its pages tells alike: search
 * engines believe an alternate only where it points back. Markets that are not live have no pages to tell of, and of two pages for one
 * language and country the first by market code is told.
 */
export function pagesEverywhere(markets: readonly Market[], isShown: (market: string) => boolean): MarketPage[] {
  const pages = new Map<string, MarketPage>();
  const inOrder = markets.filter(({ status }) => status === 'live').toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const shown = inOrder.filter(({ code }) => isShown(code));
  for (const { code: market, definition } of shown)
    for (const { locale } of definition.locales) {
      const hreflang = hreflangOf(locale, definition.countries[0]);
      if (!pages.has(hreflang)) pages.set(hreflang, { hreflang, market, locale });
    }
  // Most who speak none of our languages read some English.
  const fallback = shown.find(({ definition }) => languageOf(definition.defaultLocale) === 'en') ?? shown[0];
  if (fallback === undefined) return [];
  const { code: market, definition } = fallback;
  return [...pages.values(), { hreflang: 'x-default', market, locale: definition.defaultLocale }];
}

/** The set, for one of its pages; none for a page that is not in it, because the set would not point back. */
export function alternatesFor(pages: readonly MarketPage[], market: string, locale: string): readonly MarketPage[] {
  const isIn = pages.some((page) => page.hreflang !== 'x-default' && page.market === market && page.locale === locale);
  return isIn ? pages : [];
}

/** `en` of the shop of France is `en-FR`: two shops in English are two countries' pages, not two of one language. */
function hreflangOf(locale: string, country: string | undefined): string {
  const hasRegion = /-([A-Z]{2}|\d{3})$/.test(locale);
  return hasRegion || country === undefined ? locale : `${locale}-${country}`;
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] as string;
}
