import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Database, migrate, type DatabaseOptions, type MigrationClass } from '../persistence/index.js';
import { requiredForTests } from './test.config.js';

/** A database of one spec file's own. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Opens another pool on it, as a second process would. */
  readonly connectAgain: (options?: Partial<DatabaseOptions>) => Promise<Database>;
  /** Closes the pool and removes the database. */
  readonly drop: () => Promise<void>;
}

/** Guards the making of templates between spec files that run at once. */
const TEMPLATE_LOCK = 7_736_002;

/**
 * Gives a fresh database with `migrations` applied. They run once into a template named after their content; each further call is a
 * file copy. TEST_DATABASE_URL says where; its role must be allowed to create databases.
 */
export async function createTestDatabase(options: {
  readonly migrations: readonly MigrationClass[];
  readonly database?: Partial<DatabaseOptions>;
}): Promise<TestDatabase> {
  const home = requiredForTests('TEST_DATABASE_URL');
  const template = `template_${hashOf(options.migrations)}`;
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withClient(home, async (client) => {
    // Also held while copying: PostgreSQL refuses to copy a template somebody is connected to.
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client, home, template, options.migrations);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = databaseUrl(home, name);
  const connect = (more: Partial<DatabaseOptions> = {}) =>
    Database.connect({ url, applicationName: name, poolSize: 8, ...options.database, ...more });
  const database = await connect();
  return {
    database,
    url,
    connectAgain: connect,
    drop: async () => {
      await database.close();
      await withClient(home, (client) => dropDatabase(client, name));
    },
  };
}

async function ensureTemplate(
  client: pg.Client,
  home: string,
  template: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount) return;
  // Migrated under another name first: a template with a good name is complete even if this process dies half-way.
  const unfinished = `${template}_unfinished`;
  await dropDatabase(client, unfinished);
  await client.query(`CREATE DATABASE ${unfinished}`);
  await migrate({ url: databaseUrl(home, unfinished) }, migrations);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}

/** FORCE ends every session but that of an autovacuum worker, which only a superuser may end: it is gone in a moment by itself. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let tries = 100; ; tries -= 1) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== insufficientPrivilege || tries === 0) throw error;
      await sleep(100);
    }
  }
}

const insufficientPrivilege = '42501';

/** Another database of the server `url` points at. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function hashOf(migrations: readonly MigrationClass[]): string {
  const hash = createHash('sha256');
  for (const migration of migrations) hash.update(migration.toString());
  return hash.digest('hex').slice(0, 16);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
