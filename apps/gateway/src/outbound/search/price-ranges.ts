/** A range of prices in minor units: from, included, to, not included; the last one has no end. */
export interface PriceRange {
  readonly fromMinor: number;
  readonly toMinor: number | null;
  readonly count: number;
}

/** Steps people read easily, times ten as often as needed. */
const steps = [1, 1.5, 2, 3, 4, 5, 6, 8];
const edges = Array.from({ length: 9 }, (_, power) => steps.map((step) => step * 10 ** power))
  .flat()
  .filter(Number.isInteger);
const RANGES_MAX = 6;

/** Counts prices as they are met, and groups them in the end into a few ranges of about as many products each. */
export class PriceRanges {
  private readonly counts = new Uint32Array(edges.length + 1);
  private total = 0;
  lowestMinor = Infinity;
  highestMinor = -Infinity;

  add(priceMinor: number): void {
    this.total++;
    if (priceMinor < this.lowestMinor) this.lowestMinor = priceMinor;
    if (priceMinor > this.highestMinor) this.highestMinor = priceMinor;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= priceMinor) low = middle + 1;
      else high = middle;
    }
    this.counts[low] = (this.counts[low] as number) + 1;
  }

  /** Between round prices, together holding every price once. */
  ranges(): PriceRange[] {
    const share = this.total / RANGES_MAX;
    const found: PriceRange[] = [];
    let from = 0;
    let count = 0;
    let left = this.total;
    this.counts.forEach((here, i) => {
      count += here;
      left -= here;
      const to = edges[i];
      if (count === 0 && to !== undefined) from = to;
      if (count === 0 || (count < share && left > 0)) return;
      found.push({ fromMinor: from, toMinor: left === 0 ? null : (to ?? null), count });
      from = to ?? from;
      count = 0;
    });
    return found;
  }
}
