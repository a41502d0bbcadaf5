import type { BenchResult } from './run.ts';
import type { DuelResult } from './run-duel.ts';

const headings = ['bench', '', 'ours', 'floor', 'unit', 'ratio', 'target', ''];
const alignedRight = new Set([2, 3, 5, 6]);

/** All benches in one table: ours and the floor side by side, medians with their spread. */
export function renderResults(results: readonly BenchResult[]): string {
  const rows = results.flatMap(({ name, duels }) =>
    duels.map((duel, i) => [
      i === 0 ? name : '',
      duel.label,
      number(duel.ours.median) + spread(duel.ours),
      number(duel.floor.median) + spread(duel.floor),
      duel.unit,
      duel.ratio.median.toFixed(2),
      targetOf(duel),
      duel.reached ? 'reached' : 'MISSED',
    ]),
  );
  const lines = [headings, ...rows];
  const widths = headings.map((_, c) => Math.max(...lines.map((line) => (line[c] ?? '').length)));
  const pad = (cell: string, c: number): string =>
    alignedRight.has(c) ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0);
  const table = lines.map((line) => line.map(pad).join('  ').trimEnd());
  return [...table, ...results.flatMap(({ duels }) => duels.flatMap(seenLines))].join('\n');
}

function seenLines({ label, ours, floor }: DuelResult): string[] {
  return [ours, floor].flatMap(({ what, seen }) =>
    seen === undefined
      ? []
      : [
          `  ${label}, ${what}: ${Object.entries(seen)
            .map(([key, value]) => `${key} ${value}`)
            .join(', ')}`,
        ],
  );
}

function targetOf({ target, better, unit }: DuelResult): string {
  const sign = better === 'higher' ? '≥' : '≤';
  return 'ratio' in target ? `${sign} ${target.ratio} ×` : `${sign} ${number(target.ours)} ${unit}`;
}

/** Half of the way from the slowest round to the fastest, in percent of the median. */
function spread({ median, min, max }: { readonly median: number; readonly min: number; readonly max: number }): string {
  return ` ±${Math.round((50 * (max - min)) / median)} %`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
