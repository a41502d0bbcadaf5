import type { SellerId } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { UnitStatement } from '../domain/read-unit-statement.js';
import type { RegisterUnits } from './register-units.js';

/** One thing wrong with one line of a stream. */
export interface LineError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A line of a stream: what it states, or why it states nothing. */
export type StatedLine<Statement> =
  | { readonly line: number; readonly value: Statement; readonly errors?: undefined }
  | { readonly line: number; readonly value?: undefined; readonly errors: readonly LineError[] };

/** What became of an import; `rejected` holds the first rows that were refused, `rejectedCount` says how many there were. */
export interface UnitImportReport {
  received: number;
  created: number;
  unchanged: number;
  rejectedCount: number;
  rejected: (LineError & { readonly line: number })[];
}

/** Rows a transaction. */
const batchSize = 500;
/** Refused rows kept for the answer: enough to mend a file by, few enough to hold. */
export const rejectedKept = 1_000;

/** Takes units from a stream of lines, a batch at a time and in constant memory: the stream waits while a batch is stored. */
export class ImportUnits {
  constructor(private readonly registerUnits: RegisterUnits) {}

  async run(
    sellerId: SellerId,
    lines: AsyncIterable<StatedLine<UnitStatement>>,
    options: { readonly dryRun: boolean },
  ): Promise<UnitImportReport> {
    const report: UnitImportReport = { received: 0, created: 0, unchanged: 0, rejectedCount: 0, rejected: [] };
    const note = (line: number, errors: readonly LineError[]): void => {
      report.rejectedCount += 1;
      for (const { field, code, message } of errors)
        if (report.rejected.length < rejectedKept) report.rejected.push({ line, field, code, message });
    };
    let batch: { line: number; value: UnitStatement }[] = [];
    const flush = async (): Promise<void> => {
      const statements = batch.map(({ value }) => value);
      const outcomes = await this.registerUnits.run(sellerId, statements, options);
      outcomes.forEach((outcome, i) => {
        if (!isRejection(outcome)) return void (report[outcome.change] += 1);
        const { field = '', code, message } = outcome;
        note(batch[i]?.line ?? 0, [{ field, code, message }]);
      });
      batch = [];
    };
    for await (const read of lines) {
      report.received += 1;
      if (read.errors === undefined) batch.push(read);
      else note(read.line, read.errors);
      if (batch.length === batchSize) await flush();
    }
    if (batch.length > 0) await flush();
    return report;
  }
}
