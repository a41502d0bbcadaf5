import { SqlMigration } from '../sql-migration.js';

/** What an operator did about a dead letter, and why. A dropped one keeps its bytes here: what was given up must stay explicable. */
export class CreateDeadLetterAction0004 extends SqlMigration {
  readonly sql = `
    CREATE TABLE dead_letter_action (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      consumer text NOT NULL,
      action text NOT NULL CHECK (action IN ('replay', 'drop')),
      actor text NOT NULL,
      why text NOT NULL,
      topic text NOT NULL,
      partition int NOT NULL,
      position bigint NOT NULL,
      key bytea,
      value bytea,
      error_message text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );

    CREATE FUNCTION refuse_dead_letter_action_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'dead_letter_action is append-only';
    END $$;
    CREATE TRIGGER dead_letter_action_append_only BEFORE UPDATE OR DELETE ON dead_letter_action
      FOR EACH ROW EXECUTE FUNCTION refuse_dead_letter_action_change();
  `;
}
