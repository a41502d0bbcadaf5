import { SqlMigration } from '../sql-migration.js';

/**
 * Messages a consumer could not take, with their original bytes, and the keys held back because of them. A parked message is
 * healthy but follows a dead one of its key; taking it first would break the key's order.
 */
export class CreateDeadLetter0003 extends SqlMigration {
  readonly sql = `
    CREATE TABLE dead_letter (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      consumer text NOT NULL,
      topic text NOT NULL,
      partition int NOT NULL,
      position bigint NOT NULL,
      key bytea,
      value bytea,
      headers jsonb NOT NULL,
      message_at timestamptz NOT NULL,
      fact_id uuid,
      fact_type text,
      state text NOT NULL CHECK (state IN ('dead', 'parked')),
      reason text NOT NULL,
      error_class text NOT NULL,
      error_message text NOT NULL,
      stack_hash text NOT NULL,
      attempts int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (consumer, topic, partition, position)
    );
    CREATE INDEX dead_letter_key ON dead_letter (consumer, topic, key, id);

    CREATE TABLE parked_key (
      consumer text NOT NULL,
      topic text NOT NULL,
      key bytea NOT NULL,
      parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (consumer, topic, key)
    );
  `;
}
