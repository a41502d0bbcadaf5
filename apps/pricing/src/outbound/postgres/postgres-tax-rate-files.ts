import { Bug, instantOfEpochMs } from '@reprise/kernel';
import type { Instant } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Database } from '@reprise/platform/persistence';
import { TaxRateFiles } from '../../application/tax-rate-files.js';
import type { RateFile, RateFileFormat } from '../../domain/rate-file.js';
import type { LineError, StoredImportStatus, TaxRateImport } from '../../domain/tax-rate-import.js';
import { quietMs } from '../../domain/tax-rate-import.js';
import { findOverlaps, findUnratedDistricts } from './tax-rate-clashes.js';

interface ImportRow {
  readonly import_id: string;
  readonly format: RateFileFormat;
  readonly country: string;
  readonly state: string;
  readonly period: string;
  readonly file_name: string | null;
  readonly imported_by: string;
  readonly status: StoredImportStatus;
  readonly version: number | null;
  readonly rows: string;
  readonly accepted: string;
  readonly skipped: string;
  readonly rejected: string;
  readonly errors: readonly LineError[];
  readonly started_at: Date;
  readonly touched_at: Date;
  readonly finished_at: Date | null;
}

/** Rows deleted a statement, so that clearing away a large file never holds a long transaction. */
const purgeSize = 20_000;

/** Imported rate files in PostgreSQL. */
export class PostgresTaxRateFiles extends TaxRateFiles {
  constructor(private readonly database: Database) {
    super();
  }

  async begin({ importId, file, fileName, importedBy, now }: Parameters<TaxRateFiles['begin']>[0]): Promise<void> {
    await this.clearAbandoned(now);
    await this.database.query(
      `INSERT INTO tax_rate_import
         (import_id, format, country, state, period, effective_from, file_name, imported_by, started_at, touched_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [
        importId,
        file.format,
        file.country,
        file.state,
        file.period,
        file.effectiveFrom,
        fileName ?? null,
        importedBy,
        new Date(now),
      ],
    );
  }

  async stage(importId: string, batch: Parameters<TaxRateFiles['stage']>[1]): Promise<void> {
    const { areas, rates, tally, now } = batch;
    await this.database.inTransaction(async (tx) => {
      await insertMany(
        tx,
        'tax_area',
        {
          import_id: 'uuid',
          line: 'integer',
          zip5: 'text',
          plus4_from: 'smallint',
          plus4_to: 'smallint',
          valid_from: 'date',
          valid_to: 'date',
          taxed_by: 'jsonb',
        },
        areas.map((area) => ({
          import_id: importId,
          line: area.line,
          zip5: area.zip5,
          plus4_from: area.plus4?.from ?? null,
          plus4_to: area.plus4?.to ?? null,
          valid_from: area.validFrom,
          valid_to: area.validTo,
          taxed_by: area.taxedBy,
        })),
      );
      await insertMany(
        tx,
        'tax_jurisdiction_rate',
        {
          import_id: 'uuid',
          line: 'integer',
          jurisdiction: 'text',
          rate: 'jsonb',
          valid_from: 'date',
          valid_to: 'date',
        },
        rates.map(({ line, jurisdiction, rate, validFrom, validTo }) => ({
          import_id: importId,
          ...{ line, jurisdiction, rate },
          valid_from: validFrom,
          valid_to: validTo,
        })),
      );
      await tx.query(
        `UPDATE tax_rate_import SET rows = $2, accepted = $3, skipped = $4, rejected = $5, errors = $6, touched_at = $7
         WHERE import_id = $1`,
        [
          importId,
          tally.rows,
          tally.accepted,
          tally.skipped,
          tally.rejected,
          JSON.stringify(tally.errors),
          new Date(now),
        ],
      );
    });
  }

  async clashes(importId: string, file: RateFile): Promise<LineError[]> {
    const overlaps = await findOverlaps(this.database, importId, file.format);
    if (overlaps.length > 0 || file.format !== 'sst-boundaries') return overlaps;
    return findUnratedDistricts(this.database, importId, file);
  }

  async activate({ importId, file, sha256, now }: Parameters<TaxRateFiles['activate']>[0]): Promise<void> {
    const set = [file.country, file.state, file.format, file.period];
    const changed = await this.database.inTransaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [set.join('/')]);
      const versions = await tx.query<{ import_id: string; version: number; status: string; sha256: string }>(
        `SELECT import_id, version, status, sha256 FROM tax_rate_import
         WHERE (country, state, format, period) = ($1, $2, $3, $4) AND version IS NOT NULL ORDER BY version DESC`,
        set,
      );
      const active = versions.find(({ status }) => status === 'active');
      if (active?.sha256 === sha256) {
        await tx.query(
          `UPDATE tax_rate_import SET status = 'unchanged', sha256 = $2, finished_at = $3 WHERE import_id = $1`,
          [importId, sha256, new Date(now)],
        );
        return false;
      }
      if (active !== undefined)
        await tx.query(`UPDATE tax_rate_import SET status = 'superseded', superseded_at = $2 WHERE import_id = $1`, [
          active.import_id,
          new Date(now),
        ]);
      await tx.query(
        `UPDATE tax_rate_import SET status = 'active', version = $2, sha256 = $3, activated_at = $4, finished_at = $4
         WHERE import_id = $1`,
        [importId, (versions[0]?.version ?? 0) + 1, sha256, new Date(now)],
      );
      return true;
    });
    if (!changed) await this.purge(importId);
  }

  async refuse(importId: string, why: Parameters<TaxRateFiles['refuse']>[1]): Promise<void> {
    await this.database.query(
      `UPDATE tax_rate_import SET status = 'rejected', accepted = $2, rejected = $3, errors = $4, finished_at = $5
       WHERE import_id = $1`,
      [importId, why.accepted, why.rejected, JSON.stringify(why.errors), new Date(why.now)],
    );
    await this.purge(importId);
  }

  async fail(importId: string, now: Instant): Promise<void> {
    await this.database.query(
      `UPDATE tax_rate_import SET status = 'failed', finished_at = $2 WHERE import_id = $1 AND status = 'running'`,
      [importId, new Date(now)],
    );
    await this.purge(importId);
  }

  async hasRates({ country, state }: { country: string; state: string }, now: Instant): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM tax_rate_import WHERE country = $1 AND state = $2 AND format = 'sst-rates' AND status = 'active'
         AND activated_at <= $3 LIMIT 1`,
      [country, state, new Date(now)],
    );
    return rows.length > 0;
  }

