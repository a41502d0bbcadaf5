import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Prices a seller changed while a price list decided what was shown. History of what was displayed does not know of them, and an auditor
 * asks who stated what all the same. Numbered with the other changes.
 */
export class KeepStatedPrices0012 extends SqlMigration {
  readonly sql = `
    CREATE TABLE stated_price_change (
      change_id bigint PRIMARY KEY DEFAULT nextval('price_change_change_id_seq'),
      offer_id uuid NOT NULL,
      offer_version bigint NOT NULL,
      market text NOT NULL,
      currency text NOT NULL,
      from_minor bigint,
      to_minor bigint,
      changed_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX stated_price_change_by_offer ON stated_price_change (offer_id, change_id);
    CREATE TRIGGER stated_price_change_append_only BEFORE UPDATE OR DELETE ON stated_price_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
