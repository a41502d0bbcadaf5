import type { Instant, LocalDay } from '@reprise/kernel';
import type { FxRate, FxSourceName } from '../domain/fx-rate.js';
import type { FxImportPlan } from '../domain/plan-fx-import.js';

/** Which quote counts for a day without one: the last before it, or the first after it, as returns of the OSS want (Regulation 282/2011 art. 63d and Directive 2006/112/EC art. 369h). */
export type QuoteFor = 'previous' | 'next';

/** Exchange rates, every version kept. */
export abstract class FxRates {
  /**
   * Stores what a file adds, all of it or nothing. `plan` is given what is known from `first` to `last` and each currency's last quote
   * before that; two imports of one source take turns.
   */
  abstract add(
    file: {
      readonly source: FxSourceName;
      readonly first: LocalDay;
      readonly last: LocalDay;
      readonly storedBy: string;
      readonly now: Instant;
    },
    plan: (known: readonly FxRate[]) => FxImportPlan,
  ): Promise<FxImportPlan>;

  /** The quote of each currency that counts for a day. */
  abstract on(source: FxSourceName, date: LocalDay, which: QuoteFor): Promise<ReadonlyMap<string, FxRate>>;

  /** Newest versions flagged as jumps, newest day first, up to and including `date`. */
  abstract jumps(source: FxSourceName, date: LocalDay, limit: number): Promise<readonly FxRate[]>;
}
