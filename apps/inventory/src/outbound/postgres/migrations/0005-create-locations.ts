import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Places, what each has of an offer, and how orders are shared out among them. `stock` stays the one row that decides a sale; where an offer
 * is counted by its places, it is what they have. Movements explain every change of a place, as they do of stock.
 */
export class CreateLocations0005 extends SqlMigration {
  readonly sql = `
    ALTER TABLE stock DROP CONSTRAINT stock_counted_by_check;
    ALTER TABLE stock ADD CONSTRAINT stock_counted_by_check CHECK (counted_by IN ('offer', 'units', 'locations')) NOT VALID;
    ALTER TABLE stock ADD COLUMN safety_stock int NOT NULL DEFAULT 0 CHECK (safety_stock >= 0);

    CREATE TABLE location (
      seller_id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      country text NOT NULL,
      PRIMARY KEY (seller_id, code)
    );

    CREATE TABLE location_level (
      offer_id uuid NOT NULL REFERENCES stock,
      location text NOT NULL,
      on_hand int NOT NULL CHECK (on_hand >= 0),
      allocated int NOT NULL CHECK (allocated >= 0),
      safety_stock int NOT NULL CHECK (safety_stock >= 0),
      version int NOT NULL,
      PRIMARY KEY (offer_id, location)
    );

    CREATE TABLE location_movement (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      offer_id uuid NOT NULL,
      location text NOT NULL,
      level_version int NOT NULL,
      kind text NOT NULL CHECK (kind IN ('statement', 'allocation', 'deallocation', 'sale', 'cancellation')),
      on_hand int NOT NULL,
      allocated int NOT NULL,
      order_id uuid,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX location_movement_version ON location_movement (offer_id, location, level_version);
    CREATE TRIGGER location_movement_is_append_only BEFORE UPDATE OR DELETE ON location_movement
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE FUNCTION explain_location() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        moved record;
        was location_level%ROWTYPE;
      BEGIN
        IF TG_OP = 'UPDATE' THEN was := OLD;
        ELSE was.on_hand := 0; was.allocated := 0; was.version := 0;
        END IF;
        SELECT coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(allocated), 0) AS allocated INTO moved
          FROM location_movement
          WHERE offer_id = NEW.offer_id AND location = NEW.location AND level_version = NEW.version;
        IF NEW.version <> was.version + 1
          OR (NEW.on_hand - was.on_hand, NEW.allocated - was.allocated) IS DISTINCT FROM (moved.on_hand, moved.allocated) THEN
          RAISE EXCEPTION 'the movements of offer % at % do not sum to its change', NEW.offer_id, NEW.location
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'location_is_explained';
        END IF;
        RETURN NULL;
      END
    $$;
    CREATE CONSTRAINT TRIGGER location_is_explained AFTER INSERT OR UPDATE ON location_level
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION explain_location();

    CREATE TABLE allocation_split (
      order_id uuid NOT NULL,
      offer_id uuid NOT NULL,
      location text NOT NULL,
      quantity int NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (order_id, offer_id, location)
    );
  `;
}
