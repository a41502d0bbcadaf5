import type { MarketDefinition } from '@reprise/contracts/market';
import type { Database } from '@reprise/platform/persistence';
import type { MarketCode } from '@reprise/kernel';
import type { Market, MarketBook } from '../../application/ports.js';
import { compileMarketTerms } from '../../domain/market-terms.js';

interface Heading {
  readonly market: string;
  readonly version: string;
  readonly status: Market['status'];
}

/**
 * Markets as facts told them. A definition is compiled once a version and kept: every call reads the headings (a handful of small
 * rows), so that any process sees a change at once, and only a definition not seen yet is read in full.
 */
export class PostgresMarketBook implements MarketBook {
  private readonly known = new Map<string, Market>();

  constructor(private readonly database: Database) {}

  async current(): Promise<ReadonlyMap<string, Market>> {
    const headings = await this.database.query<Heading>('SELECT market, version, status FROM market');
    await this.learn(headings.filter(({ market, version }) => this.known.get(market)?.version !== Number(version)));
    return this.known;
  }

  private async learn(unseen: readonly Heading[]): Promise<void> {
    if (unseen.length === 0) return;
    const rows = await this.database.query<Heading & { definition: MarketDefinition }>(
      'SELECT market, version, status, definition FROM market WHERE market = ANY($1::text[])',
      [unseen.map(({ market }) => market)],
    );
    for (const { market, version, status, definition } of rows) {
      this.known.set(market, {
        code: market as MarketCode,
        region: definition.region,
        status,
        version: Number(version),
        terms: compileMarketTerms(definition),
        definition,
      });
    }
  }
}
