import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

const words = { pass: 'ok', warn: 'WARNS', block: 'BLOCKS' } as const;
/** What keeps a market closed first. */
const order = { block: 0, warn: 1, pass: 2 } as const;

/** A readiness report: what blocks on top, and what can be done next. */
export function renderReadiness(report: Schema<'Readiness'>): string {
  const { market, version, status, date, blocking, warnings, passing } = report;
  const checks = [...report.checks].sort((a, b) => order[a.outcome] - order[b.outcome]);
  const table = renderTable(
    [
      { heading: '' },
      { heading: 'check' },
      { heading: 'failing', align: 'right' },
      { heading: 'of', align: 'right' },
      { heading: 'what' },
    ],
    checks.map(({ check, outcome, failing, total, title, message }) => [
      ...[words[outcome], check, `${failing}`, `${total}`],
      outcome === 'pass' ? title : `${title}: ${message}`,
    ]),
  );
  return [
    `${market} (version ${version}, ${status}) to open on ${date}: ${blocking} block, ${warnings} warn, ${passing} are fine.`,
    '',
    table,
    '',
    nextOf(report),
  ].join('\n');
}

function nextOf({ market, blocking, warnings, checks }: Schema<'Readiness'>): string {
  const worst = checks.find(({ outcome }) => outcome === (blocking > 0 ? 'block' : 'warn'));
  const code = market.toUpperCase();
  if (blocking > 0) return `Each item: reprise market readiness ${code} --check ${worst?.check ?? ''}`;
  if (warnings > 0) return `It may open: reprise market launch ${code} --accept-warnings --why '…'`;
  return `It may open: reprise market launch ${code} --why '…'`;
}

/** Everything that fails one check. */
export function renderItems(items: readonly Schema<'ReadinessItem'>[]): string {
  if (items.length === 0) return 'Nothing fails this check.';
  return renderTable(
    [{ heading: 'what' }, { heading: 'why' }],
    items.map(({ subject, message }) => [subject, message]),
  );
}
