import { instantOfEpochMs } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Database, Tx } from '@reprise/platform/persistence';
import { OfferImports } from '../../application/ports.js';
import type { ImportProgress, RefusedRow } from '../../application/ports.js';
import type { OfferImport } from '../../domain/offer-import.js';

interface ImportRow {
  readonly seller_id: string;
  readonly import_id: string;
  readonly dry_run: boolean;
  readonly feed: number;
  readonly lines: string;
  readonly bytes: string;
  readonly total_bytes: string | null;
  readonly rows: string;
  readonly created: string;
  readonly updated: string;
  readonly unchanged: string;
  readonly rejected: string;
  readonly started_at: Date;
  readonly touched_at: Date;
  readonly finished_at: Date | null;
}

interface ErrorRow {
  readonly line: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Imports of offers in PostgreSQL. */
export class PostgresOfferImports extends OfferImports {
  constructor(private readonly database: Database) {
    super();
  }

  async open(begun: Parameters<OfferImports['open']>[0]): Promise<OfferImport> {
    const [row] = await this.database.query<ImportRow>(
      `INSERT INTO offer_import AS i (seller_id, import_id, dry_run, total_bytes, started_at, touched_at)
       VALUES ($1, $2, $3, $4, $5, $5)
       ON CONFLICT (seller_id, import_id) DO UPDATE SET
         feed = i.feed + CASE WHEN i.finished_at IS NULL THEN 1 ELSE 0 END,
         total_bytes = CASE WHEN i.finished_at IS NULL THEN excluded.total_bytes ELSE i.total_bytes END,
         touched_at = CASE WHEN i.finished_at IS NULL THEN excluded.touched_at ELSE i.touched_at END
       RETURNING *`,
      [begun.sellerId, begun.importId, begun.dryRun, begun.totalBytes ?? null, new Date(begun.now)],
    );
    return importOfRow(row as ImportRow);
  }

  async find(sellerId: string, importId: string): Promise<OfferImport | undefined> {
    const [row] = await this.database.query<ImportRow>(
      'SELECT * FROM offer_import WHERE seller_id = $1 AND import_id = $2',
      [sellerId, importId],
    );
    return row && importOfRow(row);
  }

  async list(sellerId: string, limit: number): Promise<OfferImport[]> {
    const rows = await this.database.query<ImportRow>(
      'SELECT * FROM offer_import WHERE seller_id = $1 ORDER BY started_at DESC LIMIT $2',
      [sellerId, limit],
    );
    return rows.map(importOfRow);
  }

  async errors(
    sellerId: string,
    importId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<{ items: RefusedRow[]; nextAfter: number | undefined }> {
    // WITH TIES: a page ends with the last error of a line, so that the line is enough of a cursor.
    const rows = await this.database.query<ErrorRow>(
      `SELECT line, field, code, message FROM (
         SELECT * FROM offer_import_error WHERE seller_id = $1 AND import_id = $2 AND line > $3
         ORDER BY line FETCH FIRST $4 ROWS WITH TIES
       ) page ORDER BY line, ordinal`,
      [sellerId, importId, after, limit],
    );
    const items = rows.map((row) => ({ ...row, line: Number(row.line) }));
    return { items, nextAfter: items.length < limit ? undefined : items.at(-1)?.line };
  }
}

/** Locks the import for this transaction. The feed fences: an upload that was taken over finds no row. */
export async function holdImport(tx: Tx, { sellerId, importId, feed }: OfferImport): Promise<boolean> {
  const held = await tx.query(
    `SELECT 1 FROM offer_import WHERE seller_id = $1 AND import_id = $2 AND feed = $3 AND finished_at IS NULL FOR UPDATE`,
    [sellerId, importId, feed],
  );
  return held.length === 1;
}

/** Adds a batch to an import, in the transaction that stores the batch. */
export async function recordImportProgress(tx: Tx, feed: OfferImport, progress: ImportProgress): Promise<void> {
  const { lines, bytes, rows, created, updated, unchanged, rejected, now, last, refused } = progress;
  await tx.query(
    `UPDATE offer_import SET lines = lines + $3, bytes = bytes + $4, rows = rows + $5, created = created + $6,
       updated = updated + $7, unchanged = unchanged + $8, rejected = rejected + $9, touched_at = $10,
       finished_at = CASE WHEN $11 THEN $10::timestamptz END
     WHERE seller_id = $1 AND import_id = $2`,
    [feed.sellerId, feed.importId, lines, bytes, rows, created, updated, unchanged, rejected, new Date(now), last],
  );
  await insertMany(
    tx,
    'offer_import_error',
    {
      seller_id: 'uuid',
      import_id: 'uuid',
      line: 'bigint',
      ordinal: 'integer',
      field: 'text',
      code: 'text',
      message: 'text',
    },
    refused.map((row, i) => ({ ...row, seller_id: feed.sellerId, import_id: feed.importId, ordinal: i })),
  );
}

function importOfRow(row: ImportRow): OfferImport {
  return {
    importId: row.import_id,
    sellerId: row.seller_id,
    dryRun: row.dry_run,
    feed: row.feed,
    lines: Number(row.lines),
    bytes: Number(row.bytes),
    totalBytes: row.total_bytes === null ? undefined : Number(row.total_bytes),
    rows: Number(row.rows),
    created: Number(row.created),
    updated: Number(row.updated),
    unchanged: Number(row.unchanged),
    rejected: Number(row.rejected),
    startedAt: instantOfEpochMs(row.started_at.getTime()),
    touchedAt: instantOfEpochMs(row.touched_at.getTime()),
    finishedAt: row.finished_at === null ? undefined : instantOfEpochMs(row.finished_at.getTime()),
  };
}
