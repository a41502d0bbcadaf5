import { SqlMigration } from '@reprise/platform/persistence';

/** Sellers, offers with their price per market, and every price there ever was: an auditor asks what a buyer saw, not what is. */
export class CreateOffers0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE seller (
      seller_id uuid PRIMARY KEY,
      version bigint NOT NULL CHECK (version > 0),
      name text NOT NULL,
      established_in text NOT NULL,
      status text NOT NULL CHECK (status IN ('active', 'suspended')),
      demo boolean NOT NULL
    );

    CREATE TABLE offer (
      offer_id uuid PRIMARY KEY,
      seller_id uuid NOT NULL REFERENCES seller,
      sku text NOT NULL,
      version bigint NOT NULL CHECK (version > 0),
      product_id uuid NOT NULL,
      variant_id uuid NOT NULL,
      grade text NOT NULL,
      status text NOT NULL CHECK (status IN ('active', 'delisted')),
      quantity integer NOT NULL CHECK (quantity >= 0),
      quantity_version bigint NOT NULL CHECK (quantity_version BETWEEN 1 AND version),
      vat_scheme text NOT NULL CHECK (vat_scheme IN ('REGULAR', 'MARGINAL')),
      warranty_months integer NOT NULL CHECK (warranty_months >= 0),
      battery_health integer CHECK (battery_health BETWEEN 1 AND 100),
      ships_from text NOT NULL,
      updated_at timestamptz NOT NULL,
      UNIQUE (seller_id, sku)
    );

    CREATE TABLE offer_price (
      offer_id uuid NOT NULL REFERENCES offer,
      market text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint NOT NULL CHECK (amount_minor > 0),
      min_minor bigint CHECK (min_minor <= amount_minor),
      max_minor bigint CHECK (max_minor >= amount_minor),
      PRIMARY KEY (offer_id, market)
    );

    -- Append-only. A null amount says the offer left the market.
    CREATE TABLE price_change (
      change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      offer_id uuid NOT NULL,
      offer_version bigint NOT NULL,
      market text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint,
      changed_at timestamptz NOT NULL
    );
    CREATE INDEX price_change_by_offer ON price_change (offer_id, market, changed_at);
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
    CREATE TRIGGER price_change_append_only BEFORE UPDATE OR DELETE ON price_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
