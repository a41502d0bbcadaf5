import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What was said to finance, a row a sale or refund, and what was said of each day. Rows are only added, one beside the other: a counter would make
 * every payment of a region wait for the one before.
 */
export class TallySales0007 extends SqlMigration {
  readonly sql = `
    CREATE TABLE sale_said (
      sale_id uuid NOT NULL,
      kind text NOT NULL,
      market text NOT NULL,
      currency text NOT NULL,
      gross_minor bigint NOT NULL,
      occurred_at timestamptz NOT NULL,
      PRIMARY KEY (sale_id, kind)
    );
    CREATE INDEX sale_said_by_time ON sale_said (occurred_at);

    CREATE TABLE sale_tally (
      day date PRIMARY KEY,
      version int NOT NULL,
      up_to timestamptz NOT NULL,
      sums jsonb NOT NULL
    );
  `;
}
