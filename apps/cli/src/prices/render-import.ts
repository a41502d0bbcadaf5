import { renderTable } from '../screen/render-table.js';
import type { OfferImport } from './upload-part.js';

/** What an import came to, as a person reads it. */
export function renderImport(taken: OfferImport, rejectsFile: string | undefined): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const right = 'right' as const;
  const table = renderTable(
    [
      { heading: 'rows', align: right },
      { heading: taken.dryRun ? 'would create' : 'created', align: right },
      { heading: taken.dryRun ? 'would update' : 'updated', align: right },
      { heading: 'unchanged', align: right },
      { heading: 'rejected', align: right },
      { heading: 'rows/s', align: right },
    ],
    [[taken.rows, taken.created, taken.updated, taken.unchanged, taken.rejected, taken.rowsPerSecond].map(count)],
  );
  const ending = rejectsFile === undefined ? '' : `\n\nRefused rows and why: ${rejectsFile}`;
  return `${taken.dryRun ? 'Dry run: nothing was changed.\n\n' : ''}${table}${ending}\n\nimport ${taken.id}`;
}
