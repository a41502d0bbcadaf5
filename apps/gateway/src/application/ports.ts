import type { MarketDefinition } from '@reprise/contracts/market';
import type { Grade, MarketStatus } from '@reprise/contracts';
import type {
  DataOf,
  Names,
  ProductImage,
  ProductState,
  marketChangedV1,
  offerChangedV1,
  sellerChangedV1,
  stockChangedV1,
} from '@reprise/contracts/events';
import type { Money } from '@reprise/kernel';
import type { BuyBoxTerms, Candidate } from '../domain/rank-offers.js';

/** A market as last heard. */
export interface Market {
  readonly code: string;
  readonly version: number;
  readonly status: MarketStatus;
  readonly definition: MarketDefinition;
}

/** Markets of every region. */
export interface Markets {
  all(): readonly Market[];
  find(code: string): Market | undefined;
  /** Grows whenever anything of any market has changed: what one market’s pages tell of the others depends on it. */
  readonly marketsRevision: number;
}

/** The number the read model gives a product or a variant for as long as it runs: small, dense, never reused. */
export type Row = number;

/** What a list shows of a product; the rest is read when its page is. */
export interface ProductCard {
  readonly productId: string;
  readonly version: number;
  readonly slug: string;
  /** Addresses by language; a language without one has `slug`. */
  readonly slugs?: Readonly<Record<string, string>>;
  /** Every other id and address that leads to it: of products merged into it, and those it had. */
  readonly leadsHere?: readonly string[];
  readonly brand: string;
  readonly category: string;
  readonly names: Names;
  /** The picture a list shows. */
  readonly image: ProductImage | undefined;
  /** When the catalogue last changed it, ISO 8601; unknown for what was heard before that was kept. */
  readonly changedAt: string | undefined;
  /** Rows of the product's variants, in the order the catalogue lists them. */
  readonly variants: readonly Row[];
}

/** An offer as it stands in one market. */
export interface OfferInMarket extends Candidate {
  readonly sellerName: string;
  readonly demo: boolean;
  readonly grade: Grade;
  /** Lowest price of the 30 days before an announced reduction. */
  readonly priorPriceMinor: number | null;
  readonly vatScheme: 'REGULAR' | 'MARGINAL';
  /** How the past sales of its seller went, as far as that is known. */
  readonly quality: States['seller']['quality'];
}

/** What can be bought, by variant, grade and market: products, offers, sellers and stock as last heard, and the buy boxes they make. */
export interface Shelf {
  /** The published product of that id or slug. */
  productRow(idOrSlug: string): Row | undefined;
  card(product: Row): ProductCard;
  /** The same, or undefined for a product that is no longer published. */
  cardIfPublished(product: Row): ProductCard | undefined;
  /** Every published product, by product id: an order that every gateway agrees on. */
  products(): readonly Row[];
  /** The whole product, with every variant and attribute. */
  product(product: Row): ProductState;
  /** The variant of that id, if a published product has it. */
  variantRow(variantId: string): Row | undefined;
  variantId(variant: Row): string;
  /** Whether a market shows a product now. */
  isShown(product: Row, market: string): boolean;
  /** Offers of a variant and grade that a market lists, buyable or not. */
  offers(variant: Row, grade: Grade, market: string): readonly OfferInMarket[];
  /** The offer in the buy box. */
  winner(variant: Row, grade: Grade, market: string): OfferInMarket | undefined;
  /** How many offers of a variant and grade can be bought. */
  buyableCount(variant: Row, grade: Grade, market: string): number;
  /** What a cart line shows of an offer: undefined when it is unknown or not priced in that market. */
  line(
    offerId: string,
    market: string,
  ): { readonly product: Row; readonly variantId: string; readonly unitPrice: Money } | undefined;
  /** An offer as its seller may see it, priced in that market or not; undefined for another seller's. */
  ownOffer(
    sellerId: string,
    offerId: string,
    market: string,
  ):
    | {
        readonly variant: Row;
        readonly variantId: string;
        readonly offer: OfferInMarket;
        readonly quality: States['seller']['quality'];
      }
    | undefined;
  terms(market: string, grade: Grade): BuyBoxTerms | undefined;
  /** What a colour is called, by language. */
  colourNames(code: string): Names | undefined;
  /** Grows whenever anything a product's page shows has changed, in any market. */
  revision(product: Row): number;
  /** Grows whenever anything any list of a market shows has changed. */
  listRevision(market: string): number;
}

export type SortOrder = 'relevance' | 'price' | '-price' | 'newest' | 'name';

/** Where a page ended: the sort key of its last item and that item's id. */
export interface SearchPosition {
  readonly key: number | string;
  readonly id: string;
}

/** What of a product can be searched. */
export interface SearchText {
  /** Brand and model in each language: what a searcher most likely means. */
  readonly names: readonly string[];
  /** Aliases, storage, colours: what narrows a search down. */
  readonly words: readonly string[];
  /** Model codes, part numbers, GTINs: matched whole. */
  readonly codes: readonly string[];
  /** Its words in a name are no difference between two models. */
  readonly brand?: string;
}

/** What an index knows of a product besides what is sold of it. */
export interface ProductInIndex {
  readonly productId: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly categoryPath: readonly string[];
  readonly releaseYear: number | undefined;
  readonly screenInches: number | undefined;
  /** In the order the catalogue lists them. */
  readonly variants: readonly {
    readonly storageGb: number | undefined;
    readonly colour: string | undefined;
    readonly ramGb: number | undefined;
  }[];
  readonly text: SearchText;
}

