import type { Instant } from '@reprise/kernel';
import type { RateFileFormat, RowError } from './rate-file.js';

/** A wrong line of a rate file. */
export interface LineError extends RowError {
  readonly line: number;
}

/**
 * `active`: its rates hold. `superseded`: a newer version of the same period holds. `unchanged`: the file says what the active version says.
 * `rejected`: something in it is wrong, so nothing of it holds. `failed`: it did not arrive whole.
 */
export type StoredImportStatus = 'running' | 'active' | 'superseded' | 'unchanged' | 'rejected' | 'failed';

/** One upload of a rate file. */
export interface TaxRateImport {
  readonly importId: string;
  readonly format: RateFileFormat;
  readonly country: string;
  readonly state: string;
  readonly period: string;
  readonly fileName: string | undefined;
  readonly importedBy: string;
  readonly status: StoredImportStatus;
  /** Version among the files of one period; set once the import is active. */
  readonly version: number | undefined;
  readonly rows: number;
  readonly accepted: number;
  /** Rows of a kind that a basket's address cannot use, such as street numbers. */
  readonly skipped: number;
  readonly rejected: number;
  /** The first errors; `rejected` says how many rows there were. */
  readonly errors: readonly LineError[];
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
  readonly finishedAt: Instant | undefined;
}

/** Nothing has come for so long: whoever sent it is gone. */
export const quietMs = 60_000;

/** Where an import stands. A process that was killed says nothing of it, so being sent is told by when rows last came. */
export function taxRateImportStatus(
  { status, touchedAt }: Pick<TaxRateImport, 'status' | 'touchedAt'>,
  now: Instant,
): StoredImportStatus {
  return status === 'running' && now - touchedAt > quietMs ? 'failed' : status;
}
