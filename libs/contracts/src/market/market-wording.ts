import type { LocaleWording } from './locale-wording.js';
import type { MarketDefinition } from './market-definition.js';

/** The market's words in the language asked for, or the first of its declared fallbacks that has them, and which language that is. */
export function wordingOf(
  market: Pick<MarketDefinition, 'locales' | 'defaultLocale' | 'wording'>,
  locale: string,
): { readonly locale: string; readonly words: LocaleWording } {
  const asked = market.locales.find((entry) => entry.locale === locale);
  const usual = market.locales.find((entry) => entry.locale === market.defaultLocale);
  for (const entry of [asked, usual])
    for (const candidate of entry === undefined ? [] : [entry.locale, ...entry.fallback]) {
      const words = market.wording[candidate];
      if (words !== undefined) return { locale: candidate, words };
    }
  throw new Error(`market words ${locale} in no language: its definition was not validated`);
}
