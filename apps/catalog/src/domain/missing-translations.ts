import type { TranslationKind } from './translate-product.js';
import type { Texts } from './stated-product.js';

/** A text a page would show in another language than the one asked for. */
export interface MissingTranslation {
  /** `wording`: a section of a market's own words, which a market definition states. */
  readonly kind: TranslationKind | 'wording';
  readonly key: string;
  /** The language it is served in instead, and what is said in it. */
  readonly servedLocale: string;
  readonly source: string;
}

/** A text by language, with what it is the text of. */
export interface Translatable {
  readonly kind: TranslationKind;
  readonly key: string;
  readonly texts: Texts;
}

/** What of a product may be translated, as the catalogue's report reads it. */
export interface TranslatableProduct {
  readonly productId: string;
  readonly slug: string;
  readonly names: Texts;
  readonly descriptions?: Texts | undefined;
  readonly slugs?: Texts | undefined;
}

/** The text as a page in the first language of `chain` finds it: what is said, and in which language. */
export function servedText(
  texts: Texts,
  chain: readonly string[],
): { readonly locale: string; readonly text: string } | undefined {
  for (const locale of [...chain, 'en']) {
    const text = texts[locale];
    if (text !== undefined) return { locale, text };
  }
  return undefined;
}

/** The text, if it is missing: a page shows it, and in another language than the first of the chain. */
export function missingOf(
  { kind, key, texts }: Translatable,
  chain: readonly string[],
): MissingTranslation | undefined {
  const served = servedText(texts, chain);
  const asked = chain[0] ?? 'en';
  if (served === undefined || languageOf(served.locale) === languageOf(asked)) return undefined;
  return { kind, key, servedLocale: served.locale, source: served.text };
}

/**
 * What of a product can be said in a language. A description nobody wrote is not missing; and an address of its own is wanted only where the
 * name is another one in that language.
 */
export function translatablesOf(product: TranslatableProduct, chain: readonly string[]): Translatable[] {
  const { productId: key, names, descriptions, slugs, slug } = product;
  const name = servedText(names, chain);
  const asked = languageOf(chain[0] ?? 'en');
  const renamed = name !== undefined && languageOf(name.locale) === asked && name.text !== names['en'];
  return [
    { kind: 'product.name', key, texts: names },
    ...(renamed ||
    servedText(
      slugs ?? {},
      chain.filter((each) => languageOf(each) === asked),
    ) !== undefined
      ? [{ kind: 'product.slug', key, texts: { en: slug, ...slugs } } as const]
      : []),
    ...(descriptions !== undefined && Object.keys(descriptions).length > 0
      ? [{ kind: 'product.description', key, texts: descriptions } as const]
      : []),
  ];
}

/** The locale, what it falls back to, and the bare language of each: as a page of a market looks for texts. */
export function fallbackChain(locale: string, declared: readonly string[]): string[] {
  const chain: string[] = [];
  for (const candidate of [locale, ...declared])
    for (const each of [candidate, ...bareLanguageOf(candidate)]) if (!chain.includes(each)) chain.push(each);
  return chain;
}

/** `zh-Hant` must never fall to `zh`, which is read as simplified: a script is part of the language. */
function bareLanguageOf(locale: string): string[] {
  return /^[a-z]{2,3}-[A-Z][a-z]{3}/.test(locale) ? [] : [languageOf(locale)];
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] as string;
}
