import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What ties units to stock and to orders: an offer may be counted by its listed units, and what was shipped, returned or cancelled is taken
 * once and compared with the ledger.
 */
export class SellUnits0003 extends SqlMigration {
  readonly sql = `
    ALTER TABLE stock ADD COLUMN counted_by text NOT NULL DEFAULT 'offer' CHECK (counted_by IN ('offer', 'units'));
    ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_kind_check;
    ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_kind_check CHECK (kind IN
      ('declaration', 'reservation', 'release', 'allocation', 'deallocation', 'sale', 'withdrawal', 'count', 'cancellation'))
      NOT VALID;
    -- The last quantity stated with the offer, for going back to it.
    ALTER TABLE offer_copy ADD COLUMN quantity int;

    -- A parcel may name a device by a serial number alone.
    ALTER TABLE unit ADD COLUMN serial_plain text
      GENERATED ALWAYS AS (lower(regexp_replace(serial, '[[:space:]-]', '', 'g'))) STORED;
    CREATE INDEX unit_serial ON unit (serial_plain) WHERE serial_plain IS NOT NULL;
    CREATE INDEX unit_imei ON unit (imei) WHERE imei IS NOT NULL;
    CREATE INDEX unit_imei2 ON unit (imei2) WHERE imei2 IS NOT NULL;

    -- Parcels and returns are said anew with every change of their state; what they do to units and stock is done once.
    CREATE TABLE goods_movement (
      document_id uuid NOT NULL,
      effect text NOT NULL CHECK (effect IN ('shipped', 'received', 'cancelled')),
      order_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (document_id, effect)
    );

    CREATE TABLE cancelled_line (
      return_id uuid NOT NULL,
      order_id uuid NOT NULL,
      offer_id uuid NOT NULL,
      quantity int NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (return_id, offer_id)
    );
    CREATE INDEX cancelled_line_order ON cancelled_line (order_id);

    CREATE TABLE unit_discrepancy (
      id uuid PRIMARY KEY,
      seller_id uuid NOT NULL,
      kind text NOT NULL,
      order_id uuid,
      offer_id uuid,
      unit_id uuid,
      imei text,
      serial text,
      detail text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX unit_discrepancy_seller ON unit_discrepancy (seller_id, id);
    CREATE TRIGGER unit_discrepancy_is_append_only BEFORE UPDATE OR DELETE ON unit_discrepancy
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
