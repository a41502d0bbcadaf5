import { SqlMigration } from '@reprise/platform/persistence';

/** Who called a colour what, and why: a colour is no product's own, so it has a history of its own. */
export class KeepColourNames0005 extends SqlMigration {
  readonly sql = `
    CREATE TABLE colour_name_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      code text NOT NULL,
      language text NOT NULL,
      name text NOT NULL,
      actor text NOT NULL,
      reason text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX colour_name_change_code ON colour_name_change (code, id);
    CREATE TRIGGER colour_name_change_is_append_only BEFORE UPDATE OR DELETE ON colour_name_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
