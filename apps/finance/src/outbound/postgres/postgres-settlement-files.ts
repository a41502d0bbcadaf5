import { Bug, instantOfEpochMs } from '@reprise/kernel';
import type { Database, Tx } from '@reprise/platform/persistence';
import { insertMany } from '@reprise/platform/persistence';
import { SettlementFiles } from '../../application/reconciliation/settlement-files.js';
import type { StagedEntry, StagedLine } from '../../application/reconciliation/settlement-files.js';
import type {
  FileProblem,
  SettlementFile,
  SettlementFileStatus,
  SettlementFormat,
} from '../../domain/settlement/settlement-file.js';
import { findClashes } from './settlement-clashes.js';

interface FileRow {
  readonly file_id: string;
  readonly account: string;
  readonly format: SettlementFormat;
  readonly name: string;
  readonly status: SettlementFileStatus;
  readonly same_as: string | null;
  readonly lines: number;
  readonly accepted: number;
  readonly known: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly problems: readonly FileProblem[];
  readonly imported_by: string;
  readonly started_at: Date;
  readonly touched_at: Date;
  readonly finished_at: Date | null;
}

const lineColumns = {
  ...{
    file_id: 'uuid',
    line: 'int',
    account: 'text',
    line_key: 'text',
    kind: 'text',
    reference: 'text',
    payout: 'text',
  },
  ...{ presented_currency: 'text', presented_minor: 'bigint', currency: 'text', gross_minor: 'bigint' },
  ...{ fee_minor: 'bigint', net_minor: 'bigint', rate: 'numeric', occurred_at: 'timestamptz' },
} as const;
const entryColumns = {
  ...{ file_id: 'uuid', line: 'int', account: 'text', entry_key: 'text', currency: 'text', amount_minor: 'bigint' },
  ...{ booked_on: 'date', text: 'text', provider_account: 'text', payout: 'text' },
} as const;

/** A million lines begin to count in one statement. */
const longStatements = `SET LOCAL statement_timeout = '15min'`;

/** Imported settlement files in PostgreSQL. */
export class PostgresSettlementFiles extends SettlementFiles {
  constructor(private readonly database: Database) {
    super();
  }

