import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Levels, the movements that sum to them, carts with their holds, and what orders have. The checks are the guarantee against
 * overselling; the code above them only decides who is told no.
 */
export class CreateStock0001 extends SqlMigration {
  readonly sql = `
    CREATE TABLE market_copy (
      code text PRIMARY KEY,
      version int NOT NULL,
      status text NOT NULL,
      region text NOT NULL
    );

    CREATE TABLE offer_copy (
      offer_id uuid PRIMARY KEY,
      version int NOT NULL,
      status text NOT NULL CHECK (status IN ('active', 'delisted')),
      markets jsonb NOT NULL
    );

    CREATE TABLE stock (
      offer_id uuid PRIMARY KEY,
      on_hand int NOT NULL,
      reserved int NOT NULL,
      allocated int NOT NULL,
      withdrawn int NOT NULL,
      quantity_version int NOT NULL,
      version int NOT NULL,
      CONSTRAINT stock_promises_exist CHECK (reserved >= 0 AND allocated >= 0 AND reserved + allocated <= on_hand),
      CONSTRAINT stock_withdrawn_is_promised CHECK (withdrawn >= 0 AND withdrawn <= reserved + allocated)
    ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

    CREATE TABLE stock_movement (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      offer_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN
        ('declaration', 'reservation', 'release', 'allocation', 'deallocation', 'sale', 'withdrawal')),
      on_hand int NOT NULL,
      reserved int NOT NULL,
      allocated int NOT NULL,
      cart_id uuid,
      order_id uuid,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX stock_movement_offer ON stock_movement (offer_id, id);

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are written once', TG_TABLE_NAME;
      END
    $$;
    CREATE TRIGGER stock_movement_is_append_only BEFORE UPDATE OR DELETE ON stock_movement
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE cart (
      id uuid PRIMARY KEY,
      market text NOT NULL,
      status text NOT NULL CHECK (status IN ('open', 'ordered', 'expired')),
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX cart_overdue ON cart (expires_at) WHERE status = 'open';

    CREATE TABLE hold (
      cart_id uuid NOT NULL REFERENCES cart,
      offer_id uuid NOT NULL REFERENCES stock,
      quantity int NOT NULL CHECK (quantity > 0),
      -- Keeps the lines of a cart in the order they were put in.
      position bigint GENERATED ALWAYS AS IDENTITY,
      PRIMARY KEY (cart_id, offer_id)
    );

    CREATE TABLE claim (
      order_id uuid PRIMARY KEY,
      market text NOT NULL,
      state text NOT NULL CHECK (state IN ('allocated', 'committed', 'released', 'rejected', 'barred')),
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );

    CREATE TABLE allocation (
      order_id uuid NOT NULL REFERENCES claim,
      offer_id uuid NOT NULL REFERENCES stock,
      quantity int NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (order_id, offer_id)
    );
    CREATE INDEX allocation_offer ON allocation (offer_id);
  `;
}
