import { SqlMigration } from '@reprise/platform/persistence';

/** Tax and fee tables as operators stored them, every version kept, so that an old price can be computed again from what held then. */
export class CreateRateTables0003 extends SqlMigration {
  readonly sql = `
    CREATE TABLE rate_table (
      kind text NOT NULL CHECK (kind IN ('tax', 'fee')),
      table_id text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      content jsonb NOT NULL,
      content_sha256 text NOT NULL,
      stored_by text NOT NULL,
      stored_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, table_id, version)
    );
    CREATE TRIGGER rate_table_append_only BEFORE UPDATE OR DELETE ON rate_table
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
