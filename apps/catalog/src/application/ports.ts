import type { PhraseRule } from '@reprise/kernel';
import type { Market, MarketTerms } from '../domain/market.js';
import type { Product } from '../domain/product.js';
import type { Owners } from '../domain/refuse-taken.js';
import type { Family } from '../domain/merge-products.js';
import type { TranslatableProduct } from '../domain/missing-translations.js';
import type { Worded } from '../domain/missing-wording.js';
import type { ShelvedProduct, StatedProduct, Texts } from '../domain/stated-product.js';
import type { Translation } from '../domain/translate-product.js';

/** What was done to a market, by whom and why: kept for ever. */
export interface MarketChange {
  readonly action: 'defined' | 'moved' | 'rolledBack';
  /** The operator, as the token names them. */
  readonly actor: string;
  readonly reason?: string | undefined;
  /** Whose definition was taken up again. */
  readonly fromVersion?: number | undefined;
  /** Checks of the readiness report that warned when it was opened, and were accepted. */
  readonly acceptedWarnings?: readonly string[] | undefined;
}

/** A market as one change left it. */
export interface MarketVersion<D extends MarketTerms> extends MarketChange {
  /** In the order of all changes of all markets. */
  readonly changeId: string;
  readonly market: string;
  readonly version: number;
  readonly status: Market['status'];
  readonly definition: D;
  readonly changedAt: Date;
}

/** One transaction on the markets. Writers come one after the other, so what it reads stays true until it ends. */
export interface MarketsTx<D extends MarketTerms> {
  all(): Promise<readonly Market<D>[]>;
  /** The definition a market had at one version. */
  definitionAt(code: string, version: number): Promise<D | undefined>;
  /** Stores the market at its new version, notes the change, and says it as a fact. */
  save(market: Market<D>, change: MarketChange): Promise<void>;
}

/** All markets of the platform. */
export interface MarketBook<D extends MarketTerms> {
  all(): Promise<readonly Market<D>[]>;
  find(code: string): Promise<Market<D> | undefined>;
  change<T>(work: (tx: MarketsTx<D>) => Promise<T>): Promise<T>;
}

/** A market before and after one change. */
export interface AuditedChange {
  readonly change: Omit<MarketVersion<MarketTerms>, 'definition'>;
  readonly before: { readonly version: number; readonly status: Market['status'] } | undefined;
}

/** Every change of every market. */
export interface MarketArchive<D extends MarketTerms> {
  /** The last change of each market. */
  newest(): Promise<readonly MarketVersion<D>[]>;
  /** Newest first. */
  versions(
    code: string,
    page: { readonly before: number | undefined; readonly limit: number },
  ): Promise<readonly MarketVersion<D>[]>;
  /** Newest first, of one market or of all. */
  changes(page: {
    readonly market: string | undefined;
    readonly from: Date | undefined;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<readonly AuditedChange[]>;
}

/** How many of the stored products were new, and how many differed from what was there. The rest said nothing new. */
export interface Stored {
  readonly created: number;
  readonly updated: number;
}

/** One transaction on the products. Writers come one after the other. */
export interface ProductsTx<P extends Product> {
  /** Who has the addresses and variants these products claim. */
  ownersOf(products: readonly P[]): Promise<Owners>;
  /** What no text may say. */
  phraseRules(): Promise<readonly PhraseRule[]>;
  /** Stores those that are new or differ, one version further, and says each as a fact. Each product once. */
  save(products: readonly P[]): Promise<Stored>;
}

/** All products of the platform. */
export interface ProductBook<P extends Product> {
  change<T>(work: (tx: ProductsTx<P>) => Promise<T>): Promise<T>;
}

/** What an operator did to a product, and why: kept for ever. */
export interface ProductChange {
  readonly productId: string;
  readonly action: 'merged' | 'split' | 'scheduled' | 'translated';
  readonly actor: string;
  readonly reason: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One transaction on products with all that was decided of them. */
export interface CurationTx<P extends StatedProduct> {
  /** These products and all that is merged with them in any way. */
  family(productIds: readonly string[]): Promise<Family<P>>;
  /** The products that have, or had, these addresses, by address. */
  ownersOfSlugs(slugs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What no text may say. */
  phraseRules(): Promise<readonly PhraseRule[]>;
  marketCodes(): Promise<ReadonlySet<string>>;
  /** Stores what differs from before, says what no longer stands as it did, and notes who did it and why. Nothing when nothing differs. */
  keep(before: Family<P>, after: Family<P>, change: ProductChange): Promise<readonly ShelvedProduct<P>[]>;
}

/** Products as operators curate them. */
export interface CurationDesk<P extends StatedProduct> {
  find(productId: string): Promise<CuratedProduct<P> | undefined>;
  change<T>(work: (tx: CurationTx<P>) => Promise<T>): Promise<T>;
}

/** A product, what is merged into it, and what was ever done to it. */
export interface CuratedProduct<P extends StatedProduct> {
  readonly product: ShelvedProduct<P>;
  readonly merged: readonly {
    readonly productId: string;
    readonly slug: string;
    readonly variantIds: readonly string[];
  }[];
  readonly changes: readonly (Omit<ProductChange, 'productId'> & { readonly changedAt: string })[];
}

/** What texts are checked against: the languages markets speak or fall back to, and what may not be said in them. */
export interface TextTerms {
  readonly locales: ReadonlySet<string>;
  readonly rules: readonly PhraseRule[];
}

/** One transaction on the texts of products and colours. */
export interface TranslationTx<P extends StatedProduct> extends Pick<CurationTx<P>, 'family' | 'ownersOfSlugs'> {
  terms(): Promise<TextTerms>;
  /** As `keep`, for changes to many products. */
  keepAll(before: Family<P>, after: Family<P>, changes: readonly ProductChange[]): Promise<unknown>;
  /** What colours of these codes are called on products as they stand; a code no product has is left out. */
  colours(codes: readonly string[]): Promise<ReadonlyMap<string, Texts>>;
  /** Calls colours something, and says every product that has one of them. */
  nameColours(names: readonly Translation[], by: { readonly actor: string; readonly reason: string }): Promise<void>;
}

export interface TranslationDesk<P extends StatedProduct> {
  translate<T>(work: (tx: TranslationTx<P>) => Promise<T>): Promise<T>;
}

/** A market with its languages and its own words. */
export type WordedMarket = Worded;

/** Every text there is, a page at a time. */
export interface TranslationSource {
  markets(): Promise<readonly WordedMarket[]>;
  /** What each colour of a published product is called, by code. */
  colours(): Promise<ReadonlyMap<string, Texts>>;
  /** Published products in the order of their ids. */
  products(): AsyncIterable<readonly TranslatableProduct[]>;
}
