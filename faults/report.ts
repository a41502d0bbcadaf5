import type { FaultResult } from './run-fault.ts';

/** The table people read: one line a fault, then what was broken, if anything was. */
export function renderReport(results: readonly FaultResult[]): string {
  const rows = results.map((result) => [
    result.id,
    result.title,
    `${result.injections}`,
    `${result.operations.ok} / ${result.operations.refused} / ${result.operations.unknown}`,
    `${result.serverErrors}`,
    `${result.violations.length}`,
    ['p50', 'p95', 'max'].map((name) => seconds(quantile(result.recoveriesMs, name))).join(' / '),
    seconds(result.settledMs),
  ]);
  const heads = [
    'fault',
    'what is done',
    'injections',
    'operations ok / refused / unknown',
    '5xx seen',
    'violations',
    'recovery p50 / p95 / max',
    'settled',
  ];
  const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const broken = results.flatMap(({ id, violations }) =>
    violations.map(({ invariant, what }) => `- ${id}: ${invariant}: ${what}`),
  );
  return broken.length === 0 ? table : `${table}\n\nBroken:\n${broken.join('\n')}`;
}

function quantile(valuesMs: readonly number[], name: string): number | undefined {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  if (name === 'max') return sorted.at(-1);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * (name === 'p50' ? 0.5 : 0.95)))];
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '–' : `${(ms / 1_000).toFixed(1)} s`;
}