  async find(importId: string): Promise<TaxRateImport | undefined> {
    const [row] = await this.database.query<ImportRow>('SELECT * FROM tax_rate_import WHERE import_id = $1', [
      importId,
    ]);
    return row && importOfRow(row);
  }

  async mustFind(importId: string): Promise<TaxRateImport> {
    const found = await this.find(importId);
    if (found === undefined) throw new Bug(`the import ${importId} was begun and is not there`);
    return found;
  }

  async list({ state, limit }: Parameters<TaxRateFiles['list']>[0]): Promise<TaxRateImport[]> {
    const rows = await this.database.query<ImportRow>(
      `SELECT * FROM tax_rate_import WHERE $1::text IS NULL OR state = $1 ORDER BY started_at DESC LIMIT $2`,
      [state ?? null, limit],
    );
    return rows.map(importOfRow);
  }

  /** A process that was killed leaves rows behind that hold for nobody; the next import clears them away. */
  private async clearAbandoned(now: Instant): Promise<void> {
    const abandoned = await this.database.query<{ import_id: string }>(
      `UPDATE tax_rate_import SET status = 'failed', finished_at = $1
       WHERE status = 'running' AND touched_at < $2 RETURNING import_id`,
      [new Date(now), new Date(now - quietMs)],
    );
    for (const { import_id } of abandoned) await this.purge(import_id);
  }

  private async purge(importId: string): Promise<void> {
    for (const table of ['tax_area', 'tax_jurisdiction_rate'])
      for (;;) {
        const deleted = await this.database.query(
          `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
             SELECT ctid FROM ${table} WHERE import_id = $1 LIMIT ${purgeSize})) RETURNING 1`,
          [importId],
        );
        if (deleted.length < purgeSize) break;
      }
  }
}

function importOfRow(row: ImportRow): TaxRateImport {
  const instant = (date: Date): Instant => instantOfEpochMs(date.getTime());
  return {
    importId: row.import_id,
    format: row.format,
    country: row.country,
    state: row.state,
    period: row.period,
    fileName: row.file_name ?? undefined,
    importedBy: row.imported_by,
    status: row.status,
    version: row.version ?? undefined,
    rows: Number(row.rows),
    accepted: Number(row.accepted),
    skipped: Number(row.skipped),
    rejected: Number(row.rejected),
    errors: row.errors,
    startedAt: instant(row.started_at),
    touchedAt: instant(row.touched_at),
    finishedAt: row.finished_at === null ? undefined : instant(row.finished_at),
  };
}
