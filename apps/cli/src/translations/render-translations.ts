import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

export type MissingTranslations = Schema<'MissingTranslations'>;
export type TranslationImport = Schema<'TranslationImport'>;

/** Rejected rows shown on the screen. */
const shown = 20;
const sourceLength = 60;

/** What a language lacks: how much of each kind, then the texts that were asked for. */
export function renderMissing({ locale, chain, coverage, items, nextCursor }: MissingTranslations): string {
  const head = `${locale} is read along ${chain.join(' → ')}`;
  const summary = renderTable(
    [{ heading: 'kind' }, { heading: 'texts', align: 'right' }, { heading: 'missing', align: 'right' }],
    coverage.map(({ kind, total, missing }) => [kind, total.toLocaleString('en-US'), missing.toLocaleString('en-US')]),
  );
  if (items.length === 0) return [head, summary, 'Nothing is missing.'].join('\n');
  const table = renderTable(
    [{ heading: 'kind' }, { heading: 'key' }, { heading: 'shown in' }, { heading: 'as' }],
    items.map(({ kind, key, servedLocale, source }) => [kind, key, servedLocale, shortened(source)]),
  );
  const more = nextCursor === null ? [] : ['… and more: reprise translations export has them all'];
  return [head, summary, '', table, ...more].join('\n');
}

/** What became of an import, and the first rows that were refused. */
export function renderImport(taken: TranslationImport, isDryRun: boolean): string {
  const { received, changed, unchanged, blank, rejectedCount, rejected } = taken;
  const would = isDryRun ? 'dry run, nothing was stored: ' : '';
  const head = `${would}${received} rows, ${changed} changed, ${unchanged} unchanged, ${blank} without a text, ${rejectedCount} refused`;
  if (rejected.length === 0) return head;
  const table = renderTable(
    [{ heading: 'line', align: 'right' }, { heading: 'field' }, { heading: 'code' }, { heading: 'message' }],
    rejected.slice(0, shown).map(({ line, field, code, message }) => [String(line), field, code, message]),
  );
  return [head, table, ...(rejectedCount > shown ? [`… and ${rejectedCount - shown} more`] : [])].join('\n');
}

function shortened(text: string): string {
  return text.length > sourceLength ? `${text.slice(0, sourceLength - 1)}…` : text;
}
