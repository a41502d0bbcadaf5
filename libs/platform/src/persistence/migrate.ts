import { Bug } from '@reprise/kernel';
import pg from 'pg';
import { DataSource, type Logger as TypeormLogger, type MigrationInterface } from 'typeorm';
import { platformMigrations } from './platform-migrations.js';
import type { MigrationClass } from './sql-migration.js';

/** Guards a database against two runners at once. Any constant does, as long as nothing else uses it. */
const MIGRATION_LOCK = 7_736_001;

/**
 * Applies what is missing, each migration in its own transaction, and answers the names applied. Two runners at once are safe:
 * the second waits, then finds nothing to do. Throws the SQL error of the migration that failed; those before it stand.
 */
export async function migrate(
  database: { readonly url: string },
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const guard = new pg.Client({ connectionString: database.url, application_name: 'migrate' });
  guard.on('error', () => undefined); // A lost guard surfaces as the failure of the migration's own session.
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = new DataSource({
      type: 'postgres',
      driver: pg,
      url: database.url,
      migrations: stamped(migrations),
      migrationsTableName: 'migration',
      poolSize: 1,
      logger: quiet,
      installExtensions: false,
    });
    await dataSource.initialize();
    try {
      return (await dataSource.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** TypeORM prints migrations to the console whatever `logging` says; the caller logs what was applied. */
const quiet: TypeormLogger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/** Names of those of `migrations` that this database has not seen. */
export async function pendingMigrations(
  database: { query<Row>(sql: string): Promise<Row[]> },
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  const [table] = await database.query<{ found: string | null }>(`SELECT to_regclass('migration')::text AS found`);
  const rows = table?.found ? await database.query<{ name: string }>('SELECT name FROM migration') : [];
  const applied = new Set(rows.map((row) => row.name));
  return migrations.map(recordedName).filter((name) => !applied.has(name));
}

/** TypeORM orders migrations by the thirteen digits its names must end in; ours end in four, platform before app. */
function recordedName(migration: MigrationClass): string {
  const match = /^(\w+?)(\d{4})$/.exec(migration.name);
  if (!match?.[1] || !match[2]) throw new Bug(`A migration's class ends in four digits: ${migration.name}`);
  const series = platformMigrations.includes(migration) ? '100000000' : '200000000';
  return `${match[1]}${series}${match[2]}`;
}

function stamped(migrations: readonly MigrationClass[]): MigrationClass[] {
  return migrations.map((Migration) => {
    const name = recordedName(Migration);
    return class implements MigrationInterface {
      readonly name = name;
      private readonly written = new Migration();
      up: MigrationInterface['up'] = (queryRunner) => this.written.up(queryRunner);
      down: MigrationInterface['down'] = (queryRunner) => this.written.down(queryRunner);
    };
  });
}
