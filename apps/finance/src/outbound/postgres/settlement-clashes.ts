import type { Tx } from '@reprise/platform/persistence';
import type { FileProblem } from '../../domain/settlement/settlement-file.js';

/** What a line says besides its key and payout: two lines of one key must agree on it. */
const lineContent = `(%.kind, %.reference, %.presented_currency, %.presented_minor, %.currency, %.gross_minor, %.fee_minor, %.net_minor, %.rate, %.occurred_at)`;
const entryContent = `(%.currency, %.amount_minor, %.booked_on, %.text)`;
const contentOf = (content: string, alias: string): string => content.replaceAll('%', alias);

interface Clash {
  readonly line: number;
  readonly code: 'duplicateLine' | 'lineChanged';
  readonly key: string;
  readonly how: 'twice' | 'otherwise' | 'added' | 'left out';
  readonly clashing_lines: number;
}

/**
 * What the staged lines of a file contradict: a key twice in the file, a line that counts already and said something else, and, where a file of
 * the same name counts, lines that one of the two has alone.
 */
export async function findClashes(
  tx: Tx,
  of: { readonly fileId: string; readonly account: string; readonly name: string; readonly limit: number },
): Promise<{ problems: FileProblem[]; lines: number }> {
  const clashes = await tx.query<Clash>(
    `WITH namesake AS (SELECT file_id FROM settlement_file WHERE account = $2 AND name = $3 AND status = 'active'),
     clash (line, code, key, how) AS (
       ${clashesIn('settlement_line', 'line_key', lineContent, `coalesce(staged.payout <> known.payout, false)`)}
       UNION ALL
       ${clashesIn('bank_entry', 'entry_key', entryContent, 'false')}
     )
     SELECT line, code, key, how, count(*) OVER ()::int AS clashing_lines FROM clash ORDER BY line, key LIMIT $4`,
    [of.fileId, of.account, of.name, of.limit],
  );
  return {
    problems: clashes.map(({ line, code, key, how }) => ({
      line,
      field: key,
      code,
      message: messageOf(how, key, of.name),
    })),
    lines: clashes[0]?.clashing_lines ?? 0,
  };
}

function clashesIn(table: string, key: string, content: string, otherPayout: string): string {
  return `
    SELECT line, 'duplicateLine', key, 'twice' FROM (
      SELECT line, ${key} AS key, row_number() OVER (PARTITION BY ${key} ORDER BY line) AS place
      FROM ${table}_staged WHERE file_id = $1
    ) each WHERE place > 1
    UNION ALL
    SELECT staged.line, 'lineChanged', staged.${key}, 'otherwise'
    FROM ${table}_staged staged JOIN ${table} known ON known.account = staged.account AND known.${key} = staged.${key}
    WHERE staged.file_id = $1
      AND (${contentOf(content, 'staged')} IS DISTINCT FROM ${contentOf(content, 'known')} OR ${otherPayout})
    UNION ALL
    SELECT staged.line, 'lineChanged', staged.${key}, 'added'
    FROM ${table}_staged staged WHERE staged.file_id = $1 AND EXISTS (SELECT FROM namesake)
      AND NOT EXISTS (SELECT FROM ${table} known WHERE known.account = staged.account AND known.${key} = staged.${key})
    UNION ALL
    SELECT 0, 'lineChanged', known.${key}, 'left out'
    FROM ${table} known WHERE known.file_id IN (SELECT file_id FROM namesake)
      AND NOT EXISTS (SELECT FROM ${table}_staged staged WHERE staged.file_id = $1 AND staged.${key} = known.${key})`;
}

function messageOf(how: Clash['how'], key: string, name: string): string {
  switch (how) {
    case 'twice':
      return `${key} stands in the file more than once.`;
    case 'otherwise':
      return `${key} was imported before and said something else.`;
    case 'added':
      return `${key} was not in the file ${name} that was imported before. A file that grew needs a name of its own.`;
    case 'left out':
      return `${key} was in the file ${name} that was imported before and is missing now.`;
  }
}
