import pg from 'pg';
import { toFault } from './classify-postgres-error.js';

/**
 * A lock that lasts as long as its own session: held while we live, free the moment the server sees us gone. Work the lock
 * protects runs on the same session through `query`, so whoever lost the lock cannot write any more.
 */
export class AdvisoryLock {
  private lost = false;

  private constructor(private readonly client: pg.Client) {
    client.on('error', () => {
      this.lost = true;
    });
    client.on('end', () => {
      this.lost = true;
    });
  }

  /** Answers the lock, or undefined when another session holds it. Throws a retriable Fault when the server is away. */
  static async tryAcquire(options: {
    readonly url: string;
    readonly name: string;
    readonly applicationName: string;
    readonly statementTimeoutMs: number;
  }): Promise<AdvisoryLock | undefined> {
    const client = new pg.Client({
      connectionString: options.url,
      application_name: options.applicationName,
      connectionTimeoutMillis: 5_000,
      statement_timeout: options.statementTimeoutMs,
      query_timeout: options.statementTimeoutMs + 5_000,
      keepAlive: true,
    });
    const lock = new AdvisoryLock(client);
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS held', [
        options.name,
      ]);
      if (rows[0]?.held) return lock;
    } catch (error) {
      await lock.release();
      throw toFault(error);
    }
    await lock.release();
    return undefined;
  }

  /** False once the session is gone; another process may hold the lock by then. */
  get held(): boolean {
    return !this.lost;
  }

  /** A statement on the session that holds the lock. */
  async query<Row = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    try {
      return (await this.client.query(sql, params as unknown[])).rows as Row[];
    } catch (error) {
      throw toFault(error);
    }
  }

  /** Ends the session and with it the lock. */
  async release(): Promise<void> {
    this.lost = true;
    await this.client.end().catch(() => undefined);
  }
}
