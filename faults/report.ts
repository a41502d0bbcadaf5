import type { FaultResult } from './run-fault.ts';

export const reportHeads = [
  ...['fault', 'what is done', 'injections', 'operations ok / refused / unknown', '5xx seen', 'violations'],
  ...['recovery p50 / p95 / max', 'settled'],
];

/** The cells of a fault's line. */
export function reportRow(result: FaultResult): string[] {
  return [
    ...[result.id, result.title, `${result.injections}`],
    `${result.operations.ok} / ${result.operations.refused} / ${result.operations.unknown}`,
    ...[`${result.serverErrors}`, `${result.violations.length}`],
    ['p50', 'p95', 'max'].map((name) => seconds(quantile(result.recoveriesMs, name))).join(' / '),
    seconds(result.settledMs),
  ];
}

/** The table people read: one line a fault, then what was broken, if anything was. */
export function renderReport(results: readonly FaultResult[]): string {
  const table = renderTable(reportHeads, results.map(reportRow));
  const broken = results.flatMap(({ id, violations }) =>
    violations.map(({ invariant, what }) => `- ${id}: ${invariant}: ${what}`),
  );
  return broken.length === 0 ? table : `${table}\n\nBroken:\n${broken.join('\n')}`;
}

export function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Where processes died, most often first. */
export function renderPlaces(byPlace: Readonly<Record<string, number>>): string {
  const places = Object.entries(byPlace).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return renderTable(
    ['where', 'deaths'],
    places.map(([where, deaths]) => [where, `${deaths}`]),
  );
}

function quantile(valuesMs: readonly number[], name: string): number | undefined {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  if (name === 'max') return sorted.at(-1);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (name === 'p50' ? 0.5 : 0.95)))];
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '–' : `${(ms / 1_000).toFixed(1)} s`;
}
