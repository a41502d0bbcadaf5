import type { FaultOffer } from '../buyers.ts';
import type { History } from '../history.ts';
import type { Goods } from '../load.ts';
import type { Random } from '../random.ts';
import type { Shop } from '../start-shop.ts';

/** What a fault is given to do harm with, while shoppers are at work. */
export interface FaultContext {
  readonly shop: Shop;
  readonly history: History;
  readonly goods: Goods;
  readonly random: Random;
  /** How much harm: 1 is the slice that runs with the tests. A long run is many slices of `roundsASlice`, each checked by itself. */
  readonly rounds: number;
  /**
   * One injection: `harm` hurts, `mend` (if any) stops hurting; then an order is asked for until one is confirmed, and the time from the end
   * of the harm to then is the recovery.
   */
  inject(harm: () => Promise<void> | void, mend?: () => Promise<void> | void): Promise<void>;
  /** Counts injections that mend themselves and whose recovery nobody waits for; `where` names them in the report. */
  count(injections: number, where?: string): void;
  /** Offers a fault made for itself, to be checked with the rest. */
  own(offers: readonly FaultOffer[]): void;
  /** Something that is wrong in itself, whatever the tables say. */
  broken(invariant: string, what: string): void;
}

/** One line of the matrix. */
export interface Fault {
  /** `F1` … `F22`. */
  readonly id: string;
  readonly title: string;
  /** Runs alone, without shoppers: it brings its own. */
  readonly alone?: true;
  /** Rounds after which everything is checked, and the next ones begin with offers and a history of their own. */
  readonly roundsASlice?: number;
  run(context: FaultContext): Promise<void>;
}
