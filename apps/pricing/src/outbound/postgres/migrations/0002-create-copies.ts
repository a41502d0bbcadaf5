import { SqlMigration } from '@reprise/platform/persistence';

/** What pricing remembers of facts others own: which variants exist, the terms of each market, what is in stock. */
export class CreateCopies0002 extends SqlMigration {
  readonly sql = `
    CREATE TABLE market (
      market text PRIMARY KEY,
      version bigint NOT NULL,
      status text NOT NULL,
      definition jsonb NOT NULL
    );

    -- One row a product: its variants change with it, never alone.
    CREATE TABLE product (
      product_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      published boolean NOT NULL,
      category text NOT NULL,
      screen_inches numeric
    );
    CREATE TABLE variant (
      variant_id uuid PRIMARY KEY,
      product_id uuid NOT NULL REFERENCES product,
      storage_gb integer
    );
    CREATE INDEX variant_by_product ON variant (product_id);

    CREATE TABLE stock (
      offer_id uuid PRIMARY KEY,
      version bigint NOT NULL,
      on_hand integer NOT NULL,
      available integer NOT NULL
    );
  `;
}
