import { SqlMigration } from '@reprise/platform/persistence';

/**
 * A price change rewrites two rows in place of themselves. With room left on their pages PostgreSQL keeps the new version beside the old
 * one and touches none of the indexes (heap-only tuples), which is most of what an import of prices costs.
 */
export class LeaveRoomOnOfferPages0010 extends SqlMigration {
  readonly sql = `
    ALTER TABLE offer SET (fillfactor = 70);
    ALTER TABLE offer_price SET (fillfactor = 70);
  `;
}
