import pg from 'pg';

/** One database for each service that keeps state of its own. */
export const databases = ['catalog', 'pricing', 'inventory', 'checkout', 'finance'] as const;

/**
 * Creates what is missing of the services' databases on a server that somebody else runs, with the role of its URL, and returns
 * how to reach each. The URL's own database name, when it has one, is put in front of theirs.
 */
export async function createMissingDatabases(serverUrl: string): Promise<(database: string) => string> {
  const prefix = prefixOf(serverUrl);
  const client = new pg.Client({
    connectionString: withDatabase(serverUrl, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await createDatabases(
      client,
      databases.map((name) => `${prefix}${name}`),
    );
  } finally {
    await client.end();
  }
  return (database) => withDatabase(serverUrl, `${prefix}${database}`);
}

/** Names must be plain identifiers. */
export async function createDatabases(client: pg.Client, names: readonly string[], owner?: string): Promise<void> {
  const existing = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
  const known = new Set(existing.rows.map((row) => row.datname));
  for (const name of names) {
    if (known.has(name)) continue;
    const ownedBy = owner === undefined ? '' : ` OWNER ${client.escapeIdentifier(owner)}`;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${ownedBy}`);
  }
}

export function prefixOf(serverUrl: string): string {
  const name = new URL(serverUrl).pathname.slice(1);
  return name === '' || name === 'postgres' ? '' : `${name}_`;
}

export function withDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
