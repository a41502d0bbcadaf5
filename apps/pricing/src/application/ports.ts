import { isPublishedIn } from '@reprise/kernel';
import type { Currency, Instant, MarketCode, Money, PublicationWindow } from '@reprise/kernel';
import type { DisplayTx } from './displayed-offers.js';
import type { PostalArea } from '../domain/eu-vat-table.js';
import type { AmountStatement, RestatedAmounts } from './restate-amounts.js';
import type { MarketTerms } from '../domain/market-terms.js';
import type { OfferImport, RowCounts } from '../domain/offer-import.js';
import type { Offer, StatedOffer } from '../domain/offer.js';
import type { Buyer, QuoteDraft, ShipTo } from '../domain/quote.js';
import type { PriceTables } from '../domain/tax-tables.js';
import type { PublishedQuality } from '../domain/published-quality.js';
import type { ClosedGate } from '../domain/quality-gate.js';
import type { SellerState } from '../domain/seller-life.js';
import type { Purchase } from '../domain/refuse-margin.js';
import type { Voucher } from '../domain/voucher.js';

/** A seller as pricing registers it. */
export interface Seller {
  readonly sellerId: string;
  readonly version: number;
  readonly name: string;
  readonly establishedIn: string;
  readonly status: SellerState;
  readonly demo: boolean;
  /** Where it sells; everywhere it states a price when left out. */
  readonly markets?: readonly string[] | undefined;
  /** Working days from the order until the parcel leaves; one when left out. */
  readonly handlingDays?: number | undefined;
  /** As said last. */
  readonly quality?: PublishedQuality | undefined;
  /** Quality gates that are closed. */
  readonly gates?: readonly ClosedGate[] | undefined;
}

/** A variant of the catalogue, as far as a price depends on it. */
export interface CatalogVariant {
  readonly variantId: string;
  readonly productId: string;
  readonly published: boolean;
  readonly category: string;
  readonly screenInches?: number;
  readonly storageGb?: number;
  /** Since when and until when each market shows the product; always when it says nothing. */
  readonly publication?: readonly PublicationWindow[];
}

/** Whether a market shows and sells a variant at an instant. */
export function isOnShow(variant: CatalogVariant | undefined, market: string, at: Instant): boolean {
  return variant?.published === true && isPublishedIn(variant.publication, market, at);
}

/** A market with what it means for prices. */
export interface Market {
  readonly code: MarketCode;
  readonly region: string;
  readonly status: 'draft' | 'preview' | 'live' | 'suspended' | 'retired';
  readonly version: number;
  readonly terms: MarketTerms;
  /** As catalog stated it, validated when it was heard; whoever writes for people reads its words. */
  readonly definition: unknown;
}

/** All markets as they stand, by code. */
export interface MarketBook {
  current(): Promise<ReadonlyMap<string, Market>>;
}

/** What one transaction of pricing can read and write. Whoever is handed one neither begins nor ends it. */
export interface PricingTx extends DisplayTx {
  /**
   * Makes other writers of these offers wait until this transaction ends, whether the offers exist yet or not, and whoever wants their
   * sellers' shelves. `sellerId`: whose they are, where they may be new.
   */
  lockOffers(offerIds: readonly string[], sellerId?: string): Promise<void>;
  /** As lockOffers, for every offer the seller has and will have. Ask for it before any of them is locked. */
  lockShelf(sellerId: string): Promise<void>;
  /** Changes prices of offers of a seller whose shelf is locked, where that is all the statements say, and says them. `dryRun` only compares. */
  restateAmounts(
    sellerId: string,
    stated: readonly AmountStatement[],
    options: { readonly now: Instant; readonly dryRun: boolean },
  ): Promise<RestatedAmounts>;
  offers(offerIds: readonly string[]): Promise<ReadonlyMap<string, Offer>>;
  /** As offers, for whoever knows what their sellers now say of them: what is the same need not be read. */
  offersStated(stated: readonly StatedOffer[]): Promise<ReadonlyMap<string, Offer>>;
  /** Units on hand, by offer, where some statement says another quantity. */
  onHandOtherThan(stated: readonly StatedOffer[]): Promise<ReadonlyMap<string, number>>;
  variants(variantIds: readonly string[]): Promise<ReadonlyMap<string, CatalogVariant>>;
  /** As lockOffers, for the one seller. */
  lockSeller(sellerId: string): Promise<void>;
  seller(sellerId: string): Promise<Seller | undefined>;
  saveSeller(seller: Seller): Promise<void>;
  /** Makes whoever wants to go on with the import wait until this transaction ends. False when another upload feeds it by now. */
  holdImport(feed: OfferImport): Promise<boolean>;
  /** Adds to what an import that is held has taken. */
  recordImportProgress(feed: OfferImport, progress: ImportProgress): Promise<void>;
}

/** What one batch adds to an import. */
export interface ImportProgress extends RowCounts {
  readonly lines: number;
  readonly bytes: number;
  readonly refused: readonly RefusedRow[];
  readonly now: Instant;
  /** The file ends with it. */
  readonly last: boolean;
}

