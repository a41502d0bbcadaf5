import type { SearchPosition } from '../../application/ports.js';

/** An order by one key, ids settling what is equal: total, so that a page ends at exactly one place. */
export class SearchOrder {
  constructor(
    private readonly keyOf: (row: number) => number | string,
    private readonly idOf: (row: number) => string,
    private readonly direction: 'ascending' | 'descending',
  ) {}

  readonly before = (a: number, b: number): boolean => {
    const [key, other] = [this.keyOf(a), this.keyOf(b)];
    if (key === other) return this.idOf(a) < this.idOf(b);
    return this.direction === 'ascending' ? key < other : key > other;
  };

  /** Whether a row comes after a position; the row that made it may have gone, its place has not. */
  isAfter(row: number, { key, id }: SearchPosition): boolean {
    const own = this.keyOf(row);
    if (own === key) return this.idOf(row) > id;
    return this.direction === 'ascending' ? own > key : own < key;
  }

  positionOf(row: number): SearchPosition {
    return { key: this.keyOf(row), id: this.idOf(row) };
  }
}
