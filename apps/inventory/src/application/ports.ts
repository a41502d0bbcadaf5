import type { CartId, Instant, MarketCode, OfferId, OrderId, SellerId } from '@reprise/kernel';
import type { OfferQuantity, Shortage } from '../domain/allocate-order.js';
import type { Cart, CartStatus, MarketCopy, OfferCopy } from '../domain/cart.js';
import type { ClaimState } from '../domain/order-claim.js';
import type { StockLevel } from '../domain/stock-level.js';
import type { StockSheet } from '../domain/stock-sheet.js';
import type { LocationBook } from './location-ports.js';
import type { UnitBook, UnitOffer } from './unit-ports.js';

/** Opens transactions on inventory's tables. */
export interface StockRoom {
  transact<T>(work: (tx: StockTx) => Promise<T>): Promise<T>;
  /** Does the work, answers what came of it, and undoes it. */
  rehearse<T>(work: (tx: StockTx) => Promise<T>): Promise<T>;
}

/** An offer as its fact states it. */
export interface OfferStatement extends OfferCopy, UnitOffer {
  readonly offerId: OfferId;
  readonly sellerId: SellerId;
  readonly version: number;
  readonly quantity: number;
}

/** A cart as a writer sees it: locked, with the database's word on whether its time is up. */
export interface LockedCart extends Cart {
  readonly isOverdue: boolean;
}

/** What a hold takes, and until when. */
export interface HoldRequest {
  readonly cartId: CartId;
  readonly offerId: OfferId;
  /** Units more than the cart already holds of this offer; above zero. */
  readonly more: number;
  readonly holdSeconds: number;
}

/** A cart whose life was extended. */
export interface Extended {
  readonly expiresAt: Instant;
}

/** What inventory remembers of an order. */
export interface Claim {
  readonly orderId: OrderId;
  readonly state: ClaimState;
  readonly lines: readonly OfferQuantity[];
}

/** What is answered to checkout about an order. */
export type ReservationAnswer =
  | { readonly orderId: OrderId; readonly market: MarketCode; readonly kind: 'reserved' }
  | {
      readonly orderId: OrderId;
      readonly market: MarketCode;
      readonly kind: 'rejected';
      readonly lines: readonly Shortage[];
    };

/**
 * One transaction. Whoever takes several kinds of lock takes claims first, then carts, then levels, each in the order of its id:
 * so no two transactions ever wait for each other.
 */
export interface StockTx {
  readonly units: UnitBook;
  readonly locations: LocationBook;

  findMarket(code: MarketCode): Promise<MarketCopy | undefined>;
  /** Newer versions replace older ones; the rest is ignored. */
  saveMarkets(markets: readonly (MarketCopy & { readonly version: number })[]): Promise<void>;
  findOffer(offerId: OfferId): Promise<OfferCopy | undefined>;
  saveOffers(offers: readonly OfferStatement[]): Promise<void>;
  /** Those that say anything the copies and levels do not hold, versions and prices apart. */
  offersSayingMore<Offer extends OfferStatement & { readonly quantityVersion: number }>(
    offers: readonly Offer[],
  ): Promise<Offer[]>;

  /** Locks the levels of these offers; offers without stock are absent from the sheet and count as empty. */
  lockLevels(offerIds: readonly OfferId[]): Promise<StockSheet>;
  /** As lockLevels, after making empty levels for offers that have none. */
  openLevels(offerIds: readonly OfferId[]): Promise<StockSheet>;
  /** The level as it stands, not locked. */
  readLevel(offerId: OfferId): Promise<StockLevel>;
  /** Writes changed levels and their movements, and says each changed level. */
  saveSheet(sheet: StockSheet): Promise<void>;
  /**
   * Takes units for a cart if there are enough: one conditional statement, so the level is locked from here to the commit and no
   * longer. Undefined, and nothing written, when there are too few.
   */
  takeUnits(request: HoldRequest): Promise<Extended | undefined>;
  /** Units of an offer that are free at this moment, for telling a buyer. */
  availableUnits(offerId: OfferId): Promise<number>;

  insertCart(id: CartId, market: MarketCode, holdSeconds: number): Promise<Cart>;
  findCart(id: CartId): Promise<LockedCart | undefined>;
  /** Locks those that exist, whatever their status. */
  lockCarts(ids: readonly CartId[]): Promise<LockedCart[]>;
  /** Locks open carts whose time has been up for so long, oldest first, passing over any that somebody else holds. */
  lockOverdueCarts(limit: number, graceSeconds: number): Promise<LockedCart[]>;
  /** Sets what carts hold of an offer; zero removes the hold. */
  setHolds(
    holds: readonly { readonly cartId: CartId; readonly offerId: OfferId; readonly quantity: number }[],
  ): Promise<void>;
  /** Answers until when each lives. */
  extendCarts(ids: readonly CartId[], holdSeconds: number): Promise<Map<CartId, Instant>>;
  /** Extends a cart to so long after the first time this was asked, if it does not live longer already. */
  extendForPayment(id: CartId, paymentSeconds: number): Promise<Instant>;
  /** Ends carts and removes their holds; what these held must be given to somebody on the sheet. */
  closeCarts(ids: readonly CartId[], status: CartStatus): Promise<void>;

  /** Inserts claims for orders inventory has not heard of and answers which of them are new. */
  openClaims(orders: readonly { readonly orderId: OrderId; readonly market: MarketCode }[]): Promise<Set<OrderId>>;
  lockClaims(orderIds: readonly OrderId[]): Promise<Claim[]>;
  saveClaims(claims: readonly Claim[]): Promise<void>;
  sayReservations(answers: readonly ReservationAnswer[]): Promise<void>;
}
