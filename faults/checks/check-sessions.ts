import { query } from './databases.ts';
import type { Shop } from '../start-shop.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** I12: nobody sits on an open transaction, and sessions do not pile up. */
export async function checkSessions({ cell }: Shop): Promise<Violation[]> {
  const idle = await query(
    cell,
    'checkout',
    `SELECT datname, application_name, state, (clock_timestamp() - xact_start)::text AS since FROM pg_stat_activity
      WHERE state = 'idle in transaction' AND xact_start < clock_timestamp() - interval '20 seconds'`,
  );
  const piles = await query(
    cell,
    'checkout',
    `SELECT application_name, count(*)::int AS sessions FROM pg_stat_activity WHERE datname IS NOT NULL
      GROUP BY application_name HAVING count(*) > 60`,
  );
  return [
    ...violations('I12', (row) => `a transaction was left open: ${JSON.stringify(row)}`, idle),
    ...violations('I12', (row) => `sessions pile up: ${JSON.stringify(row)}`, piles),
  ];
}
