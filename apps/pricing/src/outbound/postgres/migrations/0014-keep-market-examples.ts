import { SqlMigration } from '@reprise/platform/persistence';

/** Worked examples finance signed: append-only, the highest version holds. */
export class KeepMarketExamples0014 extends SqlMigration {
  readonly sql = `
    CREATE TABLE market_examples (
      market text NOT NULL,
      version int NOT NULL CHECK (version > 0),
      content jsonb NOT NULL,
      stored_by text NOT NULL,
      stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (market, version)
    );
    CREATE TRIGGER market_examples_append_only BEFORE UPDATE OR DELETE ON market_examples
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
