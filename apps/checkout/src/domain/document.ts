import type { Instant, LocalDay, MarketCode, MoneyJson, OrderId, SellerId, Uuid } from '@reprise/kernel';
import type { Shown } from './order.js';

/** Kinds with a number of their own; each series has no gap. */
export const numberedKinds = ['invoice', 'receipt', 'creditNote'] as const;
export type NumberedKind = (typeof numberedKinds)[number];
export type DocumentKind = NumberedKind | 'orderConfirmation' | 'refundConfirmation' | 'withdrawalAcknowledgement';

/** What a document is about; one of each kind and issuer is issued about it. */
export interface DocumentCause {
  readonly orderId: OrderId;
  readonly about: 'order' | 'shipment' | 'refund' | 'withdrawal';
  /** The order, shipment, refund or withdrawal. */
  readonly subjectId: Uuid;
}

/** The marketplace itself, as an issuer. */
export const platformId = 'platform';

/** Who issues: a seller, or the marketplace. */
export interface Issuer {
  readonly id: SellerId | typeof platformId;
  readonly name: string;
  readonly country: string;
  readonly address?: readonly string[] | undefined;
  readonly taxNumber?: string | undefined;
}

/** One tax of a line, as it was quoted, with the amounts of this document. */
export interface DocumentTax {
  readonly jurisdiction: Readonly<Record<string, unknown>> & { readonly code: string; readonly name: string };
  readonly rate: string;
  readonly taxable: MoneyJson;
  readonly amount: MoneyJson;
  readonly treatment: string;
  readonly taxCollectionResponsibility: 'SELLER' | 'MARKETPLACE';
  readonly legalMention?: string;
  readonly holiday?: string;
  readonly reason?: string;
}

export interface DocumentFee {
  readonly id: string;
  readonly name: string;
  readonly amount: MoneyJson;
}

/** A line of a document: goods of an order's line, or delivery. `net + tax = gross`; fees stand beside it. */
export interface DocumentLine {
  readonly lineId?: Uuid;
  readonly offerId?: string;
  readonly sellerId?: string;
  readonly description: string;
  readonly grade?: string;
  readonly vatScheme?: 'REGULAR' | 'MARGINAL';
  readonly quantity: number;
  readonly unitPrice?: MoneyJson;
  readonly reduction?: boolean;
  readonly discount?: MoneyJson;
  readonly net: MoneyJson;
  readonly tax: MoneyJson;
  readonly gross: MoneyJson;
  readonly taxLines: readonly DocumentTax[];
  readonly fees: readonly DocumentFee[];
  readonly includedLevies?: readonly { readonly name: string; readonly amount: MoneyJson }[];
  readonly units?: readonly { readonly imei?: string; readonly serial?: string }[];
  readonly taxRule?: { readonly rule: string; readonly legalBasis: string; readonly tables: readonly string[] };
}

export interface CorrectedDocument {
  readonly id: Uuid;
  readonly number: string;
  readonly issuedOn: LocalDay;
}

/** What a document says. Written once; everything a reader is shown is made from it and its words. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly orderId: OrderId;
  readonly market: MarketCode;
  readonly regime: DocumentTerms['regime'];
  readonly locale: string;
  readonly currency: string;
  readonly issuedOn: LocalDay;
  readonly orderedOn: LocalDay;
  readonly suppliedOn?: LocalDay;
  readonly marketVersion: number;
  readonly issuer: Issuer;
  readonly platform: string;
  readonly buyer: {
    readonly name: string;
    readonly address: readonly string[];
    readonly country: string;
    readonly taxNumber?: string;
  };
  readonly paymentMethod: string;
  readonly corrects?: readonly CorrectedDocument[];
  readonly lines: readonly DocumentLine[];
  readonly taxLines: readonly DocumentTax[];
  readonly fees: readonly DocumentFee[];
  readonly totals: Readonly<Record<'net' | 'tax' | 'fees' | 'shipping' | 'gross', MoneyJson>>;
  readonly mentions: readonly string[];
  readonly text?: readonly string[];
}

/** The words a document is laid out with, as they were when it was issued. */
export interface DocumentWords {
  readonly titles: Readonly<Record<DocumentKind, string>>;
  readonly withdrawal: Readonly<Record<'received' | 'subject' | 'refund' | 'sendBack' | 'nothingSent', string>>;
  readonly labels: Readonly<Record<string, string>>;
}

export interface IssuedDocument extends DocumentContent {
  readonly id: Uuid;
  readonly issuedAt: Instant;
  readonly number?: string;
}

/** What a market says of documents: law and words. A copy of what the market's fact says. */
export interface DocumentTerms {
  readonly marketVersion: number;
  readonly regime: 'eu-vat' | 'us-sales-tax';
  readonly timeZone: string;
  /** Whose series: the market's first country. */
  readonly country: string;
  readonly sale: 'invoice' | 'receipt';
  readonly saleIssuedAt: 'shipment' | 'confirmation';
  readonly issuedBy: 'seller' | 'platform';
  readonly platform: Omit<Issuer, 'id'>;
  readonly numbering: {
    readonly restart: 'yearly' | 'never';
    readonly digits: number;
    readonly prefixes: Readonly<Record<NumberedKind, string>>;
  };
  readonly defaultLocale: string;
  /** By locale: the words of its language or its fallback. */
  readonly wording: Readonly<Record<string, LocaleWords>>;
}

export interface LocaleWords {
  readonly documents: DocumentWords;
  /** Labels of grades by grade. */
  readonly grades: Readonly<Record<string, string>>;
  /** Legal mentions by their key. */
  readonly legal: Readonly<Record<string, string>>;
}

/** How a variant is called, by language; English is always there. */
export type VariantTitle = Readonly<Record<string, string>>;

/** Everything a document is composed from. */
export interface DocumentMatter {
  readonly terms: DocumentTerms;
  readonly locale: string;
  readonly customer: { readonly name: string; readonly address: Shown };
  readonly sellers: ReadonlyMap<string, Issuer>;
  readonly titles: ReadonlyMap<string, VariantTitle>;
}
