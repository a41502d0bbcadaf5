import { grades } from '@reprise/contracts';
import { grown } from './columns.js';

/** The buy boxes of one market: by `variant × 5 + grade`, the winning offer's row and how many offers can be bought. */
export class BuyBoxColumns {
  private winners = new Int32Array(0);
  private counts = new Uint16Array(0);

  /** The winner's row, or -1. */
  winner(variant: number, grade: number): number {
    return this.winners[variant * grades.length + grade] ?? -1;
  }

  count(variant: number, grade: number): number {
    return this.counts[variant * grades.length + grade] ?? 0;
  }

  set(variant: number, grade: number, winner: number, count: number): void {
    const cell = variant * grades.length + grade;
    this.winners = grown(this.winners, cell + 1, -1);
    this.counts = grown(this.counts, cell + 1);
    this.winners[cell] = winner;
    this.counts[cell] = Math.min(65_535, count);
  }
}
