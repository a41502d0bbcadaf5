import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type SettlementFile = Schema<'SettlementFile'>;
type Reconciliation = Schema<'Reconciliation'>;
type Exception = Schema<'ReconciliationException'>;

/** Problems shown on the screen; the answer of the API has up to a thousand. */
const shown = 20;

/** What became of a file, and the first of what is wrong with it. */
export function renderFile(file: SettlementFile): string {
  const { name, account, status, lines, accepted, known, skipped, rejected, problems } = file;
  const head = `${name} into ${account}: ${status}, ${lines} lines, ${accepted} accepted, ${known} known, ${skipped} skipped, ${rejected} rejected`;
  if (problems.length === 0) return head;
  const table = renderTable(
    [{ heading: 'line', align: 'right' }, { heading: 'field' }, { heading: 'code' }, { heading: 'message' }],
    problems.slice(0, shown).map(({ line, field, code, message }) => [`${line}`, field, code, message]),
  );
  return [head, table, ...(problems.length > shown ? [`… and ${problems.length - shown} more`] : [])].join('\n');
}

/** A run in a sentence, and its breaks by type. */
export function renderRun(run: Reconciliation): string {
  const { asOf, movements, lines, payouts, bankEntries, matched, breaks } = run;
  const head =
    `Up to ${asOf}: ${matched} of ${movements} charges and refunds are reported alike ` +
    `(${lines} lines of providers, ${payouts} payouts, ${bankEntries} bank entries).`;
  const found = Object.entries(breaks);
  if (found.length === 0) return `${head}\nNothing differs.`;
  const table = renderTable(
    [{ heading: 'break' }, { heading: 'found', align: 'right' }],
    found.map(([type, count]) => [type, `${count}`]),
  );
  return [head, table, 'reprise finance exceptions lists them.'].join('\n');
}

/** The queue, with what each side says. */
export function renderExceptions(items: readonly Exception[]): string {
  if (items.length === 0) return 'No exception.';
  return renderTable(
    [
      ...[{ heading: 'exception' }, { heading: 'type' }, { heading: 'side' }, { heading: 'account' }],
      { heading: 'reference' },
      { heading: 'expected', align: 'right' as const },
      { heading: 'actual', align: 'right' as const },
      { heading: 'days', align: 'right' as const },
      ...[{ heading: 'state' }, { heading: 'owner' }],
    ],
    items.map((item) => [
      ...[item.id, item.type, item.side, item.account ?? '', item.reference],
      ...[moneyOf(item.expected), moneyOf(item.actual), `${item.ageDays}`, item.state, item.owner ?? ''],
    ]),
  );
}

function moneyOf(money: Exception['expected']): string {
  return money === null ? '–' : `${money.amount} ${money.currency}`;
}
