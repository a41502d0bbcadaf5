import { SqlMigration } from '@reprise/platform/persistence';

/** Markets as they stand, and every change ever made to one: who, when, why, and what the market was after it. */
export class CreateMarkets0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE market (
      code text PRIMARY KEY,
      version int NOT NULL CHECK (version > 0),
      status text NOT NULL CHECK (status IN ('draft', 'preview', 'live', 'suspended', 'retired')),
      definition jsonb NOT NULL
    );

    CREATE TABLE market_change (
      code text NOT NULL,
      version int NOT NULL,
      action text NOT NULL CHECK (action IN ('defined', 'moved')),
      status text NOT NULL,
      definition jsonb NOT NULL,
      actor text NOT NULL,
      reason text,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (code, version)
    );

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME;
      END
    $$;
    CREATE TRIGGER market_change_is_append_only BEFORE UPDATE OR DELETE ON market_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
