import type {
  CartId,
  Instant,
  MarketCode,
  Money,
  OfferId,
  OrderId,
  QuoteId,
  SellerId,
  Uuid,
  VariantId,
} from '@reprise/kernel';
import type { EndReason, SagaState } from './saga-state.js';

/** A part of a quote that checkout keeps and shows and never computes with: JSON as pricing signed it. */
export type Shown = Readonly<Record<string, unknown>>;

/** `net + tax + fees + shipping = gross`. */
export interface OrderTotals {
  readonly net: Money;
  readonly tax: Money;
  readonly fees: Money;
  readonly shipping: Money;
  readonly gross: Money;
}

export interface QuotedLine {
  readonly offerId: OfferId;
  readonly sellerId: SellerId;
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  readonly shown: Shown;
}

/** A voucher whose discount is in the quote. */
export interface RedeemedVoucher {
  readonly code: string;
  /** One order may use it. */
  readonly onceOnly: boolean;
}

/** Where goods go, as far as tax depends on it. */
export interface Destination {
  readonly country: string;
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** Addresses by patterns of postal codes; with cities, only those of the codes that are in one of them, or in none. */
export interface PostalArea {
  readonly postalCodes: readonly string[];
  readonly cities?: readonly string[] | undefined;
  readonly exceptCities?: readonly string[] | undefined;
}

/** A quote whose signature was checked. */
export interface VerifiedQuote {
  readonly quoteId: QuoteId;
  readonly market: MarketCode;
  /** The cell that signed it. */
  readonly region: string;
  readonly expiresAt: Instant;
  readonly cartId?: CartId;
  readonly shipTo: Destination;
  /** Areas with another tax, where the quote left open whether it goes to one. */
  readonly elsewhere?: readonly PostalArea[];
  readonly lines: readonly QuotedLine[];
  readonly totals: OrderTotals;
  readonly voucher?: RedeemedVoucher;
  /** Tax lines, fees and shipping of the whole, and the voucher and VAT number it was priced with. */
  readonly shown: Shown;
}

/** Who buys and where it goes. Personal: kept apart from the order and never said. */
export interface Customer {
  readonly email: string;
  readonly name: string;
  readonly address: Shown;
  /** The language they ordered in; absent: the market's own. */
  readonly locale?: string;
}

export interface OrderLine extends QuotedLine {
  readonly id: Uuid;
}

/** An order as it was placed. Never changes; what happens to it is its saga. */
export interface Order {
  readonly id: OrderId;
  readonly market: MarketCode;
  readonly quoteId: QuoteId;
  readonly cartId?: CartId;
  readonly placedAt: Instant;
  readonly shipCountry: string;
  readonly shipRegion?: string;
  readonly paymentMethod: string;
  readonly lines: readonly OrderLine[];
  readonly totals: OrderTotals;
  /** Known while it is placed; later it is among what is shown. */
  readonly voucher?: RedeemedVoucher;
  readonly shown: Shown;
}

/** Where an order stands. */
export interface Saga {
  readonly orderId: OrderId;
  readonly state: SagaState;
  /** Grows by one with each move; a move names the version it starts from, so that of two only one happens. */
  readonly version: number;
  /** Times the step of this state was tried. */
  readonly tries: number;
  readonly reason?: EndReason;
}
