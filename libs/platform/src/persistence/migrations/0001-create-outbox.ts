import { SqlMigration } from '../sql-migration.js';

/**
 * Facts that are true and not yet on Kafka. `id` orders them: per key it is commit order, because a fact is said after the row
 * it tells of was locked. `envelope` lacks the region, which the relay of the cell adds; null is a tombstone.
 */
export class CreateOutbox0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      fact_id uuid NOT NULL,
      topic text NOT NULL,
      key text NOT NULL,
      envelope json,
      headers json NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      published_at timestamptz
    ) WITH (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.05);
    CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
    CREATE INDEX outbox_published ON outbox USING brin (published_at) WHERE published_at IS NOT NULL;

    CREATE TABLE outbox_dead (
      id bigint PRIMARY KEY,
      fact_id uuid NOT NULL,
      topic text NOT NULL,
      key text NOT NULL,
      envelope json,
      headers json NOT NULL,
      created_at timestamptz NOT NULL,
      dead_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      error text NOT NULL
    );
  `;
}
