import { toFault } from './classify-postgres-error.js';
import { migrate } from './migrate.js';
import type { Logger } from './logger.js';
import type { MigrationClass } from './sql-migration.js';

/**
 * The whole of an app's migrate.ts: applies what is missing, says what it did and answers the exit code (0 or 1). A deploy job
 * runs it once before the new version starts; an app never migrates at boot.
 */
export async function runMigrateMain(config: {
  readonly databaseUrl: string;
  readonly migrations: readonly MigrationClass[];
  readonly logger: Logger;
}): Promise<number> {
  try {
    const applied = await migrate({ url: config.databaseUrl }, config.migrations);
    config.logger.info('migrate.done', { applied });
    return 0;
  } catch (error) {
    config.logger.error('migrate.failed', { err: toFault(error) });
    return 1;
  }
}
