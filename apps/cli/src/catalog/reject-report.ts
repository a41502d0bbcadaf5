import type { RejectReason } from './reject-reasons.js';
import { JoinReport } from './join-report.js';

/** One row of a source that was left out or mended, with enough of it to find it again. */
export interface Reject {
  readonly reason: RejectReason;
  readonly dataset: string;
  /** The row as the source has it, shortened by the report. */
  readonly row: unknown;
}

export interface RejectLine {
  readonly reason: RejectReason;
  readonly dataset: string;
  readonly count: number;
  readonly samples: readonly string[];
}

const samplesPerReason = 5;
const sampleLength = 160;

/** Counts what an import refused, by reason. Memory is bounded: it keeps the first few samples of each reason and no more. */
export class RejectReport {
  /** What of the sources found its counterpart in another. */
  readonly joins = new JoinReport();
  private readonly lines = new Map<
    string,
    { reason: RejectReason; dataset: string; count: number; samples: string[] }
  >();

  add(reject: Reject): void {
    const key = `${reject.dataset} ${reject.reason}`;
    const line = this.lines.get(key) ?? { reason: reject.reason, dataset: reject.dataset, count: 0, samples: [] };
    line.count += 1;
    if (line.samples.length < samplesPerReason) line.samples.push(sampleOf(reject.row));
    this.lines.set(key, line);
  }

  countOf(reason: RejectReason): number {
    return this.toJSON().reduce((sum, line) => (line.reason === reason ? sum + line.count : sum), 0);
  }

  toJSON(): RejectLine[] {
    return [...this.lines.values()].sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
  }
}

function sampleOf(row: unknown): string {
  const text = typeof row === 'string' ? row : JSON.stringify(row);
  return text.length > sampleLength ? `${text.slice(0, sampleLength - 1)}…` : text;
}
