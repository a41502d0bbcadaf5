/** No cost: the row does not match. */
export const NONE = 0xffff_ffff;

/** A cost by row, for the few rows that have one: reading and forgetting them costs what was set and not how many rows there are. */
export class RowCosts {
  private readonly costs: Uint32Array;
  private readonly touched: Int32Array;
  /** How many rows have a cost. */
  count = 0;

  constructor(size: number) {
    this.costs = new Uint32Array(size).fill(NONE);
    this.touched = new Int32Array(size);
  }

  get(row: number): number {
    return this.costs[row] as number;
  }

  /** The `i`th row that was given a cost. */
  row(i: number): number {
    return this.touched[i] as number;
  }

  /** Keeps the lower of the row's cost and this one. */
  lower(row: number, cost: number): void {
    const before = this.costs[row] as number;
    if (cost >= before) return;
    if (before === NONE) this.touched[this.count++] = row;
    this.costs[row] = cost;
  }

  /** Adds to the row's cost, from nothing on. */
  add(row: number, more: number): void {
    const before = this.costs[row] as number;
    if (before === NONE) this.touched[this.count++] = row;
    this.costs[row] = before === NONE ? more : before + more;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.costs[this.touched[i] as number] = NONE;
    this.count = 0;
  }
}
