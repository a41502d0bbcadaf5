import type { ServiceName } from '@reprise/contracts/events';
import { z } from 'zod';
import { loadConfigOrExit, serviceConfig } from '../config/index.js';
import { runMigrateMain } from '../persistence/index.js';
import type { MigrationClass } from '../persistence/index.js';
import { createLogger } from '../telemetry/index.js';

/** The whole of a service's `migrate.ts`: applies what its database lacks and exits 0, or says why not and exits 1. */
export async function migrateService(name: ServiceName, migrations: readonly MigrationClass[]): Promise<void> {
  const { databaseUrl, region, logLevel } = serviceConfig(name.toUpperCase());
  const config = loadConfigOrExit(z.object({ databaseUrl, region, logLevel }));
  const logger = createLogger({ service: name, region: config.region, level: config.logLevel });
  process.exit(await runMigrateMain({ databaseUrl: config.databaseUrl, migrations, logger }));
}
