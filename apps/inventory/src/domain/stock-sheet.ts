import type { OfferId } from '@reprise/kernel';
import { invariant } from '@reprise/kernel';
import type { CountedBy, MovementCause, MovementKind, StockLevel, StockMovement } from './stock-level.js';
import { availableOf, checkLevel, emptyLevel, promisedOf, statedOf } from './stock-level.js';

/**
 * The levels one transaction has locked, and what it does to them. Everything is decided here, in memory; the caller then writes the
 * changed levels and the movements in one go. Works in the order it is asked, so whoever comes first is served first.
 */
export class StockSheet {
  private readonly before = new Map<OfferId, StockLevel>();
  private readonly after = new Map<OfferId, StockLevel>();
  readonly movements: StockMovement[] = [];

  constructor(levels: Iterable<StockLevel>) {
    for (const level of levels) this.before.set(level.offerId, level);
  }

  /** The level as it stands on this sheet; of an offer that has no stock, an empty one. */
  levelOf(offerId: OfferId): StockLevel {
    return this.after.get(offerId) ?? this.before.get(offerId) ?? emptyLevel(offerId);
  }

  /** Levels that moved, each one version on, by offer id. */
  changedLevels(): StockLevel[] {
    return [...this.after.values()]
      .sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
      .map((level) => ({ ...level, version: (this.before.get(level.offerId)?.version ?? 0) + 1 }));
  }

  /**
   * The seller states how many there are. Below what is promised, the promised units stay and the rest of the statement waits in
   * `withdrawn`. A statement as old as the last one, or older, changes nothing and answers false; so does one of an offer that something
   * else counts.
   */
  declare(offerId: OfferId, quantity: number, quantityVersion: number): boolean {
    const level = this.levelOf(offerId);
    if (quantityVersion <= level.quantityVersion) return false;
    if (level.countedBy === 'offer') this.state(level, quantity, 'declaration', {}, { quantityVersion });
    else this.after.set(offerId, { ...level, quantityVersion });
    return level.countedBy === 'offer';
  }

  /** Listed units were counted. Says nothing when there are as many as before. */
  count(offerId: OfferId, listed: number, cause: MovementCause = {}): void {
    const level = this.levelOf(offerId);
    if (statedOf(level) !== listed) this.state(level, listed, 'count', cause);
  }

  /** Something else counts from now on, and has counted. */
  countBy(offerId: OfferId, countedBy: CountedBy, stated: number, safetyStock = 0): void {
    const level = this.levelOf(offerId);
    const same = level.countedBy === countedBy && level.safetyStock === safetyStock && statedOf(level) === stated;
    if (!same) this.state(level, stated, 'count', {}, { countedBy, safetyStock });
  }

  /** Sold units that never left are for sale again. */
  restore(offerId: OfferId, quantity: number, cause: MovementCause): void {
    const level = this.levelOf(offerId);
    this.state(level, statedOf(level) + quantity, 'cancellation', cause);
  }

  /** A cart takes units, if there are enough. */
  reserve(offerId: OfferId, quantity: number, cause: MovementCause): boolean {
    const level = this.levelOf(offerId);
    if (availableOf(level) < quantity) return false;
    this.move(level, 'reservation', { reserved: quantity }, cause);
    return true;
  }

  /** A cart gives units back. */
  release(offerId: OfferId, quantity: number, cause: MovementCause): void {
    this.move(this.levelOf(offerId), 'release', { reserved: -quantity }, cause);
    this.settleWithdrawal(offerId, quantity, cause);
  }

  /** An order takes units: first the ones its cart held, then free ones. The caller has seen that there are enough. */
  allocate(offerId: OfferId, quantity: number, fromHold: number, cause: MovementCause): void {
    this.move(this.levelOf(offerId), 'allocation', { reserved: 0 - fromHold, allocated: quantity }, cause);
  }

  /** An order gives units back. */
  deallocate(offerId: OfferId, quantity: number, cause: MovementCause): void {
    this.move(this.levelOf(offerId), 'deallocation', { allocated: -quantity }, cause);
    this.settleWithdrawal(offerId, quantity, cause);
  }

  /** An order's units leave. */
  sell(offerId: OfferId, quantity: number, cause: MovementCause): void {
    const level = this.levelOf(offerId);
    const withdrawn = Math.min(level.withdrawn, promisedOf(level) - quantity);
    this.move(level, 'sale', { onHand: -quantity, allocated: -quantity }, cause, { withdrawn });
  }

  /** There are so many: no fewer on hand than are promised, what lacks to that withdrawn. */
  private state(
    level: StockLevel,
    stated: number,
    kind: MovementKind,
    cause: MovementCause,
    set: Partial<Pick<StockLevel, 'countedBy' | 'safetyStock' | 'quantityVersion'>> = {},
  ): void {
    const onHand = Math.max(stated, promisedOf(level));
    this.move(level, kind, { onHand: onHand - level.onHand }, cause, { ...set, withdrawn: onHand - stated });
  }

  private settleWithdrawal(offerId: OfferId, freed: number, cause: MovementCause): void {
    const level = this.levelOf(offerId);
    const gone = Math.min(level.withdrawn, freed);
    if (gone > 0) this.move(level, 'withdrawal', { onHand: -gone }, cause, { withdrawn: level.withdrawn - gone });
  }

  private move(
    level: StockLevel,
    kind: MovementKind,
    by: { readonly onHand?: number; readonly reserved?: number; readonly allocated?: number },
    cause: MovementCause,
    set: Partial<Pick<StockLevel, 'withdrawn' | 'countedBy' | 'safetyStock' | 'quantityVersion'>> = {},
  ): void {
    const { onHand = 0, reserved = 0, allocated = 0 } = by;
    const next = {
      ...level,
      ...set,
      onHand: level.onHand + onHand,
      reserved: level.reserved + reserved,
      allocated: level.allocated + allocated,
    };
    // Giving back happens in two moves; the promise that fell away and its withdrawn unit are consistent only after the second.
    if (kind !== 'release' && kind !== 'deallocation') checkLevel(next);
    invariant(next.reserved >= 0 && next.allocated >= 0, `stock of ${level.offerId} gives back more than it promised`);
    this.after.set(level.offerId, next);
    this.movements.push({ offerId: level.offerId, kind, onHand, reserved, allocated, ...cause });
  }
}
