import { SqlMigration } from '@reprise/platform/persistence';

/** Price lists with every version, what they make pages show, and what has to be priced again when; price history says who, why and from where. */
export class CreatePriceLists0005 extends SqlMigration {
  readonly sql = `
    -- History is of the price displayed. Who is null for the seller of the offer; recorded_at is when we said it, changed_at when it held.
    ALTER TABLE price_change
      ADD COLUMN source text NOT NULL DEFAULT 'offer',
      ADD COLUMN announced boolean NOT NULL DEFAULT false,
      ADD COLUMN prior_minor bigint,
      ADD COLUMN other_goods boolean NOT NULL DEFAULT false,
      ADD COLUMN actor text,
      ADD COLUMN actor_role text,
      ADD COLUMN why text,
      ADD COLUMN recorded_at timestamptz;
    ALTER TABLE price_change ALTER COLUMN recorded_at SET DEFAULT now();

    -- Append-only, the highest version holds; no content says the list was deleted. One sequence with price_change, so that an audit
    -- reads both in the order they were written.
    CREATE TABLE price_list_change (
      change_id bigint PRIMARY KEY DEFAULT nextval('price_change_change_id_seq'),
      list_id text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      market text NOT NULL,
      content jsonb,
      changed_at timestamptz NOT NULL,
      actor text NOT NULL,
      actor_role text NOT NULL,
      why text NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (list_id, version)
    );
    CREATE TRIGGER price_list_change_append_only BEFORE UPDATE OR DELETE ON price_list_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- What pages show where a list decides it. An offer that is not here shows its seller's price.
    CREATE TABLE listed_price (
      offer_id uuid NOT NULL REFERENCES offer,
      market text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint NOT NULL CHECK (amount_minor > 0),
      source text NOT NULL,
      announced boolean NOT NULL,
      prior_minor bigint CHECK (prior_minor > amount_minor),
      PRIMARY KEY (offer_id, market)
    );

    -- Offers that have to be priced again at a moment; which ones is found when it has come.
    CREATE TABLE repricing (
      repricing_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      due_at timestamptz NOT NULL,
      list_id text,
      market text,
      seller_id uuid,
      product_id uuid,
      category text,
      grade text,
      offer_ids jsonb,
      actor text NOT NULL,
      actor_role text NOT NULL,
      why text NOT NULL,
      collected boolean NOT NULL DEFAULT false
    );
    CREATE INDEX repricing_by_due ON repricing (due_at, repricing_id);
    CREATE TABLE repricing_offer (
      repricing_id bigint NOT NULL REFERENCES repricing,
      offer_id uuid NOT NULL,
      PRIMARY KEY (repricing_id, offer_id)
    );
    CREATE INDEX offer_by_product ON offer (product_id, variant_id);
    CREATE INDEX offer_price_by_market ON offer_price (market);
    CREATE INDEX product_by_category ON product (category);
  `;
}
