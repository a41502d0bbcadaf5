import { SqlMigration } from '@reprise/platform/persistence';

/**
 * A file of prices rewrites every row of a page in one transaction, so that all of them need room at once for their new versions. With less
 * than half a page free the last ones went to other pages, and with them an entry into each index.
 */
export class HalveOfferPages0015 extends SqlMigration {
  readonly sql = `
    ALTER TABLE offer SET (fillfactor = 45);
    ALTER TABLE offer_price SET (fillfactor = 45);
  `;
}