/** What one market sells of one product. */
export interface ProductOnSale {
  /** Each variant and grade that can be bought, with the price in its buy box. `variant`: its place among the product's variants. */
  readonly cells: readonly { readonly variant: number; readonly grade: Grade; readonly priceMinor: number }[];
  readonly offerCount: number;
  /** True while the market does not show the product at all, not even as sold out. */
  readonly hidden?: boolean;
}

/** A search index as whoever feeds it sees it. Products go by their rows. */
export interface SearchWriter {
  /** States a published product, or with `undefined` takes it out. */
  describe(row: Row, product: ProductInIndex | undefined): void;
  /** States what a market sells of a product. */
  putOnSale(row: Row, market: string, onSale: ProductOnSale): void;
}

/**
 * What searchers say in one language: phrases that narrow nothing down, phrases with what else they may be called, and the endings its words
 * take.
 */
export interface SearchLexicon {
  readonly ignore: readonly string[];
  readonly synonyms: readonly { readonly words: readonly string[]; readonly mean: readonly string[] }[];
  readonly endings: readonly string[];
}

/** Filters of one kind are alternatives, of different kinds all hold. Prices are minor units of the market's currency. */
export interface SearchQuery {
  readonly market: string;
  readonly text?: string;
  /** The searcher's language, and its search words. */
  readonly locale?: string;
  readonly lexicon?: SearchLexicon;
  /** A category or any step above it: `smartphone`, `mobile`. */
  readonly category?: string;
  readonly brands?: readonly string[];
  readonly grades?: readonly Grade[];
  readonly storagesGb?: readonly number[];
  /** By their codes: `midnight`. */
  readonly colours?: readonly string[];
  readonly ramsGb?: readonly number[];
  /** Codes of `screenRanges`. */
  readonly screens?: readonly string[];
  /** Of release. */
  readonly years?: readonly number[];
  readonly priceMinMinor?: number;
  readonly priceMaxMinor?: number;
  readonly availability: 'buyable' | 'unbuyable' | 'any';
  readonly sort: SortOrder;
  readonly limit: number;
  readonly after?: SearchPosition;
}

export interface SearchHit {
  readonly product: Row;
  /** The lowest buy box price among what was asked for, its grade, and its variant's place among the product's. */
  readonly priceMinor: number | null;
  readonly grade: Grade | null;
  readonly variant: number | null;
  readonly grades: readonly Grade[];
  readonly offerCount: number;
}

/** How many products have each value. A facet ignores its own filter, so that a second brand can be ticked beside the first. */
export interface SearchFacets {
  readonly category: readonly FacetCount[];
  readonly brand: readonly FacetCount[];
  readonly grade: readonly FacetCount[];
  /** Gigabytes. */
  readonly storage: readonly FacetCount[];
  readonly colour: readonly FacetCount[];
  /** Gigabytes. */
  readonly ram: readonly FacetCount[];
  readonly screen: readonly FacetCount[];
  /** Newest first. */
  readonly year: readonly FacetCount[];
  readonly price: {
    readonly minMinor: number;
    readonly maxMinor: number;
    /** Between round prices, together holding every product with a price once; the last has no end. */
    readonly ranges: readonly { readonly fromMinor: number; readonly toMinor: number | null; readonly count: number }[];
  } | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly facets: SearchFacets;
  readonly next: SearchPosition | null;
}

/**
 * Finds products. The embedded one lives in this process and answers at once; a server of its own may answer later, so callers accept
 * either.
 */
export interface SearchIndex {
  search(query: SearchQuery): SearchPage | Promise<SearchPage>;
}

/** What is kept of each topic: the newest full state by key. */
export interface States {
  readonly market: DataOf<typeof marketChangedV1> & { readonly status: MarketStatus };
  readonly product: ProductState & { readonly changedAt?: string };
  readonly seller: DataOf<typeof sellerChangedV1> & { readonly status: 'active' | 'suspended' };
  readonly offer: DataOf<typeof offerChangedV1>;
  readonly stock: DataOf<typeof stockChangedV1>;
  readonly price: PriceState;
}

/** The prices of an offer as a pack of prices said them. Kept beside the offer: whichever of the two has the newer version says what it costs. */
export interface PriceState {
  readonly offerId: string;
  readonly version: number;
  readonly prices: DataOf<typeof offerChangedV1>['prices'];
}

export type StateKind = keyof States;

/** One key's new state; `undefined` when the key is gone. */
export type StateChange = {
  [Kind in StateKind]: { readonly kind: Kind; readonly key: string; readonly state: States[Kind] | undefined };
}[StateKind];

/** Where a partition is read on from. */
export interface NextOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** The read model as whoever feeds it sees it. */
export interface ReadState {
  /** The cluster the stored offsets are of. */
  readonly clusterId: string | undefined;
  /** `topic:partition` to the next offset to read. */
  offsets(): ReadonlyMap<string, string>;
  /** Applies what is newer and stores it with its offsets in one write. Answers how many changes were newer. */
  fold(changes: readonly StateChange[], offsets: readonly NextOffset[], clusterId?: string): number;
  /** Everything Kafka had at some moment is in it: from now on it may answer, whatever becomes of Kafka. */
  markCaughtUp(): void;
  /** Forgets everything, offsets included. */
  clear(): void;
}