/** One thing wrong with one line of a file. */
export interface RefusedRow {
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Imports of offers, by seller: nobody sees another's. */
export abstract class OfferImports {
  /**
   * Begins an import, or goes on with one: the upload that fed it before feeds it no more, and the batch it was storing has been counted. One
   * that was completed is answered unchanged.
   */
  abstract open(begun: {
    readonly importId: string;
    readonly sellerId: string;
    readonly dryRun: boolean;
    readonly totalBytes: number | undefined;
    readonly now: Instant;
  }): Promise<OfferImport>;
  abstract find(sellerId: string, importId: string): Promise<OfferImport | undefined>;
  /** Newest first. */
  abstract list(sellerId: string, limit: number): Promise<readonly OfferImport[]>;
  /** Errors of lines past `after`, in order of line: at least one line's, and no line's halved. */
  abstract errors(
    sellerId: string,
    importId: string,
    page: { readonly after: number; readonly limit: number },
  ): Promise<{ readonly items: readonly RefusedRow[]; readonly nextAfter: number | undefined }>;
}

/** Runs work all or nothing; may run it again after a conflict. */
export interface UnitOfWork {
  inTransaction<T>(work: (tx: PricingTx) => Promise<T>): Promise<T>;
}

/** Everything a price of one offer in one market depends on, read at once. */
export interface PricedOffer {
  readonly offer: Offer;
  readonly seller: Seller;
  readonly variant: CatalogVariant | undefined;
  /** Undefined until inventory has spoken of the offer. */
  readonly available: number | undefined;
  /** How the units on the shelf were bought; each way once. Empty where the seller registers none, or the offer is not under the margin scheme. */
  readonly purchases: readonly (Purchase & { readonly listed: boolean; readonly units: number })[];
}

/** A unit on the shelf, and what it cost its seller. */
export interface UnitOnHand extends Purchase {
  readonly unitId: string;
  readonly status: string;
  readonly cost: Money;
  readonly acquiredAt: string;
}

/** Units as inventory last told of them. Only their seller and operators may learn what they cost. */
export interface UnitShelf {
  /** At most `limit`, the longest on the shelf first. */
  onHand(offer: Pick<Offer, 'sellerId' | 'sku'>, limit: number): Promise<readonly UnitOnHand[]>;
}

/** Offers as buyers ask for them. */
export abstract class OfferCatalogue {
  abstract find(offerIds: readonly string[]): Promise<ReadonlyMap<string, PricedOffer>>;
  abstract findBySku(sellerId: string, sku: string): Promise<Offer | undefined>;
}

export type RateTableKind = 'tax' | 'fee';

/** Tax and fee tables, every version kept. */
export abstract class RateTables {
  /** Stores a new version unless the newest already says the same. */
  abstract store(table: {
    kind: RateTableKind;
    id: string;
    content: unknown;
    storedBy: string;
  }): Promise<{ version: number; changed: boolean }>;
  /** The newest version of every table, as it was stored. */
  abstract newest(): Promise<
    readonly { readonly kind: RateTableKind; readonly id: string; readonly content: unknown }[]
  >;
}

/** The tables that hold now, compiled. */
export interface PriceTableBook {
  current(): Promise<PriceTables>;
}

/** A priced basket with everything an order of it will need. */
export interface LockedQuote {
  readonly quoteId: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly market: Market;
  readonly locale: string;
  readonly draft: QuoteDraft;
  readonly offers: ReadonlyMap<string, PricedOffer>;
  readonly shipTo: ShipTo;
  /** Areas of the country that would be taxed otherwise, where the address leaves open whether it lies in one. */
  readonly elsewhere?: readonly PostalArea[];
  readonly buyer?: Buyer;
  readonly notices: readonly QuoteNotice[];
  readonly cartId?: string;
}

/** What a person should read before paying. */
export interface QuoteNotice {
  readonly code: 'marginVatNotRecoverable' | 'vatIdCheckDigitsWrong' | 'vatIdNotConfirmed';
  readonly field: string;
}

/** Vouchers by code, every version kept. */
export abstract class VoucherBook {
  abstract find(code: string): Promise<Voucher | undefined>;
  /** Stores a new version unless the newest already says the same. */
  abstract store(
    voucher: Voucher,
    currency: Currency,
    storedBy: string,
  ): Promise<{ readonly version: number; readonly changed: boolean }>;
  abstract newest(code: string): Promise<StoredVoucher | undefined>;
}

export interface StoredVoucher {
  readonly voucher: Voucher;
  readonly version: number;
}

/** Reads what a buyer typed as a VAT number. */
export interface VatIdFormat {
  /** As registries write it, without blanks and with their prefix (`GR` is `EL`); undefined where no member state has such numbers. */
  read(text: string): { readonly vatId: string; readonly checkDigitsRight: boolean } | undefined;
}

/** What the registry of VAT numbers says. `notAsked`: there is none to ask here. `unanswered`: it, or the state behind it, is away. */
export type VatIdAnswer =
  | { readonly kind: 'registered'; readonly consultationNumber?: string }
  | { readonly kind: 'notRegistered' }
  | { readonly kind: 'unanswered'; readonly why: string }
  | { readonly kind: 'notAsked' };

/** The registry of VAT numbers of the Union. Never throws: a registry that is away must not stop a sale. */
export interface VatIdRegistry {
  ask(vatId: string): Promise<VatIdAnswer>;
}