  async begin(upload: Parameters<SettlementFiles['begin']>[0]): Promise<void> {
    const { fileId, account, format, name, importedBy, now } = upload;
    await this.database.query(
      `INSERT INTO settlement_file (file_id, account, format, name, imported_by, started_at, touched_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [fileId, account, format, name, importedBy, new Date(now)],
    );
  }

  async stage(fileId: string, { lines, entries, tally, now }: Parameters<SettlementFiles['stage']>[1]): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [{ account } = { account: undefined }] = await tx.query<{ account: string }>(
        `UPDATE settlement_file SET lines = $2, accepted = $3, skipped = $4, rejected = $5, touched_at = $6
         WHERE file_id = $1 AND status = 'reading' RETURNING account`,
        [fileId, tally.lines, tally.accepted, tally.skipped, tally.rejected, new Date(now)],
      );
      if (account === undefined) throw new Bug(`the file ${fileId} is not being read`);
      await insertMany(
        tx,
        'settlement_line_staged',
        lineColumns,
        lines.map((line) => lineRow(fileId, account, line)),
      );
      await insertMany(
        tx,
        'bank_entry_staged',
        entryColumns,
        entries.map((entry) => entryRow(fileId, account, entry)),
      );
    });
  }

  async conclude(
    fileId: string,
    { sha256, problemsKept, now }: Parameters<SettlementFiles['conclude']>[1],
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await tx.query(longStatements);
      const { account, name } = await mustFind(tx, fileId);
      // Two files at a time could each not see what the other says differently, or says as well.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['settlement files']);
      const [same] = await tx.query<{ file_id: string }>(
        `SELECT file_id FROM settlement_file WHERE account = $1 AND sha256 = $2 AND status = 'active'`,
        [account, sha256],
      );
      if (same !== undefined)
        return end(tx, fileId, { status: 'unchanged', same_as: same.file_id, accepted: 0, known: null, now });
      const { problems, lines } = await findClashes(tx, { fileId, account, name, limit: problemsKept });
      if (lines > 0) return end(tx, fileId, { status: 'rejected', problems, rejected: lines, now });
      const accepted = await activate(tx, fileId);
      return end(tx, fileId, { status: 'active', sha256, accepted, known: null, now });
    });
  }

  async refuse(
    fileId: string,
    { status, problems, rejected, now }: Parameters<SettlementFiles['refuse']>[1],
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await tx.query(longStatements);
      await end(tx, fileId, { status, problems, rejected, now });
    });
  }

  async find(fileId: string): Promise<SettlementFile | undefined> {
    const [row] = await this.database.query<FileRow>('SELECT * FROM settlement_file WHERE file_id = $1', [fileId]);
    return row && fileOf(row);
  }

  async list({ account, limit }: Parameters<SettlementFiles['list']>[0]): Promise<SettlementFile[]> {
    const rows = await this.database.query<FileRow>(
      `SELECT * FROM settlement_file WHERE $1::text IS NULL OR account = $1 ORDER BY started_at DESC, file_id LIMIT $2`,
      [account ?? null, limit],
    );
    return rows.map(fileOf);
  }
}

async function mustFind(tx: Tx, fileId: string): Promise<FileRow> {
  const [row] = await tx.query<FileRow>('SELECT * FROM settlement_file WHERE file_id = $1', [fileId]);
  if (row === undefined) throw new Bug(`the file ${fileId} is gone`);
  return row;
}

/** Moves the staged lines to where they count; answers how many did not count before. */
async function activate(tx: Tx, fileId: string): Promise<number> {
  const lines = Object.keys(lineColumns).join(', ');
  const entries = Object.keys(entryColumns).join(', ');
  await tx.query(
    `UPDATE settlement_line known SET payout = staged.payout FROM settlement_line_staged staged
     WHERE staged.file_id = $1 AND (known.account, known.line_key) = (staged.account, staged.line_key)
       AND known.payout IS NULL AND staged.payout IS NOT NULL`,
    [fileId],
  );
  const [counted] = await tx.query<{ accepted: number }>(
    `WITH line AS (
       INSERT INTO settlement_line (${lines}) SELECT ${lines} FROM settlement_line_staged WHERE file_id = $1 ORDER BY line
       ON CONFLICT (account, line_key) DO NOTHING RETURNING 1
     ), entry AS (
       INSERT INTO bank_entry (${entries}) SELECT ${entries} FROM bank_entry_staged WHERE file_id = $1 ORDER BY line
       ON CONFLICT (account, entry_key) DO NOTHING RETURNING 1
     )
     SELECT ((SELECT count(*) FROM line) + (SELECT count(*) FROM entry))::int AS accepted`,
    [fileId],
  );
  await tx.query(
    `INSERT INTO settlement_split
     SELECT kind, reference FROM settlement_line JOIN (
       SELECT DISTINCT kind, reference FROM settlement_line_staged WHERE file_id = $1 AND kind IN ('charge', 'refund') AND reference IS NOT NULL
     ) staged USING (kind, reference)
     GROUP BY kind, reference HAVING count(*) > 1 ON CONFLICT DO NOTHING`,
    [fileId],
  );
  await tx.query('INSERT INTO settlement_due (file_id) VALUES ($1)', [fileId]);
  return counted?.accepted ?? 0;
}

interface Ending {
  readonly status: SettlementFileStatus;
  readonly sha256?: string;
  readonly same_as?: string;
  readonly problems?: readonly FileProblem[];
  readonly rejected?: number;
  readonly accepted?: number;
  /** null: whatever was read and is not accepted was known. */
  readonly known?: null;
  readonly now: number;
}

async function end(tx: Tx, fileId: string, ending: Ending): Promise<void> {
  const { status, sha256 = null, same_as = null, problems = [], rejected = 0, accepted = 0, known, now } = ending;
  await tx.query(
    `UPDATE settlement_file SET status = $2, sha256 = $3, same_as = $4, problems = $5, rejected = $6, accepted = $7,
       known = CASE WHEN $8 THEN lines - skipped - $7 ELSE 0 END, touched_at = $9, finished_at = $9
     WHERE file_id = $1 AND status = 'reading'`,
    [fileId, status, sha256, same_as, JSON.stringify(problems), rejected, accepted, known === null, new Date(now)],
  );
  await tx.query('DELETE FROM settlement_line_staged WHERE file_id = $1', [fileId]);
  await tx.query('DELETE FROM bank_entry_staged WHERE file_id = $1', [fileId]);
}

function lineRow(fileId: string, account: string, line: StagedLine): Record<keyof typeof lineColumns, unknown> {
  return {
    ...{ file_id: fileId, line: line.line, account, line_key: line.key, kind: line.kind },
    ...{ reference: line.reference ?? null, payout: line.payout ?? null, rate: line.rate ?? null },
    ...{ presented_currency: line.presented.currency, presented_minor: line.presented.minor },
    ...{ currency: line.gross.currency, gross_minor: line.gross.minor, fee_minor: line.fee.minor },
    ...{ net_minor: line.net.minor, occurred_at: new Date(line.occurredAt) },
  };
}

function entryRow(fileId: string, account: string, entry: StagedEntry): Record<keyof typeof entryColumns, unknown> {
  return {
    ...{ file_id: fileId, line: entry.line, account, entry_key: entry.key, currency: entry.amount.currency },
    ...{ amount_minor: entry.amount.minor, booked_on: entry.bookedOn, text: entry.text },
    ...{ provider_account: entry.paidOut?.account ?? null, payout: entry.paidOut?.payout ?? null },
  };
}

function fileOf(row: FileRow): SettlementFile {
  const { account, format, name, status, lines, accepted, known, skipped, rejected, problems } = row;
  return {
    ...{ fileId: row.file_id, account, format, name, status, lines, accepted, known, skipped, rejected, problems },
    sameAs: row.same_as ?? undefined,
    importedBy: row.imported_by,
    startedAt: instantOfEpochMs(row.started_at.getTime()),
    touchedAt: instantOfEpochMs(row.touched_at.getTime()),
    finishedAt: row.finished_at === null ? undefined : instantOfEpochMs(row.finished_at.getTime()),
  };
}
