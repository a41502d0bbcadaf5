import { createHash } from 'node:crypto';
import { canonicalJson } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import type { RateTableKind, RateTables } from '../../application/ports.js';

interface Heading {
  readonly kind: RateTableKind;
  readonly table_id: string;
  readonly version: number;
}

/** A rate table's newest version. */
export interface StoredRateTable extends Heading {
  readonly content: unknown;
}

/** Rate tables in PostgreSQL: append-only, the highest version holds. */
export class PostgresRateTables implements RateTables {
  constructor(private readonly database: Database) {}

  async store(table: {
    readonly kind: RateTableKind;
    readonly id: string;
    readonly content: unknown;
    readonly storedBy: string;
  }): Promise<{ version: number; changed: boolean }> {
    const sha256 = createHash('sha256').update(canonicalJson(table.content)).digest('hex');
    return this.database.inTransaction(async (tx) => {
      // Two operators who store one table at once take turns; a row that is not there yet cannot be locked.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`${table.kind}/${table.id}`]);
      const [newest] = await tx.query<{ version: number; content_sha256: string }>(
        'SELECT version, content_sha256 FROM rate_table WHERE kind = $1 AND table_id = $2 ORDER BY version DESC LIMIT 1',
        [table.kind, table.id],
      );
      if (newest?.content_sha256 === sha256) return { version: newest.version, changed: false };
      const version = (newest?.version ?? 0) + 1;
      await tx.query(
        'INSERT INTO rate_table (kind, table_id, version, content, content_sha256, stored_by) VALUES ($1, $2, $3, $4, $5, $6)',
        [table.kind, table.id, version, JSON.stringify(table.content), sha256, table.storedBy],
      );
      return { version, changed: true };
    });
  }

  async newest(): Promise<{ kind: RateTableKind; id: string; content: unknown }[]> {
    return (await this.all()).map(({ kind, table_id, content }) => ({ kind, id: table_id, content }));
  }

  /** Which version of each table holds: a few small rows, cheap enough to ask for every quote. */
  headings(): Promise<Heading[]> {
    return this.database.query<Heading>(
      'SELECT DISTINCT ON (kind, table_id) kind, table_id, version FROM rate_table ORDER BY kind, table_id, version DESC',
    );
  }

  /** The newest version of every table, whole. */
  all(): Promise<StoredRateTable[]> {
    return this.database.query<StoredRateTable>(
      'SELECT DISTINCT ON (kind, table_id) kind, table_id, version, content FROM rate_table ORDER BY kind, table_id, version DESC',
    );
  }
}
