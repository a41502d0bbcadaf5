import { SqlMigration } from '@reprise/platform/persistence';

/** Changes of markets in one order, so that an auditor reads them page by page; rollbacks and accepted warnings among them. */
export class KeepMarketVersions0003 extends SqlMigration {
  readonly sql = `
    ALTER TABLE market_change
      ADD COLUMN change_id bigint GENERATED ALWAYS AS IDENTITY,
      ADD COLUMN from_version int,
      ADD COLUMN accepted_warnings text[] NOT NULL DEFAULT '{}',
      DROP CONSTRAINT market_change_action_check,
      ADD CONSTRAINT market_change_action_check CHECK (action IN ('defined', 'moved', 'rolledBack'));
    CREATE UNIQUE INDEX market_change_in_order ON market_change (change_id);
  `;
}
