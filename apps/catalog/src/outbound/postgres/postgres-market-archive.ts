import type { MarketDefinition } from '@reprise/contracts/market';
import type { Database } from '@reprise/platform/persistence';
import type { AuditedChange, MarketArchive, MarketVersion } from '../../application/ports.js';
import type { MarketStatus } from '../../domain/market.js';

interface ChangeRow {
  readonly change_id: string;
  readonly code: string;
  readonly version: number;
  readonly action: MarketVersion<MarketDefinition>['action'];
  readonly status: MarketStatus;
  readonly definition: MarketDefinition;
  readonly actor: string;
  readonly reason: string | null;
  readonly from_version: number | null;
  readonly accepted_warnings: readonly string[];
  readonly changed_at: Date;
}

interface AuditRow extends ChangeRow {
  readonly status_before: MarketStatus | null;
}

const columns = `c.change_id, c.code, c.version, c.action, c.status, c.actor, c.reason, c.from_version, c.accepted_warnings, c.changed_at`;

/** Every change of every market, on PostgreSQL. */
export class PostgresMarketArchive implements MarketArchive<MarketDefinition> {
  constructor(private readonly database: Database) {}

  async newest(): Promise<readonly MarketVersion<MarketDefinition>[]> {
    const rows = await this.database.query<ChangeRow>(
      `SELECT DISTINCT ON (c.code) ${columns}, c.definition FROM market_change c ORDER BY c.code, c.version DESC`,
    );
    return rows.map(versionOf);
  }

  async versions(
    code: string,
    { before, limit }: Parameters<MarketArchive<MarketDefinition>['versions']>[1],
  ): Promise<readonly MarketVersion<MarketDefinition>[]> {
    const rows = await this.database.query<ChangeRow>(
      `SELECT ${columns}, c.definition FROM market_change c
       WHERE c.code = $1 AND ($2::int IS NULL OR c.version < $2) ORDER BY c.version DESC LIMIT $3`,
      [code, before ?? null, limit],
    );
    return rows.map(versionOf);
  }

  async changes({
    market,
    from,
    before,
    limit,
  }: Parameters<MarketArchive<MarketDefinition>['changes']>[0]): Promise<readonly AuditedChange[]> {
    const rows = await this.database.query<AuditRow>(
      `SELECT ${columns}, c.definition, b.status AS status_before FROM market_change c
       LEFT JOIN market_change b ON b.code = c.code AND b.version = c.version - 1
       WHERE ($1::text IS NULL OR c.code = $1) AND ($2::timestamptz IS NULL OR c.changed_at >= $2)
         AND ($3::bigint IS NULL OR c.change_id < $3)
       ORDER BY c.change_id DESC LIMIT $4`,
      [market ?? null, from ?? null, before ?? null, limit],
    );
    return rows.map((row) => ({
      change: versionOf(row),
      before: row.status_before === null ? undefined : { version: row.version - 1, status: row.status_before },
    }));
  }
}

function versionOf(row: ChangeRow): MarketVersion<MarketDefinition> {
  return {
    changeId: row.change_id,
    market: row.code,
    version: row.version,
    action: row.action,
    status: row.status,
    definition: row.definition,
    actor: row.actor,
    reason: row.reason ?? undefined,
    fromVersion: row.from_version ?? undefined,
    acceptedWarnings: row.accepted_warnings,
    changedAt: row.changed_at,
  };
}
