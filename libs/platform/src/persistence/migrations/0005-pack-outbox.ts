import { SqlMigration } from '../sql-migration.js';

/**
 * A row of the outbox may hold many facts: `envelope` is then a JSON array with one envelope a line, and `facts` says how many. Saying a
 * hundred thousand at once costs a few hundred rows to write, read and mark. `outbox_fact` shows one row a fact, however it was stored.
 */
export class PackOutbox0005 extends SqlMigration {
  readonly sql = `
    ALTER TABLE outbox ADD COLUMN facts integer NOT NULL DEFAULT 1 CHECK (facts > 0);
    -- Compressing what is published in a second and forgotten in an hour costs more than it saves.
    ALTER TABLE outbox ALTER COLUMN envelope SET STORAGE EXTERNAL;

    CREATE VIEW outbox_fact AS
      SELECT id, fact_id, topic, key, envelope, created_at, published_at FROM outbox WHERE facts = 1
      UNION ALL
      SELECT o.id, (one.envelope->>'id')::uuid, o.topic, one.envelope->>'key', one.envelope, o.created_at, o.published_at
      FROM outbox o CROSS JOIN LATERAL json_array_elements(o.envelope) AS one (envelope) WHERE o.facts > 1;
  `;
}
