import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateMarkets0001 } from './0001-create-markets.js';
import { CreateProducts0002 } from './0002-create-products.js';

/** The schema of catalog, in order. */
export const catalogMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateMarkets0001,
  CreateProducts0002,
];
