import type { Tx } from './tx.js';
import { unnestRows, type Columns, type RowOf } from './unnest-rows.js';

/**
 * Inserts any number of rows with one statement; see {@link unnestRows} for how they are sent.
 * `suffix` is what follows the rows, e.g. `ON CONFLICT DO NOTHING RETURNING offer_id`; the answer is what RETURNING gives.
 */
export async function insertMany<C extends Columns, Row = Record<string, unknown>>(
  tx: Tx,
  table: string,
  columns: C,
  rows: readonly RowOf<C>[],
  suffix = '',
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const { sql, params } = unnestRows(columns, rows);
  return tx.query<Row>(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT * FROM ${sql} AS row_source ${suffix}`,
    params,
  );
}
