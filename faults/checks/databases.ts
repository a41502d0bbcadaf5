import pg from 'pg';
import type { Cell } from '../../infra/platform/start-cell.ts';

export type DatabaseName = 'catalog' | 'pricing' | 'inventory' | 'checkout' | 'finance';

/** Asks one database of a cell, over a connection of its own: a check must not depend on what a fault left of the last one. */
export async function query<Row extends pg.QueryResultRow>(
  cell: Cell,
  database: DatabaseName,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cell.databaseUrl(database), application_name: 'faults' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
