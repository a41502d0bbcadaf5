import { setTimeout as sleep } from 'node:timers/promises';
import { Bug, Fault } from '@reprise/kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { isConflict, isSessionLost, toCommitFault, toFault } from './classify-postgres-error.js';

import { silentLogger, type Logger } from './logger.js';
import { pendingMigrations } from './migrate.js';
import type { MigrationClass } from './sql-migration.js';
import type { Tx } from './tx.js';

/** How to reach one PostgreSQL database. Times in milliseconds. */
export interface DatabaseOptions {
  readonly url: string;
  /** Shown in pg_stat_activity, so that an operator sees whose session hangs. */
  readonly applicationName: string;
  /** When given, connecting fails unless every one of them is applied: a process never runs on a schema it does not know. */
  readonly migrations?: readonly MigrationClass[];
  /** Sessions held at most. More hides slow transactions and exhausts the server; fewer queues requests. */
  readonly poolSize?: number;
  /** Longest a statement may run before the server cancels it. */
  readonly statementTimeoutMs?: number;
  /** Longest a statement may wait for a row another transaction holds. */
  readonly lockTimeoutMs?: number;
  /** Longest a transaction may sit idle: one forgotten transaction would stop vacuum for the whole cluster. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Longest to wait for a session, in the pool or to the server. */
  readonly connectTimeoutMs?: number;
  /** How long `connect` keeps trying while the server is not there yet. */
  readonly patienceMs?: number;
  readonly logger?: Logger;
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
}

/** First try and three more after serialization failures or deadlocks. */
const ATTEMPTS = 4;

/**
 * One service's PostgreSQL database. TypeORM owns the data source and its pool; statements are SQL by hand on that pool.
 * A restart of the server costs the statements in flight (retriable Faults), never the process.
 */
export class Database {
  readonly url: string;
  readonly dataSource: DataSource;
  private readonly pool: pg.Pool;

  private readonly guarded = new WeakSet<pg.PoolClient>();

  private constructor(
    url: string,
    dataSource: DataSource,
    private readonly logger: Logger,
  ) {
    this.url = url;
    this.dataSource = dataSource;
    this.pool = (dataSource.driver as unknown as { master: pg.Pool }).master;
  }

  /** Opens the pool, waiting up to `patienceMs` for a server that is still starting. */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const logger = options.logger ?? silentLogger;
    const dataSource = await initialize(options, logger);
    const database = new Database(options.url, dataSource, logger);
    if (options.migrations) await database.requireMigrated(options.migrations);
    return database;
  }

  /** One statement in its own transaction. Not retried: only the caller knows whether it may run twice. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.checkOut();
    let lost: Error | undefined;
    try {
      return (await client.query(sql, params as unknown[])).rows as Row[];
    } catch (error) {
      lost = lostSession(error);
      throw toFault(error);
    } finally {
      client.release(lost);
    }
  }

  /**
   * Runs `work` in a transaction and commits. Serialization failures and deadlocks run it again (three times, with jitter), so
   * `work` must have no effect outside the transaction: put those in `tx.afterCommit`.
   * Throws CommitUnknown when the answer to COMMIT was lost, a retriable Fault when the server was.
   */
  async inTransaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(work, options.isolation ?? 'read committed');
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Throws a Fault unless the server answers. */
  async ping(): Promise<void> {
    await this.query('SELECT 1');
  }

  /** Waits for running statements and closes every session. */
  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async runOnce<T>(work: (tx: Tx) => Promise<T>, isolation: string): Promise<T> {
    const client = await this.checkOut();
    const tx = new OpenTx(client);
    let lost: Error | undefined;
    try {
      await tx.query(isolation === 'read committed' ? 'BEGIN' : `BEGIN ISOLATION LEVEL ${isolation}`);
      const result = await work(tx);
      await tx.commit();
      tx.runAfterCommit();
      return result;
    } catch (error) {
      lost = tx.lost ?? (await rollBack(client));
      // A conflict may reach us wrapped by the work; PostgreSQL's own word decides whether to run again.
      throw tx.conflict ?? error;
    } finally {
      tx.close();
      client.release(lost);
    }
  }

  private async checkOut(): Promise<pg.PoolClient> {
    try {
      const client = await this.pool.connect();
      if (!this.guarded.has(client)) this.guard(client);
      return client;
    } catch (error) {
      throw toFault(error);
    }
  }

  /** The pool listens to idle sessions only: without this, losing a session in use would end the process (brianc/node-postgres#2386). */
  private guard(client: pg.PoolClient): void {
    this.guarded.add(client);
    client.on('error', (error) => this.logger.warn('postgres.session_lost', { error: error.message }));
  }

  private async requireMigrated(migrations: readonly MigrationClass[]): Promise<void> {
    const pending = await pendingMigrations(this, migrations);
    if (pending.length === 0) return;
    await this.close();
    throw new Error(`The database lacks migrations: ${pending.join(', ')}. Run this app's migrate.js first.`);
  }
}

