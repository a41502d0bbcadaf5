import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Prices that were said many at once, until each offer of the pack was said whole: the topic of offers is what a reader begins with, so it
 * must come to hold every price. Ids of packs ascend, so the first is the oldest.
 */
export class KeepPricePacks0019 extends SqlMigration {
  readonly sql = `
    CREATE TABLE price_pack (
      pack_id uuid PRIMARY KEY,
      seller_id uuid NOT NULL REFERENCES seller,
      said_at timestamptz NOT NULL,
      offer_ids uuid[] NOT NULL,
      versions bigint[] NOT NULL,
      CHECK (cardinality(offer_ids) = cardinality(versions))
    );
  `;
}
