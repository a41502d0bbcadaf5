import { SqlMigration } from '@reprise/platform/persistence';

/** Reference rates exactly as published (digits / 10^scale), every version kept. A proposal of last year can be computed again. */
export class CreateFxRates0007 extends SqlMigration {
  readonly sql = `
    CREATE TABLE fx_rate (
      source text NOT NULL,
      currency text NOT NULL,
      rate_date date NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      digits bigint NOT NULL CHECK (digits > 0),
      scale smallint NOT NULL CHECK (scale >= 0),
      change_ppm bigint,
      jump boolean NOT NULL,
      stored_by text NOT NULL,
      stored_at timestamptz NOT NULL,
      PRIMARY KEY (source, currency, rate_date, version)
    );
    CREATE INDEX fx_rate_jumps ON fx_rate (source, rate_date DESC) WHERE jump;
    CREATE TRIGGER fx_rate_append_only BEFORE UPDATE OR DELETE ON fx_rate
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
