import type { Instant } from '@reprise/kernel';
import type { LineProblem } from './settlement-line.js';

/** Formats read, each the publisher's own. */
export const settlementFormats = [
  'stripe-payout-reconciliation',
  'stripe-balance',
  'adyen-settlement-details',
  'camt.053',
] as const;
export type SettlementFormat = (typeof settlementFormats)[number];

/** Something wrong on one line of a file; line 0 is the file as a whole. */
export interface FileProblem extends LineProblem {
  readonly line: number;
}

/**
 * `active`: its lines count. `unchanged`: the same bytes were imported before. `rejected`: something in it is wrong, so nothing of it counts.
 * `failed`: it did not arrive whole.
 */
export type SettlementFileStatus = 'reading' | 'active' | 'unchanged' | 'rejected' | 'failed';

/** How far a file was read. */
export interface FileTally {
  readonly lines: number;
  /** Lines that count from now on. */
  readonly accepted: number;
  /** Lines that an earlier file reported alike. */
  readonly known: number;
  /** Lines with nothing to reconcile, such as what is still pending. */
  readonly skipped: number;
  readonly rejected: number;
}

/** One upload of a settlement file or bank statement. */
export interface SettlementFile extends FileTally {
  readonly fileId: string;
  readonly account: string;
  readonly format: SettlementFormat;
  readonly name: string;
  readonly status: SettlementFileStatus;
  /** The import that has these bytes, of a file that is `unchanged`. */
  readonly sameAs: string | undefined;
  /** The first problems; `rejected` says how many lines have one. */
  readonly problems: readonly FileProblem[];
  readonly importedBy: string;
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
  readonly finishedAt: Instant | undefined;
}

/** Nothing has come for so long: whoever sent it is gone. */
const quietMs = 60_000;

/** Where a file stands. A process that was killed says nothing of it, so being read is told by when lines last came. */
export function settlementFileStatus(
  { status, touchedAt }: Pick<SettlementFile, 'status' | 'touchedAt'>,
  now: Instant,
): SettlementFileStatus {
  return status === 'reading' && now - touchedAt > quietMs ? 'failed' : status;
}
