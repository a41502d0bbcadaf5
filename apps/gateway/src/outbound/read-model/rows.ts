/** Gives ids dense numbers in the order they are met, so that everything else about them can live in columns of numbers. */
export class Rows {
  private readonly rows = new Map<string, number>();
  private readonly ids: string[] = [];

  get size(): number {
    return this.ids.length;
  }

  /** The id's row; a new one when it was never met. */
  of(id: string): number {
    let row = this.rows.get(id);
    if (row === undefined) this.rows.set(id, (row = this.ids.push(id) - 1));
    return row;
  }

  find(id: string): number | undefined {
    return this.rows.get(id);
  }

  id(row: number): string {
    return this.ids[row] as string;
  }
}

/** The version of what a row holds; 0 where there is no such row. */
export function versionAt(row: number | undefined, versionOf: (row: number) => number): number {
  return row === undefined ? 0 : versionOf(row);
}
