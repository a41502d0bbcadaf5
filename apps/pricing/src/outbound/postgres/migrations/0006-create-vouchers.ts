import { SqlMigration } from '@reprise/platform/persistence';

/** Vouchers as operators stated them, every version kept: a discount of last year can be explained from what held then. */
export class CreateVouchers0006 extends SqlMigration {
  readonly sql = `
    CREATE TABLE voucher (
      code text NOT NULL CHECK (code = upper(code)),
      version integer NOT NULL CHECK (version > 0),
      market text NOT NULL,
      currency text NOT NULL,
      amount_minor bigint CHECK (amount_minor > 0),
      percent_ppm integer CHECK (percent_ppm > 0 AND percent_ppm < 1000000),
      valid_from timestamptz NOT NULL,
      valid_until timestamptz CHECK (valid_until > valid_from),
      min_basket_minor bigint CHECK (min_basket_minor > 0),
      once_only boolean NOT NULL,
      seller_id uuid,
      stored_by text NOT NULL,
      stored_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (code, version),
      CHECK ((amount_minor IS NULL) <> (percent_ppm IS NULL))
    );
    COMMENT ON COLUMN voucher.seller_id IS 'who bears it; null for the marketplace';
    CREATE TRIGGER voucher_append_only BEFORE UPDATE OR DELETE ON voucher
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
  `;
}
