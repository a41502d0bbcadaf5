import type { Database } from '@reprise/platform/persistence';
import type { ExampleBook } from '../../application/launch-ports.js';
import type { SignedExamples } from '../../domain/check-pricing-terms.js';

/** Worked examples in PostgreSQL. */
export class PostgresExampleBook implements ExampleBook {
  constructor(private readonly database: Database) {}

  async store(market: string, content: SignedExamples, storedBy: string) {
    const stated = JSON.stringify(content);
    return this.database.inTransaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [market]);
      const [newest] = await tx.query<{ version: number; same: boolean }>(
        'SELECT version, content = $2::jsonb AS same FROM market_examples WHERE market = $1 ORDER BY version DESC LIMIT 1',
        [market, stated],
      );
      if (newest?.same === true) return { version: newest.version, changed: false };
      const version = (newest?.version ?? 0) + 1;
      await tx.query('INSERT INTO market_examples (market, version, content, stored_by) VALUES ($1, $2, $3, $4)', [
        ...[market, version, stated, storedBy],
      ]);
      return { version, changed: true };
    });
  }

  async newest(market: string): Promise<SignedExamples | undefined> {
    const [row] = await this.database.query<{ content: SignedExamples }>(
      'SELECT content FROM market_examples WHERE market = $1 ORDER BY version DESC LIMIT 1',
      [market],
    );
    return row?.content;
  }
}
