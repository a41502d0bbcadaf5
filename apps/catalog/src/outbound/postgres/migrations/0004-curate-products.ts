import { SqlMigration } from '@reprise/platform/persistence';

/**
 * What operators decide of products, apart from what importers state. `document` stays what was stated; `stands` is what was last said:
 * the statement with the decisions and with what was merged into it.
 * An address is its product's for ever, also one it no longer uses: it leads there.
 */
export class CurateProducts0004 extends SqlMigration {
  readonly sql = `
    ALTER TABLE product ADD COLUMN decisions jsonb NOT NULL DEFAULT '{}', ADD COLUMN stands jsonb;
    UPDATE product SET stands = document;
    ALTER TABLE product ALTER COLUMN stands SET NOT NULL;
    CREATE INDEX product_merged_into ON product ((decisions->>'mergedInto')) WHERE decisions ? 'mergedInto';

    -- Not unique by slug alone: a copy may hear of a new owner before the old one is said to be gone.
    CREATE TABLE product_address (
      slug text NOT NULL,
      product_id uuid NOT NULL,
      PRIMARY KEY (slug, product_id)
    );
    INSERT INTO product_address SELECT slug, product_id FROM product;

    -- One device, one id. The writer refuses a second one; the index makes sure.
    ALTER TABLE variant ADD COLUMN canonical_key text;
    UPDATE variant SET canonical_key = stated.key
      FROM (
        SELECT (one->>'variantId')::uuid AS variant_id, one->>'canonicalKey' AS key
        FROM product, jsonb_array_elements(document->'variants') AS one
      ) AS stated
      WHERE stated.variant_id = variant.variant_id;
    CREATE UNIQUE INDEX variant_canonical_key ON variant (canonical_key);

    CREATE TABLE product_change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      product_id uuid NOT NULL,
      action text NOT NULL CHECK (action IN ('merged', 'split', 'scheduled', 'translated')),
      detail jsonb NOT NULL,
      actor text NOT NULL,
      reason text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX product_change_product ON product_change (product_id, id);
    CREATE TRIGGER product_change_is_append_only BEFORE UPDATE OR DELETE ON product_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    -- What colours are called, for every product that has one of that code.
    CREATE TABLE colour_name (
      code text NOT NULL,
      language text NOT NULL,
      name text NOT NULL,
      PRIMARY KEY (code, language)
    );
  `;
}
