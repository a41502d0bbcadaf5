import { SqlMigration } from '@reprise/platform/persistence';

/**
 * The unit ledger: devices, the names they are known by, and the steps of their lives. A name belongs to one active unit; the trigger
 * frees it when the unit is sold or scrapped and takes it again when the unit comes back, so no code can forget to.
 */
export class CreateUnits0002 extends SqlMigration {
  readonly sql = `
    -- Copies heard before this migration lack them until the offer is next said.
    ALTER TABLE offer_copy ADD COLUMN seller_id uuid, ADD COLUMN sku text, ADD COLUMN variant_id uuid,
      ADD COLUMN grade text, ADD COLUMN vat_scheme text;
    CREATE INDEX offer_copy_sku ON offer_copy (seller_id, sku);

    CREATE TABLE unit (
      id uuid PRIMARY KEY,
      version int NOT NULL,
      seller_id uuid NOT NULL,
      sku text NOT NULL,
      offer_id uuid,
      variant_id uuid,
      imei text CHECK (imei ~ '^[0-9]{15}$'),
      imei2 text CHECK (imei2 ~ '^[0-9]{15}$'),
      serial text,
      brand text,
      grade text NOT NULL,
      status text NOT NULL CHECK (status IN
        ('received', 'tested', 'listed', 'reserved', 'sold', 'returned', 'scrapped')),
      acquisition_cycle int NOT NULL CHECK (acquisition_cycle > 0),
      cost_minor bigint NOT NULL CHECK (cost_minor >= 0),
      currency text NOT NULL,
      supplier_kind text NOT NULL,
      vat_scheme text NOT NULL,
      document_ref text NOT NULL,
      acquired_on date NOT NULL,
      country text NOT NULL,
      battery_health int,
      checks jsonb NOT NULL,
      order_id uuid,
      CONSTRAINT unit_is_one_device CHECK (imei IS NOT NULL OR (serial IS NOT NULL AND brand IS NOT NULL)),
      CONSTRAINT unit_with_an_order CHECK ((order_id IS NOT NULL) = (status IN ('reserved', 'sold', 'returned')))
    );
    CREATE INDEX unit_seller ON unit (seller_id, id);
    CREATE INDEX unit_seller_sku ON unit (seller_id, sku, id);
    CREATE INDEX unit_listed ON unit (offer_id, id) WHERE status = 'listed';
    CREATE INDEX unit_order ON unit (order_id) WHERE order_id IS NOT NULL;

    CREATE FUNCTION keep_purchase() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'how unit % was bought never changes', OLD.id;
      END
    $$;
    CREATE TRIGGER unit_purchase_is_written_once
      BEFORE UPDATE OF seller_id, imei, imei2, serial, brand, cost_minor, currency, supplier_kind, vat_scheme, document_ref,
        acquired_on, country ON unit
      FOR EACH ROW
      WHEN ((OLD.seller_id, OLD.imei, OLD.imei2, OLD.serial, OLD.brand, OLD.cost_minor, OLD.currency, OLD.supplier_kind,
             OLD.vat_scheme, OLD.document_ref, OLD.acquired_on, OLD.country)
        IS DISTINCT FROM (NEW.seller_id, NEW.imei, NEW.imei2, NEW.serial, NEW.brand, NEW.cost_minor, NEW.currency,
             NEW.supplier_kind, NEW.vat_scheme, NEW.document_ref, NEW.acquired_on, NEW.country))
      EXECUTE FUNCTION keep_purchase();

    CREATE TABLE unit_identity (
      unit_id uuid NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
      kind text NOT NULL CHECK (kind IN ('imei', 'serial')),
      value text NOT NULL,
      seller_id uuid NOT NULL,
      document_ref text NOT NULL,
      is_active boolean NOT NULL DEFAULT true,
      PRIMARY KEY (unit_id, kind, value)
    );
    CREATE UNIQUE INDEX unit_identity_active ON unit_identity (kind, value) WHERE is_active;
    CREATE UNIQUE INDEX unit_identity_purchase ON unit_identity (seller_id, kind, value, document_ref);

    CREATE FUNCTION follow_unit_status() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE unit_identity SET is_active = NEW.status NOT IN ('sold', 'scrapped') WHERE unit_id = NEW.id;
        RETURN NULL;
      END
    $$;
    CREATE TRIGGER unit_status_decides_identity AFTER UPDATE OF status ON unit
      FOR EACH ROW
      WHEN ((OLD.status IN ('sold', 'scrapped')) IS DISTINCT FROM (NEW.status IN ('sold', 'scrapped')))
      EXECUTE FUNCTION follow_unit_status();

    CREATE TABLE unit_step (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      unit_id uuid NOT NULL REFERENCES unit,
      version int NOT NULL,
      from_status text,
      to_status text NOT NULL,
      by text NOT NULL CHECK (by IN ('seller', 'ops', 'order')),
      actor text NOT NULL,
      reason text NOT NULL,
      order_id uuid,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX unit_step_unit ON unit_step (unit_id, id);
    CREATE TRIGGER unit_step_is_append_only BEFORE UPDATE OR DELETE ON unit_step
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
