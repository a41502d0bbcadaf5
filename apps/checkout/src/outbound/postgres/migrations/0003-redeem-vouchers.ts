import { SqlMigration } from '@reprise/platform/persistence';

/** Which order used which once-only voucher. A code may be here twice: an order that was lost gave it back. */
export class RedeemVouchers0003 extends SqlMigration {
  readonly sql = `
    CREATE TABLE voucher_redemption (
      order_id uuid PRIMARY KEY REFERENCES placed_order,
      code text NOT NULL
    );
    CREATE INDEX voucher_redemption_by_code ON voucher_redemption (code);
  `;
}
