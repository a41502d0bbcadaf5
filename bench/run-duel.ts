import type { Contestant, Duel, Measured } from './bench.ts';

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface DuelResult {
  readonly label: string;
  readonly unit: string;
  readonly better: Duel['better'];
  readonly ours: Side;
  readonly floor: Side;
  /** Median of `ours ÷ floor` round by round: both of a pair met the same machine. */
  readonly ratio: Spread;
  readonly target: Duel['target'];
  readonly reached: boolean;
}

interface Side extends Spread {
  readonly what: string;
  readonly rounds: readonly number[];
  readonly seen?: Measured['seen'];
}

/** Lets both sides measure in turns, whoever was second going first in the next round, after one round each that does not count. */
export async function runDuel(duel: Duel, rounds: number): Promise<DuelResult> {
  const ours: Measured[] = [];
  const floor: Measured[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const turns: [Contestant, Measured[]][] = [
      [duel.ours, ours],
      [duel.floor, floor],
    ];
    if (round % 2 === 1) turns.reverse();
    for (const [contestant, measured] of turns) {
      const said = await contestant.round();
      if (round > 0) measured.push(typeof said === 'number' ? { value: said, seen: {} } : said);
    }
  }
  const ratio = spreadOf(ours.map(({ value }, i) => value / (floor[i] as Measured).value));
  const result = { ours: sideOf(duel.ours, ours), floor: sideOf(duel.floor, floor) };
  return {
    label: duel.label,
    unit: duel.unit,
    better: duel.better,
    ...result,
    ratio,
    target: duel.target,
    reached: isReached(duel, result.ours.median, ratio.median),
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number): number => sorted[index] as number;
  return {
    median: sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

function sideOf({ what }: Contestant, measured: readonly Measured[]): Side {
  const rounds = measured.map(({ value }) => value);
  const seen = measured.at(-1)?.seen ?? {};
  return { what, ...spreadOf(rounds), rounds, ...(Object.keys(seen).length > 0 && { seen }) };
}

function isReached({ target, better }: Duel, ours: number, ratio: number): boolean {
  const [value, bound] = 'ratio' in target ? [ratio, target.ratio] : [ours, target.ours];
  return better === 'higher' ? value >= bound : value <= bound;
}
