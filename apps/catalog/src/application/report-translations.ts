import type { Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { CurationRejection } from '../domain/curation-rejection.js';
import { fallbackChain, missingOf, servedText, translatablesOf } from '../domain/missing-translations.js';
import type { MissingTranslation, Translatable } from '../domain/missing-translations.js';
import { missingWording } from '../domain/missing-wording.js';
import { translationKinds } from '../domain/translate-product.js';
import type { TranslationKind } from '../domain/translate-product.js';
import type { TranslationSource, WordedMarket } from './ports.js';

type Kind = MissingTranslation['kind'];

/** How much of one kind is said in a language. */
export interface Coverage {
  readonly kind: Kind;
  total: number;
  missing: number;
}

export interface MissingReport {
  readonly locale: string;
  /** Where a page looks for a text, in order. */
  readonly chain: readonly string[];
  readonly coverage: readonly Coverage[];
  readonly items: readonly MissingTranslation[];
  /** Where the next page begins; undefined at the end. */
  readonly next: string | undefined;
}

/** A text for a translator: what is said in which language, and what it is called in the one asked for, empty while it is not. */
export interface ExportedText {
  readonly kind: TranslationKind;
  readonly key: string;
  readonly locale: string;
  readonly sourceLocale: string;
  readonly source: string;
  readonly text: string;
}

/** What a language lacks, and the same as rows to fill in. Read one page of products at a time. */
export class ReportTranslations {
  constructor(private readonly source: TranslationSource) {}

  async missing(
    locale: string,
    {
      kinds,
      after,
      limit,
    }: { readonly kinds?: readonly Kind[] | undefined; readonly after?: string | undefined; readonly limit: number },
  ): Promise<Outcome<MissingReport, CurationRejection>> {
    const markets = await this.source.markets();
    const chain = chainIn(markets, locale);
    if (chain === undefined) return notOffered(locale);
    const coverage = new Map<Kind, Coverage>();
    const items: MissingTranslation[] = [];
    let isPast = after === undefined;
    let more = false;
    const count = (kind: Kind, found: MissingTranslation | undefined): void => {
      const counted = coverage.get(kind) ?? { kind, total: 0, missing: 0 };
      coverage.set(kind, counted);
      counted.total += 1;
      if (found === undefined) return;
      counted.missing += 1;
      if (!isPast) isPast = placeOf(found) === after;
      else if (items.length < limit) items.push(found);
      else more = true;
    };
    const wanted = (kind: Kind): boolean => kinds === undefined || kinds.includes(kind);
    if (wanted('wording'))
      for (const { section, missing } of missingWording(markets, locale))
        count('wording', missing && { ...missing, key: section });
    for await (const one of this.translatables(chain)) if (wanted(one.kind)) count(one.kind, missingOf(one, chain));
    const last = items.at(-1);
    const next = more && last !== undefined ? placeOf(last) : undefined;
    return { locale, chain, coverage: [...coverage.values()], items, next };
  }

  /** Every text of these kinds, or those the language lacks, as rows. */
  async texts(
    locale: string,
    {
      kinds = translationKinds,
      missingOnly,
    }: { readonly kinds?: readonly TranslationKind[] | undefined; readonly missingOnly: boolean },
  ): Promise<Outcome<AsyncGenerator<ExportedText>, CurationRejection>> {
    const chain = chainIn(await this.source.markets(), locale);
    return chain === undefined ? notOffered(locale) : this.rows(locale, chain, kinds, missingOnly);
  }

  private async *rows(
    locale: string,
    chain: readonly string[],
    kinds: readonly TranslationKind[],
    missingOnly: boolean,
  ): AsyncGenerator<ExportedText> {
    for await (const one of this.translatables(chain)) {
      if (!kinds.includes(one.kind)) continue;
      if (missingOnly && missingOf(one, chain) === undefined) continue;
      const own = one.texts[locale];
      // What is translated from is what is said in another language: the one a page falls back to.
      const source = servedText(
        one.texts,
        chain.filter((each) => each !== locale),
      ) ?? { locale: 'en', text: '' };
      yield { kind: one.kind, key: one.key, locale, sourceLocale: source.locale, source: source.text, text: own ?? '' };
    }
  }

  private async *translatables(chain: readonly string[]): AsyncGenerator<Translatable> {
    for (const [key, texts] of await this.source.colours()) yield { kind: 'colour.name', key, texts };
    for await (const page of this.source.products()) for (const product of page) yield* translatablesOf(product, chain);
  }
}

/** The chain a market declares for the language; a bare language that only stands in chains is read by itself. */
function chainIn(markets: readonly WordedMarket[], locale: string): readonly string[] | undefined {
  for (const { locales } of markets) {
    const offered = locales.find((each) => each.locale === locale);
    if (offered !== undefined) return fallbackChain(locale, offered.fallback);
  }
  const isFallback = markets.some(({ locales }) =>
    locales.some((each) => fallbackChain(each.locale, each.fallback).includes(locale)),
  );
  return isFallback ? fallbackChain(locale, []) : undefined;
}

function notOffered(locale: string): CurationRejection {
  return reject('catalog.locale_not_offered', `No market speaks or falls back to ${locale}.`, {
    field: 'query.locale',
  });
}

function placeOf({ kind, key }: MissingTranslation): string {
  return `${kind} ${key}`;
}
