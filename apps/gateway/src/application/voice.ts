import type { LocaleWording, MarketDefinition } from '@reprise/contracts/market';
import { wordingOf } from '@reprise/contracts/market';

/** Texts by language, English always among them. */
export type Texts = Readonly<Record<string, string>>;

/** What has an address, and others by language. */
export interface Addressed {
  readonly slug: string;
  readonly slugs?: Texts | undefined;
}

/** A product's address in a language. One of another language would be no address of that page, so there is no fallback but the general one. */
export function slugIn(locale: string, { slug, slugs }: Addressed): string {
  return slugs?.[locale] ?? slugs?.[languageOf(locale)] ?? slug;
}

/**
 * One answer's voice: picks every text in the locale chosen or along the market's declared fallback chain, and remembers which fields
 * came out in another language, because a shop that shows French must know when a title is English.
 */
export class Voice {
  readonly words: LocaleWording;
  /** Field to the language it was served in, for each field that fell back to another language. */
  readonly servedLocales: Record<string, string> = {};
  private readonly chain: readonly string[];

  constructor(
    readonly market: MarketDefinition,
    readonly locale: string,
    /** What of the market's wording the answer uses, as the field it stands in; none of it is noted unless it is shown. */
    wording: readonly string[] = ['grades', 'category.name'],
  ) {
    this.chain = chainOf(market, locale);
    const { locale: served, words } = wordingOf(market, locale);
    this.words = words;
    for (const field of wording) this.note(field, served);
  }

  /** A text in the first language of the chain that has one. */
  say(texts: Texts, field: string): string {
    for (const candidate of this.chain) {
      const text = texts[candidate];
      if (text === undefined) continue;
      this.note(field, candidate);
      return text;
    }
    this.note(field, 'en');
    return texts['en'] ?? '';
  }

  slugOf(product: Addressed): string {
    return slugIn(this.locale, product);
  }

  /** A section of the market's words that not every language has: in the first of the chain that has it. */
  section<Name extends keyof LocaleWording>(name: Name, field: string): LocaleWording[Name] {
    for (const candidate of [...this.chain, 'en']) {
      const section = this.market.wording[candidate]?.[name];
      if (section === undefined) continue;
      this.note(field, candidate);
      return section;
    }
    return this.words[name];
  }

  private note(field: string, served: string): void {
    if (languageOf(served) !== languageOf(this.locale)) this.servedLocales[field] = served;
  }
}

/** The locale, its declared fallbacks, and the bare language of each: texts of facts are kept by language. */
function chainOf(market: MarketDefinition, locale: string): string[] {
  const declared = market.locales.find((entry) => entry.locale === locale)?.fallback ?? [];
  const chain: string[] = [];
  for (const candidate of [locale, ...declared]) {
    if (!chain.includes(candidate)) chain.push(candidate);
    // `zh-Hant` must never fall to `zh`, which is read as simplified: a script is part of the language.
    const bare = /^[a-z]{2,3}-[A-Z][a-z]{3}/.test(candidate) ? undefined : languageOf(candidate);
    if (bare !== undefined && !chain.includes(bare)) chain.push(bare);
  }
  return chain;
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] as string;
}
