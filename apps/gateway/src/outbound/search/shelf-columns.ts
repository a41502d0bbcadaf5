import { grades } from '@reprise/contracts';
import type { ProductOnSale } from '../../application/ports.js';

/** A cell is a variant × grade that can be bought: `variant × 8 + grade`. */
export const CELL_GRADES = 8;

/** What one market sells, by product row: only what can be bought takes place, so a walk over it costs what is for sale. */
export class ShelfColumns {
  /** Cell, price in minor units, cell, price… */
  readonly cells: (readonly number[] | undefined)[] = [];
  offerCounts = new Uint16Array(0);
  /** One bit a grade that can be bought. */
  gradeBits = new Uint8Array(0);

  /** Products the market does not show at all: few, so they have no column. */
  readonly hidden = new Set<number>();

  set(row: number, { cells, offerCount, hidden }: ProductOnSale): void {
    this.reserve(row + 1);
    if (hidden) this.hidden.add(row);
    else this.hidden.delete(row);
    let bits = 0;
    const flat: number[] = [];
    for (const { variant, grade, priceMinor } of cells) {
      const number = grades.indexOf(grade);
      bits |= 1 << number;
      flat.push(variant * CELL_GRADES + number, priceMinor);
    }
    this.cells[row] = flat.length === 0 ? undefined : flat;
    this.gradeBits[row] = bits;
    this.offerCounts[row] = Math.min(65_535, offerCount);
  }

  reserve(rows: number): void {
    const had = this.offerCounts.length;
    if (had >= rows) return;
    const capacity = Math.max(1_024, rows + (rows >> 1));
    this.offerCounts = copyInto(new Uint16Array(capacity), this.offerCounts);
    this.gradeBits = copyInto(new Uint8Array(capacity), this.gradeBits);
  }
}

function copyInto<A extends Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(larger: A, from: A): A {
  larger.set(from);
  return larger;
}
