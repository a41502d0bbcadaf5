import type { MigrationClass } from '@reprise/platform/persistence';
import { platformMigrations } from '@reprise/platform/persistence';
import { CreateStock0001 } from './migrations/0001-create-stock.js';
import { CreateUnits0002 } from './migrations/0002-create-units.js';
import { SellUnits0003 } from './migrations/0003-sell-units.js';
import { ProveLevels0004 } from './migrations/0004-prove-levels.js';
import { CreateLocations0005 } from './migrations/0005-create-locations.js';

/** Everything inventory's database is made of, in order. */
export const inventoryMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateStock0001,
  CreateUnits0002,
  SellUnits0003,
  ProveLevels0004,
  CreateLocations0005,
];
