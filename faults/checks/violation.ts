/** A promise that was broken, with what proves it. */
export interface Violation {
  /** `I1` … `I12`. */
  readonly invariant: string;
  readonly what: string;
}

/** Rows that ought not to be there, one violation each, the first of many only. */
export function violations(invariant: string, say: (row: any) => string, rows: readonly unknown[]): Violation[] {
  const shown = rows.slice(0, 5).map((row) => ({ invariant, what: say(row) }));
  return rows.length > 5 ? [...shown, { invariant, what: `and ${rows.length - 5} more of that kind` }] : shown;
}
