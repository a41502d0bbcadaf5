import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateSales0001 } from './0001-create-sales.js';
import { CreateLedger0002 } from './0002-create-ledger.js';
import { ImportSettlements0003 } from './0003-import-settlements.js';
import { Reconcile0004 } from './0004-reconcile.js';
import { SplitSettlements0005 } from './0005-split-settlements.js';
import { PostSettled0006 } from './0006-post-settled.js';
import { CreateSaleLines0007 } from './0007-create-sale-lines.js';

/** All migrations of finance's database, in order. */
export const migrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateSales0001,
  CreateLedger0002,
  ImportSettlements0003,
  Reconcile0004,
  SplitSettlements0005,
  PostSettled0006,
  CreateSaleLines0007,
];
