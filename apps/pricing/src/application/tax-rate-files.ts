import type { Instant } from '@reprise/kernel';
import type { LocalTaxArea, LocalTaxKey } from '../domain/local-tax-area.js';
import type { AreaRow, JurisdictionRateRow, RateFile } from '../domain/rate-file.js';
import type { LineError, TaxRateImport } from '../domain/tax-rate-import.js';

/** Imported files of local tax rates. Every version of every period is kept; what is staged holds for nobody. */
export abstract class TaxRateFiles {
  abstract begin(upload: {
    readonly importId: string;
    readonly file: RateFile;
    readonly fileName: string | undefined;
    readonly importedBy: string;
    readonly now: Instant;
  }): Promise<void>;
  /** Adds rows and how far the file was read. */
  abstract stage(
    importId: string,
    batch: {
      readonly areas: readonly (AreaRow & { readonly line: number })[];
      readonly rates: readonly (JurisdictionRateRow & { readonly line: number })[];
      readonly tally: ImportTally;
      readonly now: Instant;
    },
  ): Promise<void>;
  /** Lines that contradict other lines of the file, or name who has no rate. */
  abstract clashes(importId: string, file: RateFile): Promise<LineError[]>;
  /** Makes the file hold from now on, unless the version that holds says the same. */
  abstract activate(staged: {
    readonly importId: string;
    readonly file: RateFile;
    readonly sha256: string;
    readonly now: Instant;
  }): Promise<void>;
  abstract refuse(
    importId: string,
    why: {
      readonly accepted: number;
      readonly rejected: number;
      readonly errors: readonly LineError[];
      readonly now: Instant;
    },
  ): Promise<void>;
  abstract fail(importId: string, now: Instant): Promise<void>;
  abstract hasRates(of: { readonly country: string; readonly state: string }, now: Instant): Promise<boolean>;
  abstract find(importId: string): Promise<TaxRateImport | undefined>;
  abstract mustFind(importId: string): Promise<TaxRateImport>;
  abstract list(of: { readonly state: string | undefined; readonly limit: number }): Promise<TaxRateImport[]>;
}

export interface ImportTally {
  readonly rows: number;
  readonly accepted: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly errors: readonly LineError[];
}

/** What imported files say of one address, in one look-up whatever the basket. */
export interface LocalRateBook {
  find(key: LocalTaxKey, at: Instant): Promise<LocalTaxArea | undefined>;
}
