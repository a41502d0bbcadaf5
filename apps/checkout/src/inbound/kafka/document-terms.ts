import type { DataOf, marketChangedV1, productChangedV1, sellerChangedV1 } from '@reprise/contracts/events';
import { wordingOf } from '@reprise/contracts/market';
import type { MarketDefinition } from '@reprise/contracts/market';
import type { SellerParticulars } from '../../application/document-ports.js';
import type { DocumentTerms, LocaleWords, VariantTitle } from '../../domain/document.js';

/** What of a market's fact its documents are made by; undefined where the market issues none, or has no words for them in some language. */
export function documentTermsOf({ version, definition }: DataOf<typeof marketChangedV1>): DocumentTerms | undefined {
  const { documents, tax, timeZone, countries, defaultLocale, locales } = definition;
  const [country] = countries;
  if (documents === undefined || country === undefined) return undefined;
  const wording = locales.flatMap(({ locale }) => {
    const words = localeWordsOf(definition, locale);
    return words ? [[locale, words] as const] : [];
  });
  if (!wording.some(([locale]) => locale === defaultLocale)) return undefined;
  return {
    marketVersion: version,
    regime: tax.regime,
    ...{ timeZone, country, defaultLocale },
    ...documents,
    wording: Object.fromEntries(wording),
  };
}

/** Words of a language, those for documents from its first fallback that has them. */
function localeWordsOf(definition: MarketDefinition, locale: string): LocaleWords | undefined {
  const { words } = wordingOf(definition, locale);
  const entry = definition.locales.find((each) => each.locale === locale);
  const chain = [locale, ...(entry?.fallback ?? []), definition.defaultLocale, 'en'];
  const documents = chain.map((tag) => definition.wording[tag]?.documents).find((each) => each !== undefined);
  if (documents === undefined) return undefined;
  const { titles, withdrawal, ...labels } = documents;
  const grades = definition.grades.map(({ grade, wordingKey }) => [grade, words.grades[wordingKey]?.label ?? grade]);
  return {
    documents: { titles, withdrawal, labels },
    grades: Object.fromEntries(grades) as Record<string, string>,
    legal: words.legal,
  };
}

/** How each variant of a product is called, in every language its names or colours are in: `iPhone 13 · 128 GB · Midnight`. */
export function variantTitlesOf({ names, variants }: DataOf<typeof productChangedV1>): Map<string, VariantTitle> {
  return new Map(
    variants.map(({ variantId, storageGb, colour }) => {
      const languages = new Set([...Object.keys(names), ...Object.keys(colour?.names ?? {})]);
      const title = [...languages].map((language) => {
        const parts = [
          names[language] ?? names.en,
          storageGb === undefined ? undefined : `${storageGb} GB`,
          colour && (colour.names[language] ?? colour.names.en),
        ];
        return [language, parts.filter((part) => part !== undefined).join(' · ')] as const;
      });
      return [variantId, Object.fromEntries(title)];
    }),
  );
}

/** A seller as its invoices name it. */
export function sellerParticularsOf({
  sellerId,
  version,
  name,
  establishedIn: country,
  particulars,
}: DataOf<typeof sellerChangedV1>): SellerParticulars {
  const { legalName = name, ...rest } = particulars ?? {};
  return { ...{ sellerId, version, name: legalName, country }, ...rest };
}
