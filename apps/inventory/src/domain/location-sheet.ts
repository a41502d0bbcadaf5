import type { OfferId, OrderId } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';

/** What one place has of one offer. Carts hold of the whole; an order is allocated to places. */
export interface LocationLevel {
  readonly offerId: OfferId;
  readonly location: string;
  /** By its seller's last word, less what left since. May be fewer than are allocated: a seller cannot un-promise. */
  readonly onHand: number;
  readonly allocated: number;
  /** Kept back from sale: for the shop counter, for exchanges, for a count that is never exact. */
  readonly safetyStock: number;
  readonly version: number;
}

export type LocationMovementKind = 'statement' | 'allocation' | 'deallocation' | 'sale' | 'cancellation';

/** One change of what a place has, as differences. Written once. */
export interface LocationMovement {
  readonly offerId: OfferId;
  readonly location: string;
  readonly kind: LocationMovementKind;
  readonly onHand: number;
  readonly allocated: number;
  readonly orderId?: OrderId;
}

/** How much of an order's pieces of one offer one place sends. */
export interface Split {
  readonly orderId: OrderId;
  readonly offerId: OfferId;
  readonly location: string;
  readonly quantity: number;
}

/** Pieces a place can still promise. */
export function freeAt({ onHand, allocated, safetyStock }: LocationLevel): number {
  return Math.max(0, onHand - allocated - safetyStock);
}

/**
 * Which places send `quantity` pieces. One place that has them all, the fullest first, for one parcel is cheaper than two; else the fullest
 * give what they have. Pieces promised to a cart before its seller lowered the stock may be more than are free: those come from what is kept
 * back, and at last from the fullest place, whose seller will find out.
 */
export function splitAcross(
  levels: readonly LocationLevel[],
  quantity: number,
): { location: string; quantity: number }[] {
  const fullest = [...levels].sort((a, b) => freeAt(b) - freeAt(a) || (a.location < b.location ? -1 : 1));
  const [first] = fullest;
  invariant(first, 'an offer counted by its locations has one');
  if (freeAt(first) >= quantity) return [{ location: first.location, quantity }];
  const given = new Map<string, number>();
  let left = quantity;
  const take = (location: string, most: number): void => {
    const taken = Math.min(left, most);
    if (taken > 0) given.set(location, (given.get(location) ?? 0) + taken);
    left -= Math.max(0, taken);
  };
  for (const level of fullest) take(level.location, freeAt(level));
  for (const level of fullest) take(level.location, level.onHand - level.allocated - (given.get(level.location) ?? 0));
  take(first.location, left);
  return [...given].map(([location, pieces]) => ({ location, quantity: pieces }));
}

/** The places one transaction has locked, and what it does to them. */
export class LocationSheet {
  private readonly before = new Map<string, LocationLevel>();
  private readonly after = new Map<string, LocationLevel>();
  readonly movements: LocationMovement[] = [];

  constructor(levels: Iterable<LocationLevel>) {
    for (const level of levels) this.before.set(keyOf(level), level);
  }

  levelsOf(offerId: OfferId): LocationLevel[] {
    const keys = new Set([...this.before.keys(), ...this.after.keys()]);
    return [...keys].flatMap((key) => {
      const level = this.after.get(key) ?? this.before.get(key);
      return level?.offerId === offerId ? [level] : [];
    });
  }

  changedLevels(): LocationLevel[] {
    return [...this.after.values()]
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((level) => ({ ...level, version: (this.before.get(keyOf(level))?.version ?? 0) + 1 }));
  }

  /** What all places of an offer have, and what of it is kept back. */
  totalOf(offerId: OfferId): { readonly onHand: number; readonly safetyStock: number } {
    let [onHand, safetyStock] = [0, 0];
    for (const level of this.levelsOf(offerId)) {
      onHand += level.onHand;
      safetyStock += Math.max(0, Math.min(level.safetyStock, level.onHand - level.allocated));
    }
    return { onHand, safetyStock };
  }

  /** The seller states what a place has. Answers whether that is news. */
  state(offerId: OfferId, location: string, onHand: number, safetyStock: number | undefined): boolean {
    const level = this.levelAt(offerId, location);
    const kept = safetyStock ?? level.safetyStock;
    const isNew = level.version === 0 && !this.after.has(keyOf(level));
    if (!isNew && level.onHand === onHand && level.safetyStock === kept) return false;
    this.move({ ...level, safetyStock: kept }, 'statement', onHand - level.onHand, 0);
    return true;
  }

  allocate(offerId: OfferId, quantity: number, orderId: OrderId): Split[] {
    const parts = splitAcross(this.levelsOf(offerId), quantity);
    return parts.map(({ location, quantity: pieces }) => {
      this.move(this.levelAt(offerId, location), 'allocation', 0, pieces, orderId);
      return { orderId, offerId, location, quantity: pieces };
    });
  }

  /** An order that was allocated here ends without a sale. */
  deallocate({ offerId, location, quantity, orderId }: Split): void {
    this.move(this.levelAt(offerId, location), 'deallocation', 0, -quantity, orderId);
  }

  /** An order's pieces leave; more than there are cannot. */
  sell({ offerId, location, quantity, orderId }: Split): void {
    const level = this.levelAt(offerId, location);
    this.move(level, 'sale', -Math.min(quantity, level.onHand), -quantity, orderId);
  }

  /** Pieces that never left are there again. */
  restore({ offerId, location, quantity, orderId }: Split): void {
    this.move(this.levelAt(offerId, location), 'cancellation', quantity, 0, orderId);
  }

  private levelAt(offerId: OfferId, location: string): LocationLevel {
    const key = keyOf({ offerId, location });
    const empty = { offerId, location, onHand: 0, allocated: 0, safetyStock: 0, version: 0 };
    return this.after.get(key) ?? this.before.get(key) ?? empty;
  }

  private move(
    level: LocationLevel,
    kind: LocationMovementKind,
    onHand: number,
    allocated: number,
    orderId?: OrderId,
  ): void {
    const next = { ...level, onHand: level.onHand + onHand, allocated: level.allocated + allocated };
    invariant(next.onHand >= 0 && next.allocated >= 0, `${level.location} gives more of ${level.offerId} than it has`);
    this.after.set(keyOf(level), next);
    const { offerId, location } = level;
    this.movements.push({ offerId, location, kind, onHand, allocated, ...(orderId !== undefined && { orderId }) });
  }
}

function keyOf({ offerId, location }: { readonly offerId: OfferId; readonly location: string }): string {
  return `${offerId}/${location}`;
}
