import { SqlMigration } from '@reprise/platform/persistence';

/**
 * Charges and refunds that are reported in more than one line. Few are; knowing them when a file begins to count spares whoever compares a million
 * lines from adding up all those that are not.
 */
export class SplitSettlements0005 extends SqlMigration {
  readonly sql = `
    CREATE TABLE settlement_split (kind text NOT NULL, reference text NOT NULL, PRIMARY KEY (kind, reference));
    INSERT INTO settlement_split SELECT kind, reference FROM settlement_line
      WHERE kind IN ('charge', 'refund') AND reference IS NOT NULL GROUP BY kind, reference HAVING count(*) > 1;
  `;
}
