import type { CartId, OfferId, OrderId } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';

/**
 * How many units of an offer there are and to whom they are promised. Whole units; `reserved + allocated <= onHand` always, so
 * nothing is promised that is not there.
 */
export interface StockLevel {
  readonly offerId: OfferId;
  readonly onHand: number;
  /** Held by carts, for a limited time. */
  readonly reserved: number;
  /** Held by placed orders, until they are confirmed or end. */
  readonly allocated: number;
  /**
   * Promised units the seller has since declared not to have. A seller cannot un-promise, so they stay on hand; but the first
   * such promise that falls away takes its unit with it instead of putting it back on sale.
   */
  readonly withdrawn: number;
  /** Kept back from sale at the places of the seller. */
  readonly safetyStock: number;
  /** What says how many there are. */
  readonly countedBy: CountedBy;
  /** The offer's version that last stated a quantity. */
  readonly quantityVersion: number;
  /** Grows by one with each change that is said. */
  readonly version: number;
}

/** What says how many there are of an offer: the quantity its seller states with it, the listed units of the ledger, or its places. */
export type CountedBy = 'offer' | 'units' | 'locations';

/** Why units moved. The sum of an offer's movements is its level. */
export const movementKinds = [
  /** The seller stated a quantity. */
  'declaration',
  /** A cart holds units. */
  'reservation',
  /** A cart's hold ended without an order. */
  'release',
  /** An order took units, from stock or from its cart's hold. */
  'allocation',
  /** An order ended without a sale. */
  'deallocation',
  /** An order was confirmed: its units left. */
  'sale',
  /** A promise fell away whose unit the seller had declared gone. */
  'withdrawal',
  /** Listed units were counted, or the seller changed what counts. */
  'count',
  /** A sold unit was cancelled before it left, and is for sale again. */
  'cancellation',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One change of one level, as differences. Written once, never changed. */
export interface StockMovement {
  readonly offerId: OfferId;
  readonly kind: MovementKind;
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly cartId?: CartId;
  readonly orderId?: OrderId;
}

/** What a movement is about: the cart or the order that caused it. */
export type MovementCause = Pick<StockMovement, 'cartId' | 'orderId'>;

/** The level of an offer nobody has stated a quantity of. */
export function emptyLevel(offerId: OfferId): StockLevel {
  return {
    offerId,
    onHand: 0,
    reserved: 0,
    allocated: 0,
    withdrawn: 0,
    safetyStock: 0,
    countedBy: 'offer',
    quantityVersion: 0,
    version: 0,
  };
}

/** Units that are there, promised to nobody and not kept back. */
export function availableOf(level: StockLevel): number {
  return Math.max(0, level.onHand - level.reserved - level.allocated - level.safetyStock);
}

/** Units promised to somebody. */
export function promisedOf(level: StockLevel): number {
  return level.reserved + level.allocated;
}

/** Units the seller has by the last word on it: those on hand less what stays only because it is promised. */
export function statedOf(level: StockLevel): number {
  return level.onHand - level.withdrawn;
}

/** Throws a Bug for a level that promises what is not there; the database refuses it too. */
export function checkLevel(level: StockLevel): StockLevel {
  const promised = promisedOf(level);
  invariant(level.reserved >= 0 && level.allocated >= 0, `stock of ${level.offerId} has a negative promise`);
  invariant(promised <= level.onHand, `stock of ${level.offerId} promises ${promised} of ${level.onHand}`);
  invariant(
    level.withdrawn >= 0 && level.withdrawn <= promised,
    `stock of ${level.offerId} withdrew ${level.withdrawn} of ${promised} promised`,
  );
  return level;
}
