import type { Outcome, PhraseRule } from '@reprise/kernel';
import { explainForbidden, findForbidden, reject } from '@reprise/kernel';
import type { CurationRejection } from './curation-rejection.js';
import type { Decisions, ShelvedProduct, StatedProduct } from './stated-product.js';

/** What can be said in another language. */
export const translationKinds = ['colour.name', 'product.name', 'product.slug', 'product.description'] as const;
export type TranslationKind = (typeof translationKinds)[number];

/** One text in one language. `key`: the product's id, or the colour's code. */
export interface Translation {
  readonly kind: TranslationKind;
  readonly key: string;
  readonly locale: string;
  readonly text: string;
}

/** Longest text of each kind: what the fact carries. */
const longest: { readonly [kind in TranslationKind]: number } = {
  'colour.name': 200,
  'product.name': 200,
  'product.slug': 160,
  'product.description': 4000,
};

/** What is wrong with a translation by itself: who says it of what is looked at where that is known. */
export function checkTranslation(
  { kind, locale, text }: Translation,
  { locales, rules }: { readonly locales: ReadonlySet<string>; readonly rules: readonly PhraseRule[] },
): CurationRejection | undefined {
  if (!locales.has(locale))
    return reject('catalog.locale_not_offered', `No market speaks or falls back to ${locale}.`, { field: 'locale' });
  if (text.length > longest[kind])
    return reject('catalog.translation_too_long', `A ${kind} has at most ${longest[kind]} characters.`, {
      field: 'text',
    });
  if (kind === 'product.slug' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))
    return reject('catalog.slug_malformed', 'An address is lower-case ASCII words joined by hyphens.', {
      field: 'text',
    });
  // An address is read by people too: "iphone-13-comme-neuf" is the claim.
  const found = findForbidden(text, locale, rules);
  return found && reject('catalog.phrase_forbidden', explainForbidden(found), { field: 'text' });
}

/** The decisions of a product once a text of it is said in a language; the same ones where it was said already. */
export function translateProduct<P extends StatedProduct>(
  { stated, decisions }: Pick<ShelvedProduct<P>, 'stated' | 'decisions'>,
  { kind, locale, text }: Translation,
): Outcome<Decisions, CurationRejection> {
  if (decisions.mergedInto !== undefined)
    return reject(
      'catalog.product_merged',
      `The product was merged into ${decisions.mergedInto}: translate that one.`,
      {
        field: 'key',
        details: { mergedInto: decisions.mergedInto },
      },
    );
  switch (kind) {
    case 'product.name':
      if ((decisions.names?.[locale] ?? stated.names[locale]) === text) return decisions;
      return { ...decisions, names: { ...decisions.names, [locale]: text } };
    case 'product.description':
      if ((decisions.descriptions?.[locale] ?? stated.descriptions?.[locale]) === text) return decisions;
      return { ...decisions, descriptions: { ...decisions.descriptions, [locale]: text } };
    case 'product.slug':
      return withSlug(stated.slug, decisions, locale, text);
    case 'colour.name':
      return decisions;
  }
}

/** An address in one language. The one it had goes on leading here; a former one taken up again is no longer former. */
function withSlug(general: string, decisions: Decisions, locale: string, slug: string): Decisions {
  const { slugs = {}, formerSlugs = [] } = decisions;
  const before = slugs[locale];
  if (before === slug) return decisions;
  const now = { ...slugs, [locale]: slug };
  const inUse = new Set([general, ...Object.values(now)]);
  const former = [...formerSlugs, ...(before === undefined ? [] : [before])].filter((each) => !inUse.has(each));
  return { ...decisions, slugs: now, formerSlugs: [...new Set(former)] };
}
