import type { OrderId, Uuid, VariantId } from '@reprise/kernel';
import type {
  DocumentCause,
  DocumentTerms,
  DocumentWords,
  IssuedDocument,
  Issuer,
  VariantTitle,
} from '../domain/document.js';
import type { NumberSeries } from '../domain/number-series.js';
import type { Customer } from '../domain/order.js';
import type { DeskTx } from './ports.js';

/** Something documents are to be issued about. */
export interface DueDocuments extends DocumentCause {
  readonly tries: number;
}

/** A document with what it was laid out by, and what it is about. */
export interface StoredDocument {
  readonly document: IssuedDocument;
  readonly words: DocumentWords;
  readonly subjectId: Uuid;
}

/** A seller as documents name it. */
export type SellerParticulars = Omit<Issuer, 'id'> & { readonly sellerId: string; readonly version: number };

/** Documents of orders, in the caller's transaction. */
export interface DocumentsTx {
  /** Notes what documents are to be issued about; again changes nothing. */
  noteDue(...causes: readonly DocumentCause[]): Promise<void>;
  /** Takes the oldest cause nobody works on, of an order with no older one: its documents build on each other. Held until the transaction ends. */
  claimDue(): Promise<DueDocuments | undefined>;
  dropDue(cause: DocumentCause): Promise<void>;
  postponeDue(cause: DocumentCause, delayMs: number): Promise<void>;

  /** `none`: the market issues no documents. Undefined: its terms are not heard of yet. */
  termsOf(market: string): Promise<DocumentTerms | 'none' | undefined>;
  sellersOf(sellerIds: readonly string[]): Promise<ReadonlyMap<string, Issuer>>;
  titlesOf(variantIds: readonly VariantId[]): Promise<ReadonlyMap<string, VariantTitle>>;
  customerOf(orderId: OrderId): Promise<Customer | undefined>;

  /** The next number of a series: nobody else gets it, and if this transaction fails nobody ever missed it. */
  takeNumber(series: NumberSeries): Promise<number>;
  insert(document: StoredDocument, numbered?: { readonly series: NumberSeries; readonly n: number }): Promise<void>;
  /** Oldest first. */
  ofOrder(orderId: OrderId): Promise<StoredDocument[]>;

  saveSellers(sellers: readonly SellerParticulars[]): Promise<void>;
}

/** Makes the printed form of a document: the same bytes each time. */
export interface DocumentPrinter {
  print(stored: StoredDocument): Promise<Buffer>;
}

/** A transaction that issues or reads documents. */
export type IssuingTx = DeskTx & { readonly documents: DocumentsTx };

export interface IssuingDesk {
  transact<T>(work: (tx: IssuingTx) => Promise<T>): Promise<T>;
}
