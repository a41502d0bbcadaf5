import type { Instant } from '@reprise/kernel';

/** What became of rows. `rows = created + updated + unchanged + rejected`. */
export interface RowCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** An upload of many offers, as far as it was taken. */
export interface OfferImport extends RowCounts {
  readonly importId: string;
  readonly sellerId: string;
  readonly dryRun: boolean;
  /** Which upload feeds it: one more each time somebody goes on with it, so that a connection thought dead cannot feed it beside its successor. */
  readonly feed: number;
  /** Lines of the file taken, blank ones included. */
  readonly lines: number;
  readonly bytes: number;
  readonly totalBytes: number | undefined;
  readonly startedAt: Instant;
  /** When rows were last taken. */
  readonly touchedAt: Instant;
  /** Undefined until the last line was taken. */
  readonly finishedAt: Instant | undefined;
}

/** Nothing has come for so long: whoever fed it is gone, or might as well be. */
const quietMs = 15_000;

/** Where an import stands. A process that was killed says nothing of it, so being fed is told by when rows last came. */
export function importStatus(
  { finishedAt, touchedAt }: Pick<OfferImport, 'finishedAt' | 'touchedAt'>,
  now: Instant,
): 'running' | 'interrupted' | 'completed' {
  if (finishedAt !== undefined) return 'completed';
  return now - touchedAt > quietMs ? 'interrupted' : 'running';
}

/** Rows a second over the time rows were taken; an interruption counts as time, because whoever waits for the end waits through it. */
export function rowsPerSecond({ rows, startedAt, touchedAt }: OfferImport): number {
  const elapsedMs = touchedAt - startedAt;
  return elapsedMs > 0 ? Math.round((rows * 1000) / elapsedMs) : 0;
}

/** Share of the file taken, 0 to 1; null while its size is unknown. */
export function importProgress({ bytes, totalBytes, finishedAt }: OfferImport): number | null {
  if (finishedAt !== undefined) return 1;
  return totalBytes === undefined || totalBytes === 0 ? null : Math.min(1, bytes / totalBytes);
}
