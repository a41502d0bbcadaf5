import type { Schema } from '@reprise/sdk';

/** Refusals shown. */
const shown = 20;

/** What became of a stock file: counts, then the first refused rows. */
export function renderFed(
  { received, changed, unchanged, rejectedCount, rejected }: Schema<'StockFeedResult'>,
  dryRun: boolean,
): string {
  const number = (count: number): string => count.toLocaleString('en-US');
  const verb = dryRun ? 'would change' : 'changed';
  const more = rejected.length > shown ? [`… and ${number(rejected.length - shown)} more`] : [];
  return [
    `${number(received)} rows: ${number(changed)} ${verb}, ${number(unchanged)} as they were, ${number(rejectedCount)} refused`,
    ...rejected
      .slice(0, shown)
      .map(({ line, field, code, message }) => `  line ${line}, ${field}: ${message} (${code})`),
    ...more,
  ].join('\n');
}
