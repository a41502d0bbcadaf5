import { fallbackChain } from './missing-translations.js';
import type { MissingTranslation } from './missing-translations.js';

/** What of a market's own words the report looks at: a `MarketDefinition` of the contracts has this shape. */
export interface Worded {
  readonly code: string;
  readonly locales: readonly { readonly locale: string; readonly fallback: readonly string[] }[];
  readonly wording: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Sections of the words of a language, each with what is missing of it. A language is asked for as a market offers it (`fr-BE`) or as it is
 * written (`fr`). Which sections there are, the languages tell among themselves.
 */
export function missingWording(
  markets: readonly Worded[],
  locale: string,
): { readonly section: string; readonly missing: MissingTranslation | undefined }[] {
  const chains = new Map<string, { readonly chain: readonly string[]; readonly wording: Worded['wording'] }>();
  for (const { locales, wording } of markets)
    for (const { locale: offered, fallback } of locales) {
      const chain = fallbackChain(offered, fallback);
      const words = chain.find((each) => each in wording);
      if (words !== undefined && (offered === locale || words === locale)) chains.set(words, { chain, wording });
    }
  return [...chains].flatMap(([words, { chain, wording }]) => {
    const sections = new Set(Object.values(wording).flatMap((each) => Object.keys(each)));
    return [...sections].sort().map((section) => {
      const served = [...chain, 'en'].find((each) => wording[each]?.[section] !== undefined);
      const isOwn = served === undefined || languageOf(served) === languageOf(locale);
      const missing = { kind: 'wording' as const, key: section, servedLocale: served ?? 'en', source: '' };
      return { section: `${words} ${section}`, missing: isOwn ? undefined : missing };
    });
  });
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] as string;
}
