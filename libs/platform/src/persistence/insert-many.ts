import { Bug } from '@reprise/kernel';
import type { Tx } from './tx.js';

/** Column name to PostgreSQL type, in insertion order: `{ offer_id: 'uuid', amount_minor: 'bigint', data: 'jsonb' }`. */
export type Columns = Readonly<Record<string, string>>;

/** One row, with a value (or null) for every column. Values of json and jsonb columns are given as objects. */
export type RowOf<C extends Columns> = { readonly [name in keyof C]: unknown };

/**
 * Inserts any number of rows with one statement and one parameter per column, so that the plan is the same for 1 row and 10,000.
 * Names come from code, never from input. Array-typed columns do not fit (unnest flattens them): use jsonb.
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
  const names = Object.keys(columns);
  const arrays = names.map((name, index) => `$${index + 1}::${columns[name]}[]`);
  return tx.query<Row>(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')}) ${suffix}`,
    names.map((name) => rows.map((row) => encode(columns[name], row[name]))),
  );
}

function encode(type: string | undefined, value: unknown): unknown {
  if (value === undefined) throw new Bug('A row lacks a value: write null where null is meant.');
  return value !== null && (type === 'json' || type === 'jsonb') ? JSON.stringify(value) : value;
}
