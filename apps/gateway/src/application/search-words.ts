import type { MarketDefinition } from '@reprise/contracts/market';
import type { SearchLexicon } from './ports.js';

const made = new WeakMap<MarketDefinition, Map<string, SearchLexicon>>();

/**
 * The search words of a locale: its own, those of the languages it falls back to, and English ones, which people type everywhere. Made once
 * for as long as a definition is the market's, so that an index may keep what it makes of them.
 */
export function searchWordsOf(market: MarketDefinition, locale: string): SearchLexicon {
  let byLocale = made.get(market);
  if (byLocale === undefined) made.set(market, (byLocale = new Map<string, SearchLexicon>()));
  let lexicon = byLocale.get(locale);
  if (lexicon === undefined) byLocale.set(locale, (lexicon = gather(market, locale)));
  return lexicon;
}

function gather(market: MarketDefinition, locale: string): SearchLexicon {
  const fallback = market.locales.find((entry) => entry.locale === locale)?.fallback ?? [];
  const chain = new Set([locale, ...fallback, 'en']);
  const wordings = [...chain].flatMap((each) => market.wording[each]?.search ?? []);
  return {
    ignore: wordings.flatMap(({ ignore }) => ignore),
    synonyms: wordings.flatMap(({ synonyms }) => synonyms),
    endings: wordings.flatMap(({ endings }) => endings ?? []),
  };
}
