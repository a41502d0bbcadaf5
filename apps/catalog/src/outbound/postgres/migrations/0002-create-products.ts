import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Products as stated, and whose each variant is. A slug is unique by the writer's rule (writers come one after the other and look
 * first), not by an index: a copy in another region may hear the new owner of an address before the old one gave it up.
 * A variant row stays when its product no longer lists it, so that its id never comes to mean another device.
 */
export class CreateProducts0002 extends SqlMigration {
  readonly sql = `
    CREATE TABLE product (
      product_id uuid PRIMARY KEY,
      version int NOT NULL CHECK (version > 0),
      slug text NOT NULL,
      document jsonb NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX product_slug ON product (slug);

    CREATE TABLE variant (
      variant_id uuid PRIMARY KEY,
      product_id uuid NOT NULL
    );
    CREATE INDEX variant_product ON variant (product_id);
  `;
}
