import type { Clock, Outcome, Rejection } from '@reprise/kernel';
import { isRejection, newId, reject } from '@reprise/kernel';
import { salesTaxTableOf } from '../domain/local-tax-area.js';
import type { AreaRow, JurisdictionRateRow, RateFile, RateFileFormat, RateFileRow } from '../domain/rate-file.js';
import { periodStart } from '../domain/rate-file.js';
import { rateRowReader } from '../domain/read-rate-row.js';
import type { LineError, TaxRateImport } from '../domain/tax-rate-import.js';
import type { PriceTableBook } from './ports.js';
import type { TaxRateFiles } from './tax-rate-files.js';

/** One record of the file, already cut into cells; or what is wrong with the text itself. */
export type FileRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly error?: undefined }
  | { readonly line: number; readonly error: string };

export interface RateFileUpload {
  readonly format: RateFileFormat;
  readonly state: string;
  readonly period: string;
  readonly fileName: string | undefined;
  readonly importedBy: string;
  readonly bytes: AsyncIterable<Buffer>;
}

export type TaxRatesRejection = Rejection<'TaxRatesRejected'>;

/** Rows a statement: enough to make statements cheap, few enough to hold. */
const batchSize = 5_000;

/** Wrong lines kept for whoever has to mend the file. */
const errorsKept = 1_000;

/**
 * Takes a file of local tax rates from a stream, in constant memory. Rows are staged as they come and hold for nobody; when the last one is
 * in and every one is sound, the whole file begins to hold in one transaction. One wrong row, and none of it does.
 */
export class ImportTaxRates {
  constructor(
    private readonly tables: PriceTableBook,
    private readonly files: TaxRateFiles,
    private readonly records: { read(bytes: AsyncIterable<Buffer>): RecordStream },
    private readonly clock: Clock,
  ) {}

  async run(upload: RateFileUpload): Promise<Outcome<TaxRateImport, TaxRatesRejection>> {
    const file = await this.identify(upload);
    if (isRejection(file)) return file;
    const importId = newId();
    const { fileName, importedBy } = upload;
    await this.files.begin({ importId, file, fileName, importedBy, now: this.clock.now() });
    try {
      const stream = this.records.read(upload.bytes);
      const tally = await this.stage(importId, file, stream);
      const errors = tally.rejected > 0 ? [] : await this.files.clashes(importId, file);
      if (tally.rejected > 0 || errors.length > 0) await this.refuse(importId, tally, errors);
      else await this.files.activate({ importId, file, sha256: stream.sha256(), now: this.clock.now() });
    } catch (error) {
      // The stream broke, or the database did: what was staged holds for nobody, and saying so must not hide the cause.
      await this.files.fail(importId, this.clock.now()).catch(() => undefined);
      throw error;
    }
    return this.files.mustFind(importId);
  }

  private async identify(upload: RateFileUpload): Promise<Outcome<RateFile, TaxRatesRejection>> {
    const { format, state, period } = upload;
    const tables = await this.tables.current();
    const table = salesTaxTableOf(tables, state);
    const known = table?.states.get(state);
    if (table === undefined || known === undefined)
      return refusal('query.state', `No sales tax table has a state "${state}".`);
    if (known.fips === undefined)
      return refusal('query.state', `The table ${table.reference} does not say by which number files name ${state}.`);
    const effectiveFrom = periodStart(format, period);
    if (effectiveFrom === undefined)
      return refusal(
        'query.period',
        `"${period}" is not a period of ${format}: write 2026-11 for a month, 2026Q4 for a quarter.`,
      );
    if (
      format === 'sst-boundaries' &&
      !(await this.files.hasRates({ country: table.country, state }, this.clock.now()))
    )
      return refusal(
        'query.format',
        `Import the rate file of ${state} first: a boundary file has no rates of its own.`,
      );
    return {
      ...{ format, state, period, effectiveFrom },
      country: table.country,
      stateName: known.name,
      fips: known.fips,
      statesOfZip: table.statesOfZip,
    };
  }

  private async stage(importId: string, file: RateFile, stream: RecordStream): Promise<Tally> {
    const read = rateRowReader(file);
    const tally: Tally = { rows: 0, accepted: 0, skipped: 0, rejected: 0, errors: [], stateRates: 0 };
    let batch: Batch = { areas: [], rates: [] };
    const flush = async (): Promise<void> => {
      await this.files.stage(importId, { ...batch, tally, now: this.clock.now() });
      batch = { areas: [], rates: [] };
    };
    for await (const record of stream) {
      const row = record.error === undefined ? read(record.cells) : malformed(record.error);
      take(tally, batch, row, record.line);
      if (batch.areas.length + batch.rates.length >= batchSize || tally.rows % (batchSize * 2) === batchSize)
        await flush();
    }
    if (tally.rejected === 0) refuseEmpty(tally, file);
    await flush();
    return tally;
  }

  private async refuse(importId: string, tally: Tally, clashes: readonly LineError[]): Promise<void> {
    const rejected = tally.rejected + new Set(clashes.map(({ line }) => line)).size;
    const errors = [...tally.errors, ...clashes].slice(0, errorsKept);
    const accepted = Math.max(0, tally.accepted - (rejected - tally.rejected));
    await this.files.refuse(importId, { rejected, accepted, errors, now: this.clock.now() });
  }
}

/** The records of a file, and the digest of its bytes once they have all been read. */
export interface RecordStream extends AsyncIterable<FileRecord> {
  sha256(): string;
}

/** Counts of a file as far as it was read. */
export interface Tally {
  rows: number;
  accepted: number;
  skipped: number;
  rejected: number;
  readonly errors: LineError[];
  stateRates: number;
}

interface Batch {
  readonly areas: (AreaRow & { readonly line: number })[];
  readonly rates: (JurisdictionRateRow & { readonly line: number })[];
}

function take(tally: Tally, batch: Batch, row: RateFileRow, line: number): void {
  if (row.kind === 'header') return;
  tally.rows += 1;
  switch (row.kind) {
    case 'areas':
      tally.accepted += 1;
      for (const area of row.areas) batch.areas.push({ ...area, line });
      return;
    case 'rate':
      tally.accepted += 1;
      if (row.rate.level === 'state') tally.stateRates += 1;
      batch.rates.push({ ...row, line });
      return;
    case 'skipped':
      tally.skipped += 1;
      return;
    case 'refused':
      tally.rejected += 1;
      for (const error of row.errors) if (tally.errors.length < errorsKept) tally.errors.push({ ...error, line });
  }
}

/** A file that says nothing would take every rate away; a rate file without its state's rate takes that away. */
function refuseEmpty(tally: Tally, file: RateFile): void {
  const missing =
    tally.accepted === 0
      ? 'the file has no rows to take'
      : file.format === 'sst-rates' && tally.stateRates === 0
        ? 'the file has no rate of the state itself (type 45)'
        : undefined;
  if (missing === undefined) return;
  tally.rejected += 1;
  tally.errors.push({ line: 0, field: 'file', code: 'incomplete', message: missing });
}

function malformed(message: string): RateFileRow {
  return { kind: 'refused', errors: [{ field: 'row', code: 'malformedCsv', message }] };
}

function refusal(field: string, message: string): TaxRatesRejection {
  return reject('TaxRatesRejected', message, { field });
}
