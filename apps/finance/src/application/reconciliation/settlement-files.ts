import type { Instant } from '@reprise/kernel';
import type {
  FileProblem,
  FileTally,
  SettlementFile,
  SettlementFormat,
} from '../../domain/settlement/settlement-file.js';
import type { BankEntry, SettlementLine } from '../../domain/settlement/settlement-line.js';

/** A line with its place in the file. */
export interface StagedLine extends SettlementLine {
  readonly line: number;
}

/** A bank entry with its place in the file and the payout it speaks of. */
export interface StagedEntry extends BankEntry {
  readonly line: number;
  readonly paidOut: { readonly account: string; readonly payout: string } | undefined;
}

/** Imported settlement files and bank statements. Lines are staged as they come and count for nothing until the whole file is sound. */
export abstract class SettlementFiles {
  abstract begin(upload: {
    readonly fileId: string;
    readonly account: string;
    readonly format: SettlementFormat;
    readonly name: string;
    readonly importedBy: string;
    readonly now: Instant;
  }): Promise<void>;
  abstract stage(
    fileId: string,
    batch: {
      readonly lines: readonly StagedLine[];
      readonly entries: readonly StagedEntry[];
      readonly tally: FileTally;
      readonly now: Instant;
    },
  ): Promise<void>;
  /**
   * Makes the staged lines count, all in one transaction, but those that count already. None of them does when these bytes were imported before
   * (`unchanged`), or when they contradict each other, a file of the same name or lines that count (`rejected`, with at most `problemsKept`).
   */
  abstract conclude(
    fileId: string,
    file: { readonly sha256: string; readonly problemsKept: number; readonly now: Instant },
  ): Promise<void>;
  /** Ends a file whose lines will not count. */
  abstract refuse(
    fileId: string,
    why: {
      readonly status: 'rejected' | 'failed';
      readonly problems: readonly FileProblem[];
      readonly rejected: number;
      readonly now: Instant;
    },
  ): Promise<void>;
  abstract find(fileId: string): Promise<SettlementFile | undefined>;
  abstract list(of: { readonly account: string | undefined; readonly limit: number }): Promise<SettlementFile[]>;
}
