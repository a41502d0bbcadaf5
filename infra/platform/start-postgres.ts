import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { childEnv } from './child-env.ts';
import { choosePostgresUser } from './choose-postgres-user.ts';
import type { PostgresUser } from './choose-postgres-user.ts';
import { createDatabases, databases } from './create-databases.ts';
import { findPostgres, installationOf } from './find-postgres.ts';
import type { ProcessHandle } from './process-spec.ts';
import type { Supervisor } from './supervise.ts';

/** Owns the databases; not a superuser, so that what a service may do here is what it may do in production. */
const serviceRole = 'reprise';
const superuser = 'postgres';

export interface PostgresOptions {
  /** Name of the process and of its log; unique within the supervisor. */
  readonly name: string;
  readonly dataDir: string;
  readonly port: number;
  /** False turns fsync off: fast, survives a killed process, not a killed machine. For tests. */
  readonly durable: boolean;
}

export interface Postgres {
  /** `postgres://user:password@host:port/<database>`. */
  urlOf(database: string): string;
  /** As a superuser, for tests that end connections or look into the cluster. */
  superuserUrl: string;
  readonly process: ProcessHandle;
}

/** Starts a cluster that listens on the loopback address only, creating it, its role and its databases when missing. */
export async function startPostgres(supervisor: Supervisor, options: PostgresOptions): Promise<Postgres> {
  const cluster = await createCluster(options);
  const superuserUrl = urlFor(superuser, cluster.password, options.port, 'postgres');
  const [command, prefix] = runAs(cluster.user, cluster.postgres);
  const process = await supervisor.start({
    name: options.name,
    command,
    args: [...prefix, '-D', cluster.pgdata, ...settings(options)],
    env: childEnv({ LC_ALL: 'C' }),
    ...(cluster.user !== undefined && cluster.user.through === undefined && { user: cluster.user }),
    tier: 0,
    beforeStart: async () => removeStaleLock(cluster.pgdata),
    isReady: () => answers(superuserUrl),
    readyTimeoutMs: 60_000,
    stopSignal: 'SIGINT', // Fast shutdown: ends sessions, keeps what was committed.
    stopGraceMs: 20_000,
  });
  await createRoleAndDatabases(superuserUrl, cluster.password);
  return { urlOf: (database) => urlFor(serviceRole, cluster.password, options.port, database), superuserUrl, process };
}

interface Cluster {
  readonly postgres: string;
  readonly pgdata: string;
  readonly password: string;
  readonly user: PostgresUser | undefined;
}

/** `PG_VERSION` is among the first files initdb writes, so a marker of our own says that it came to its end. */
async function createCluster({ dataDir }: PostgresOptions): Promise<Cluster> {
  const binaries = await findPostgres();
  const pgdata = join(dataDir, 'data');
  const passwordFile = join(dataDir, 'password');
  const marker = join(dataDir, 'initialised');
  mkdirSync(dataDir, { recursive: true });
  const user = choosePostgresUser([installationOf(binaries), pgdata]);
  if (!existsSync(marker)) {
    rmSync(pgdata, { recursive: true, force: true });
    mkdirSync(pgdata, { mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (user !== undefined) for (const path of [pgdata, passwordFile]) chownSync(path, user.uid, user.gid);
    await initialise(binaries.initdb, pgdata, passwordFile, user);
    writeFileSync(marker, '');
  }
  return { postgres: binaries.postgres, pgdata, password: readFileSync(passwordFile, 'utf8'), user };
}

/** The builtin locale sorts the same on every machine, whatever locales it has. */
async function initialise(
  initdb: string,
  pgdata: string,
  passwordFile: string,
  user: PostgresUser | undefined,
): Promise<void> {
  const flags = [
    '-D',
    pgdata,
    '-U',
    superuser,
    `--pwfile=${passwordFile}`,
    '--auth-host=scram-sha-256',
    '--auth-local=reject',
  ];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const [command, prefix] = runAs(user, initdb);
  await promisify(execFile)(command, [...prefix, ...flags, ...locale, '--no-sync', '--no-instructions'], {
    env: childEnv({ LC_ALL: 'C' }),
    cwd: '/',
    ...(user !== undefined && user.through === undefined && { uid: user.uid, gid: user.gid }),
  });
}

/** The command to spawn and the arguments that come before the program's own. */
function runAs(user: PostgresUser | undefined, program: string): [command: string, prefix: string[]] {
  const [first, ...rest] = user?.through ?? [];
  return first === undefined ? [program, []] : [first, [...rest, program]];
}

function settings({ port, durable }: PostgresOptions): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    // Indexes by id of a million offers are read and written all over: what does not stay here is fetched and written out a page a row.
    shared_buffers: '192MB',
    // Compiling costs more than it saves on short queries.
    jit: 'off',
    // After each checkpoint the first change of a page logs all of it, so few checkpoints make little to write.
    max_wal_size: '1GB',
    // Everything is read from a disk without a head to move, most of it from memory.
    random_page_cost: 1.1,
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %d ',
    // Passwords are random, so the derivation need not be slow; a pool opens many connections at once.
    scram_iterations: 1,
    autovacuum_vacuum_scale_factor: 0.01,
    // Commits still wait until the kernel has them: what is only in the server's own buffers dies with the server.
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * After SIGKILL the lock file names a pid that may by now be another process of the same user, and PostgreSQL would then refuse
 * to start. Leftovers of ours are ended before we come here, so a lock whose owner is not a postgres is stale.
 */
function removeStaleLock(pgdata: string): void {
  const lock = join(pgdata, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  if (!isPostgresOf(pid, pgdata)) rmSync(lock, { force: true });
}

function isPostgresOf(pid: number, pgdata: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('postgres') && command.includes(pgdata);
  } catch {
    return process.platform !== 'linux'; // Without /proc the lock is left for PostgreSQL to judge.
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined); // The server may go away under the probe; the query then fails, which says enough.
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createRoleAndDatabases(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [serviceRole]);
    if (roles.rowCount === 0) {
      const literal = client.escapeLiteral(password);
      await client.query(`CREATE ROLE ${serviceRole} LOGIN CREATEDB PASSWORD ${literal}`);
    }
    await createDatabases(client, databases, serviceRole);
  } finally {
    await client.end();
  }
}

function urlFor(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
