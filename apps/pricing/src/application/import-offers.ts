import type { Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { OfferStatement, SellerRejection, StatementError, StateOffers } from './state-offers.js';

/** What became of an import; `rejected` holds the first rows that were refused, `rejectedCount` says how many there were. */
export interface ImportReport {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejectedCount: number;
  rejected: (StatementError & { readonly line: number })[];
}

/** One line of the stream: a statement, or why it is none. */
export type ParsedLine =
  | { readonly line: number; readonly statement: OfferStatement; readonly errors?: undefined }
  | { readonly line: number; readonly errors: readonly StatementError[] };

/** Rows a transaction. More make a longer transaction and a longer wait for whoever puts the same offer; fewer make more commits. */
const batchSize = 500;

/** Refused rows kept for the answer: enough to mend a file by, few enough to hold. */
const rejectedKept = 1000;

/** Takes offers from a stream of lines, a batch at a time and in constant memory: the stream waits while a batch is stored. */
export class ImportOffers {
  constructor(
    private readonly stateOffers: StateOffers,
    private readonly lines: { parse(bytes: AsyncIterable<Buffer>): AsyncIterable<ParsedLine> },
  ) {}

  async run(
    sellerId: string,
    bytes: AsyncIterable<Buffer>,
    options: { readonly dryRun: boolean },
  ): Promise<Outcome<ImportReport, SellerRejection>> {
    const report: ImportReport = { received: 0, created: 0, updated: 0, unchanged: 0, rejectedCount: 0, rejected: [] };
    // An import of nothing still says whether this seller may trade.
    let batch: { line: number; statement: OfferStatement }[] = [];
    const flush = async (): Promise<SellerRejection | undefined> => {
      const outcomes = await this.stateOffers.run(
        sellerId,
        batch.map(({ statement }) => statement),
        options,
      );
      if (isRejection(outcomes)) return outcomes as SellerRejection;
      outcomes.forEach((outcome, i) => {
        if (outcome.change === 'rejected') note(report, batch[i]?.line ?? 0, outcome.errors);
        else report[outcome.change] += 1;
      });
      batch = [];
      return undefined;
    };
    for await (const parsed of this.lines.parse(bytes)) {
      report.received += 1;
      if (parsed.errors === undefined) batch.push(parsed);
      else note(report, parsed.line, parsed.errors);
      if (batch.length < batchSize) continue;
      const refusal = await flush();
      if (refusal !== undefined) return refusal;
    }
    return (await flush()) ?? report;
  }
}

function note(report: ImportReport, line: number, errors: readonly StatementError[]): void {
  report.rejectedCount += 1;
  for (const { field, code, message } of errors)
    if (report.rejected.length < rejectedKept) report.rejected.push({ line, field, code, message });
}
