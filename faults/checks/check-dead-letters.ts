import type { Shop } from '../start-shop.ts';
import { query } from './databases.ts';
import { violations } from './violation.ts';
import type { Violation } from './violation.ts';

/** No healthy fact is ever set aside, however the system was hurt. Poison a fault put on topics is dropped by that fault. */
export async function checkDeadLetters({ cell, other }: Shop): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const each of [cell, other])
    for (const database of ['catalog', 'pricing', 'inventory', 'checkout', 'finance'] as const) {
      const rows = await query(
        each,
        database,
        'SELECT topic, fact_type, reason, error_class, error_message, count(*)::int AS letters FROM dead_letter GROUP BY 1, 2, 3, 4, 5',
      );
      found.push(
        ...violations('I7', (row) => `${each.region} ${database} set facts aside: ${JSON.stringify(row)}`, rows),
      );
    }
  return found;
}
