import type { ImportTotals } from './import-catalog.js';
import type { JoinLine } from './join-report.js';
import type { RejectLine } from './reject-report.js';
import { rejectReasons } from './reject-reasons.js';

/** The totals as a person reads them. */
export function printTotals(totals: ImportTotals, seconds: number, isDryRun: boolean): string {
  const categories = Object.entries(totals.byCategory)
    .sort(([, a], [, b]) => b - a)
    .map(([category, count]) => `${category} ${grouped(count)}`);
  return [
    `${grouped(totals.products)} products, ${grouped(totals.variants)} variants, ${grouped(totals.orderNumbers)} order numbers, ` +
      `${grouped(totals.modelCodes)} model codes in ${seconds.toFixed(1)} s`,
    `  ${categories.join(', ')}`,
    isDryRun
      ? '  dry run: nothing was sent'
      : `  created ${grouped(totals.created)}, updated ${grouped(totals.updated)}, unchanged ${grouped(totals.unchanged)}, ` +
        `refused ${grouped(totals.rejectedCount)}`,
    ...totals.rejected.map(
      (entry) => `  refused: product ${entry.line}, ${entry.field}: ${entry.message} (${entry.code})`,
    ),
  ].join('\n');
}

/** Source rows left out or mended: reason, how many, what it means, and one sample. */
export function printRejects(lines: readonly RejectLine[]): string {
  if (lines.length === 0) return 'No source row was rejected.';
  const width = Math.max(...lines.map((line) => line.reason.length));
  const rows = lines.flatMap((line) => [
    `  ${line.reason.padEnd(width)} ${grouped(line.count).padStart(7)}  ${line.dataset}: ${rejectReasons[line.reason]}`,
    `  ${' '.repeat(width + 8)}  e.g. ${line.samples[0] ?? ''}`,
  ]);
  return ['Source rows left out or mended:', ...rows].join('\n');
}

/** How many rows of each source found their counterpart in another, and by what. */
export function printJoins(lines: readonly JoinLine[]): string {
  const rows = lines.flatMap(({ join, rows: count, found, foundPerMille, outcomes }) => [
    `  ${join.padEnd(14)} ${grouped(found).padStart(7)} of ${grouped(count).padStart(7)}  ${(foundPerMille / 10).toFixed(1)} %`,
    `  ${' '.repeat(14)} ${Object.entries(outcomes)
      .map(([outcome, times]) => `${outcome} ${grouped(times)}`)
      .join(', ')}`,
  ]);
  return ['What found its counterpart in another source:', ...rows].join('\n');
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
