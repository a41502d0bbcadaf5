import type { Instant, Money } from '@reprise/kernel';
import type { VatScheme } from './quote.js';

/** What an offer costs in one market, and the bounds its seller set for it. */
export interface OfferPrice {
  readonly market: string;
  /** Tax inside where the market's prices are, without it where they are not. */
  readonly price: Money;
  readonly minPrice?: Money;
  readonly maxPrice?: Money;
}

/** What a seller states with one `PUT`: the whole offer, every time. */
export interface OfferTerms {
  readonly sku: string;
  readonly productId: string;
  readonly variantId: string;
  readonly grade: string;
  /** Units on hand, those promised to buyers included. Zero takes the offer off sale. */
  readonly quantity: number;
  readonly vatScheme: VatScheme;
  readonly warrantyMonths: number;
  readonly batteryHealth?: number;
  readonly shipsFrom: string;
  /** As the seller writes it: a part of that country may have a VAT of its own, or none. */
  readonly shipsFromPostalCode?: string;
  /** One entry a market, in order of market. */
  readonly prices: readonly OfferPrice[];
}

/** The terms of an offer with its names: what a seller now says of it. */
export interface StatedOffer extends OfferTerms {
  readonly offerId: string;
  readonly sellerId: string;
}

/** An offer as it stands. `version` grows by one per change; `quantityVersion` is the version that last stated the quantity. */
export interface Offer extends StatedOffer {
  readonly version: number;
  readonly quantityVersion: number;
  readonly status: 'active' | 'delisted';
  readonly updatedAt: Instant;
}
