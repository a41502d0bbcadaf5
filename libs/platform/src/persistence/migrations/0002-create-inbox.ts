import { SqlMigration } from '../sql-migration.js';

/** Which facts a consumer has taken, so that hearing one twice changes nothing. */
export class CreateInbox0002 extends SqlMigration {
  readonly sql = `
    CREATE TABLE inbox (
      consumer text NOT NULL,
      fact_id uuid NOT NULL,
      heard_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (consumer, fact_id)
    );
    CREATE INDEX inbox_heard_at ON inbox USING brin (heard_at);
  `;
}
