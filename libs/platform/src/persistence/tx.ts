/** One open transaction. Whoever is handed one neither begins nor ends it. */
export interface Tx {
  /** Runs one statement and answers its rows. int8 and numeric arrive as strings, timestamptz as Date, jsonb parsed. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` once, after COMMIT is known to have succeeded. It must not throw: nobody is left to hear it. */
  afterCommit(work: () => void): void;
}
