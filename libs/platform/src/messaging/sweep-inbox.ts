import type { Database } from '../persistence/index.js';

const ROWS_PER_DELETE = 5_000;

/** Forgets what a consumer heard longer than `keptMs` ago, in bounded deletes. */
export async function sweepInbox(database: Pick<Database, 'query'>, consumer: string, keptMs: number): Promise<void> {
  for (let deleted = ROWS_PER_DELETE; deleted === ROWS_PER_DELETE;) {
    const rows = await database.query(
      `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM inbox
          WHERE consumer = $1 AND heard_at < now() - make_interval(secs => $2) LIMIT ${ROWS_PER_DELETE}))
       RETURNING 1`,
      [consumer, keptMs / 1000],
    );
    deleted = rows.length;
  }
}
