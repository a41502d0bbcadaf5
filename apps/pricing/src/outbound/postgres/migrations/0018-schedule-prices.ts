import { SqlMigration } from '@reprise/platform/persistence';

/** Prices sellers state ahead, with every version. */
export class SchedulePrices0018 extends SqlMigration {
  readonly sql = `
    -- Append-only, the highest version of an id within its offer holds. Numbered by the sequence of the audit.
    CREATE TABLE scheduled_price_change (
      change_id bigint PRIMARY KEY DEFAULT nextval('price_change_change_id_seq'),
      offer_id uuid NOT NULL REFERENCES offer,
      schedule_id text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      withdrawn boolean NOT NULL,
      market text NOT NULL,
      kind text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint NOT NULL CHECK (amount_minor > 0),
      valid_from timestamptz NOT NULL,
      valid_to timestamptz CHECK (valid_to > valid_from),
      changed_at timestamptz NOT NULL,
      actor text NOT NULL,
      actor_role text NOT NULL,
      why text NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (offer_id, schedule_id, version)
    );
    CREATE TRIGGER scheduled_price_change_append_only BEFORE UPDATE OR DELETE ON scheduled_price_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
