import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { catalogConfigSchema } from './catalog.config.js';
import { CatalogModule } from './catalog.module.js';
import { catalogProblemOf } from './inbound/http/problem-of.js';
import { hearCopies } from './inbound/kafka/hear-copies.js';
import { adoptMarkets, adoptProducts } from './outbound/postgres/adopt-copies.js';
import { catalogMigrations } from './outbound/postgres/migrations/index.js';

await runService({
  name: 'catalog',
  config: loadConfigOrExit(catalogConfigSchema),
  migrations: catalogMigrations,
  module: (parts) => CatalogModule.with(parts),
  problemOf: catalogProblemOf,
  hearings: (_app, { config }) => hearCopies(config, { markets: adoptMarkets, products: adoptProducts }),
});
