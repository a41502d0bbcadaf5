import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateMarkets0001 } from './0001-create-markets.js';
import { CreateProducts0002 } from './0002-create-products.js';
import { KeepMarketVersions0003 } from './0003-keep-market-versions.js';
import { CurateProducts0004 } from './0004-curate-products.js';
import { KeepColourNames0005 } from './0005-keep-colour-names.js';

/** The schema of catalog, in order. */
export const catalogMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateMarkets0001,
  CreateProducts0002,
  KeepMarketVersions0003,
  CurateProducts0004,
  KeepColourNames0005,
];
