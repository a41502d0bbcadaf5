import { grades } from '@reprise/contracts';

/** What one market sells of one product. */
export interface ProductOnSale {
  /** Lowest buy box price of each grade in minor units, in the order of `grades`; Infinity where nothing can be bought. */
  readonly pricesMinor: readonly number[];
  readonly offerCount: number;
}

const GRADES = grades.length;

/** What one market sells, a few numbers a product side by side, so that a list is one walk over memory. */
export class ShelfColumns {
  /** `row × 5 + grade`. */
  prices = new Float64Array(0);
  offerCounts = new Uint16Array(0);
  /** One bit a grade that can be bought. */
  gradeBits = new Uint8Array(0);

  set(row: number, { pricesMinor, offerCount }: ProductOnSale): void {
    this.reserve(row + 1);
    let bits = 0;
    for (let grade = 0; grade < GRADES; grade++) {
      const price = pricesMinor[grade] ?? Infinity;
      this.prices[row * GRADES + grade] = price;
      if (price !== Infinity) bits |= 1 << grade;
    }
    this.gradeBits[row] = bits;
    this.offerCounts[row] = Math.min(65_535, offerCount);
  }

  reserve(rows: number): void {
    const had = this.offerCounts.length;
    if (had >= rows) return;
    const capacity = Math.max(1_024, rows + (rows >> 1));
    const prices = new Float64Array(capacity * GRADES).fill(Infinity);
    prices.set(this.prices);
    this.prices = prices;
    this.offerCounts = copyInto(new Uint16Array(capacity), this.offerCounts);
    this.gradeBits = copyInto(new Uint8Array(capacity), this.gradeBits);
  }
}

function copyInto<A extends Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(larger: A, from: A): A {
  larger.set(from);
  return larger;
}
