import { SqlMigration } from '@reprise/platform/persistence';

/** What pricing remembers of inventory's units: how each was bought, which decides the VAT on its sale. */
export class CopyUnits0009 extends SqlMigration {
  readonly sql = `
    CREATE TABLE unit (
      unit_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      seller_id uuid NOT NULL,
      sku text NOT NULL,
      status text NOT NULL,
      supplier_kind text NOT NULL,
      vat_scheme text NOT NULL,
      currency text NOT NULL,
      cost_minor bigint NOT NULL,
      acquired_at date NOT NULL,
      country text NOT NULL
    );
    -- Units on the shelf, by the offer they belong to: a unit may be heard of before its offer.
    CREATE INDEX unit_on_hand ON unit (seller_id, sku) WHERE status IN ('received', 'tested', 'listed');
  `;
}
