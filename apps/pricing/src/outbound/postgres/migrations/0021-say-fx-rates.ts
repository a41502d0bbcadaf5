import { SqlMigration } from '@reprise/platform/persistence';

/** Rates stored before they were facts: the next import says them. */
export class SayFxRates0021 extends SqlMigration {
  readonly sql = `
    CREATE TABLE fx_rate_unsaid (
      source text NOT NULL,
      currency text NOT NULL,
      rate_date date NOT NULL,
      version integer NOT NULL,
      PRIMARY KEY (source, currency, rate_date, version)
    );
    INSERT INTO fx_rate_unsaid SELECT source, currency, rate_date, version FROM fx_rate;
  `;
}
