import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Sales and refunds of every region, exactly as they were said, with the numbers finance sums in columns of their own. The sums are
 * checked here once more, so that no code path can break them; rows are only ever added, so that a report can be repeated.
 */
export class CreateSales0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE sale (
      event_id uuid PRIMARY KEY,
      sale_id uuid NOT NULL,
      region text NOT NULL,
      market text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('sale', 'refund')),
      order_id uuid NOT NULL,
      currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
      net_minor bigint NOT NULL CHECK (net_minor >= 0),
      tax_minor bigint NOT NULL CHECK (tax_minor >= 0),
      fees_minor bigint NOT NULL CHECK (fees_minor >= 0),
      shipping_minor bigint NOT NULL CHECK (shipping_minor >= 0),
      gross_minor bigint NOT NULL CHECK (gross_minor = net_minor + tax_minor + fees_minor + shipping_minor),
      payload jsonb NOT NULL,
      occurred_at timestamptz NOT NULL,
      heard_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (sale_id, kind)
    );
    CREATE INDEX sale_newest ON sale (occurred_at DESC, event_id DESC);
    CREATE INDEX sale_newest_of_market ON sale (market, occurred_at DESC, event_id DESC);
    CREATE INDEX sale_of_order ON sale (order_id);
    CREATE INDEX sale_sums ON sale (market, currency, kind) INCLUDE (net_minor, tax_minor, gross_minor);

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only: book a correction instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER sale_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sale
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `;
}
