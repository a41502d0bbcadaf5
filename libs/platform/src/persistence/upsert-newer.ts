import { insertMany } from './insert-many.js';
import type { Tx } from './tx.js';
import type { Columns, RowOf } from './unnest-rows.js';

/**
 * Keeps the newest version of each thing: inserts what is unknown, replaces what is older, leaves what is as new or newer. So a
 * fact heard twice or late changes nothing. `columns` must hold the key columns and `version`. Answers how many rows changed.
 */
export async function upsertNewer<C extends Columns & { readonly version: string }>(
  tx: Tx,
  table: string,
  key: readonly (keyof C & string)[],
  columns: C,
  rows: readonly (RowOf<C> & { readonly version: number | bigint })[],
): Promise<number> {
  const replaced = Object.keys(columns).filter((name) => !key.includes(name));
  const changed = await insertMany(
    tx,
    table,
    columns,
    newestPerKey(key, rows),
    `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${replaced.map((name) => `${name} = excluded.${name}`).join(', ')}
       WHERE ${table}.version < excluded.version
     RETURNING 1 AS changed`,
  );
  return changed.length;
}

/** One statement may touch a row once (SQLSTATE 21000), so older versions of a key are dropped here. Sorted, so that two batches lock alike. */
function newestPerKey<Row extends { readonly version: number | bigint }>(
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const id = JSON.stringify(key.map((name) => String(row[name])));
    const known = newest.get(id);
    if (!known || known.version < row.version) newest.set(id, row);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
