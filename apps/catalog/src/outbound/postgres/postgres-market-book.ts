import type { MarketDefinition } from '@reprise/contracts/market';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { MarketBook, MarketChange, MarketsTx } from '../../application/ports.js';
import type { Market } from '../../domain/market.js';
import { marketChangedV1 } from '@reprise/contracts/events';
import { say } from '@reprise/platform/messaging';

interface MarketRow {
  readonly code: string;
  readonly version: number;
  readonly status: Market['status'];
  readonly definition: MarketDefinition;
}

/** Markets on PostgreSQL. They are few and change by hand, so a writer holds them all. */
export class PostgresMarketBook implements MarketBook<MarketDefinition> {
  constructor(private readonly database: Database) {}

  all(): Promise<readonly Market<MarketDefinition>[]> {
    return this.database.query<MarketRow>('SELECT code, version, status, definition FROM market ORDER BY code');
  }

  async find(code: string): Promise<Market<MarketDefinition> | undefined> {
    const [row] = await this.database.query<MarketRow>(
      'SELECT code, version, status, definition FROM market WHERE code = $1',
      [code],
    );
    return row;
  }

  change<T>(work: (tx: MarketsTx<MarketDefinition>) => Promise<T>): Promise<T> {
    return this.database.inTransaction(async (tx) => {
      // Advisory, because a market that is not there yet cannot be locked, and a country must not get two at once.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('catalog.market'))");
      return work(new PostgresMarketsTx(tx));
    });
  }
}

class PostgresMarketsTx implements MarketsTx<MarketDefinition> {
  constructor(private readonly tx: Tx) {}

  all(): Promise<readonly Market<MarketDefinition>[]> {
    return this.tx.query<MarketRow>('SELECT code, version, status, definition FROM market ORDER BY code');
  }

  async definitionAt(code: string, version: number): Promise<MarketDefinition | undefined> {
    const [row] = await this.tx.query<{ definition: MarketDefinition }>(
      'SELECT definition FROM market_change WHERE code = $1 AND version = $2',
      [code, version],
    );
    return row?.definition;
  }

  async save(market: Market<MarketDefinition>, change: MarketChange): Promise<void> {
    const { code, version, status, definition } = market;
    const stated = JSON.stringify(definition);
    await this.tx.query(
      `INSERT INTO market (code, version, status, definition) VALUES ($1, $2, $3, $4)
       ON CONFLICT (code) DO UPDATE SET version = excluded.version, status = excluded.status, definition = excluded.definition`,
      [code, version, status, stated],
    );
    await this.tx.query(
      `INSERT INTO market_change (code, version, action, status, definition, actor, reason, from_version, accepted_warnings)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[code, version, change.action, status, stated, change.actor, change.reason ?? null],
        ...[change.fromVersion ?? null, change.acceptedWarnings ?? []],
      ],
    );
    await say(this.tx, marketChangedV1, { data: { market: code, version, status, definition }, version, market: code });
  }
}
