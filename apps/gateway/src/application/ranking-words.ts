import type { MarketDefinition, RankingWording } from '@reprise/contracts/market';

/** The ranking in words, in the first language of the locale's chain that has them, and which language that is. */
export function rankingWordsOf(
  market: MarketDefinition,
  locale: string,
): { readonly locale: string; readonly words: RankingWording } {
  const fallback = market.locales.find((entry) => entry.locale === locale)?.fallback ?? [];
  for (const candidate of [locale, ...fallback, 'en']) {
    const words = market.wording[candidate]?.ranking;
    if (words !== undefined) return { locale: candidate, words };
  }
  return { locale: 'en', words: unworded };
}

/** A market nobody worded the ranking for still answers its codes and numbers. */
const unworded: RankingWording = { about: '', payment: '', parameters: {}, reasons: {} };
