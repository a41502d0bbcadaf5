import type { Stage } from './stage.ts';

/** What `bench/<name>.bench.ts` exports as `bench`. */
export interface Bench {
  /** One sentence: what is measured, and what it is held against. */
  readonly about: string;
  /** Builds what is measured and what it is measured against. Whatever is started through `stage` is stopped afterwards. */
  readonly prepare: (stage: Stage) => Promise<readonly Duel[]> | readonly Duel[];
  /** Measured rounds of each side, after one that does not count. More where single rounds are noisy. */
  readonly rounds?: number;
}

/** Ours and a floor or a peer, in one process at one time, so that whatever slows the machine slows both. */
export interface Duel {
  /** What this row of the table is: a market, a size, a call. Unique within its bench. */
  readonly label: string;
  /** Of every number a round gives: `quotes/s`, `ms p99`. */
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly ours: Contestant;
  readonly floor: Contestant;
  /** What must be reached: `ours ÷ floor`, or ours alone; a minimum where higher is better, a maximum where lower is. */
  readonly target: { readonly ratio: number } | { readonly ours: number };
}

export interface Contestant {
  /** What it is, for a reader of the table: `quotePrice`, `bare loop over the same inputs`. */
  readonly what: string;
  /** Measures once. Rounds of both sides take turns, so a round should last some tenths of a second, and none may leave work behind. */
  readonly round: () => number | Measured | Promise<number | Measured>;
}

/** A measurement with what else was seen in that round, such as peak memory; the last round's is printed and kept. */
export interface Measured {
  readonly value: number;
  readonly seen: Readonly<Record<string, string | number>>;
}
