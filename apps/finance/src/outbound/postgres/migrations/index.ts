import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateSales0001 } from './0001-create-sales.js';
import { CreateLedger0002 } from './0002-create-ledger.js';

/** All migrations of finance's database, in order. */
export const migrations: readonly MigrationClass[] = [...platformMigrations, CreateSales0001, CreateLedger0002];