class OpenTx implements Tx {
  lost: Error | undefined;
  conflict: unknown;
  private closed = false;
  private readonly afterwards: (() => void)[] = [];

  constructor(private readonly client: pg.PoolClient) {}

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (this.closed) throw new Bug('A transaction was used after it ended: an await is missing.');
    try {
      return (await this.client.query(sql, params as unknown[])).rows as Row[];
    } catch (error) {
      throw this.note(error, toFault(error));
    }
  }

  afterCommit(work: () => void): void {
    this.afterwards.push(work);
  }

  async commit(): Promise<void> {
    let command: string;
    try {
      command = (await this.client.query('COMMIT')).command;
    } catch (error) {
      throw this.note(error, toCommitFault(error));
    }
    // A statement failed, the work swallowed it, and PostgreSQL answered COMMIT with ROLLBACK without calling it an error.
    if (command !== 'COMMIT') throw new Bug('The transaction was rolled back: a failed statement was swallowed.');
  }

  runAfterCommit(): void {
    for (const work of this.afterwards) work();
  }

  close(): void {
    this.closed = true;
  }

  private note(error: unknown, fault: unknown): unknown {
    this.lost ??= lostSession(error);
    if (isConflict(error)) this.conflict = fault;
    return fault;
  }
}

/** The error to hand the pool so that it drops the session instead of lending it again. */
function lostSession(error: unknown): Error | undefined {
  return isSessionLost(error) ? (error as Error) : undefined;
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function initialize(options: DatabaseOptions, logger: Logger): Promise<DataSource> {
  const statementTimeoutMs = options.statementTimeoutMs ?? 10_000;
  const deadline = Date.now() + (options.patienceMs ?? 30_000);
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2_000)) {
    const dataSource = new DataSource({
      type: 'postgres',
      driver: pg,
      url: options.url,
      applicationName: options.applicationName,
      poolSize: options.poolSize ?? 10,
      connectTimeoutMS: options.connectTimeoutMs ?? 5_000,
      poolErrorHandler: (error: unknown) => logger.warn('postgres.idle_session_lost', { error: String(error) }),
      synchronize: false,
      installExtensions: false,
      extra: {
        statement_timeout: statementTimeoutMs,
        lock_timeout: options.lockTimeoutMs ?? 5_000,
        idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 30_000,
        // The server enforces statement_timeout; this is for the server that no longer answers at all.
        query_timeout: statementTimeoutMs + 5_000,
        keepAlive: true,
      },
    });
    try {
      return await dataSource.initialize();
    } catch (error) {
      const fault = toFault(error);
      if (!(fault instanceof Fault) || Date.now() + waitMs > deadline) throw fault;
      logger.warn('postgres.unavailable', { error: fault.message });
      await sleep(waitMs);
    }
  }
}
