import type { Outcome } from '@reprise/kernel';
import type { Market, MarketRejection, MarketTerms } from '../domain/market.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import type { MarketArchive, MarketBook, MarketVersion } from './ports.js';
import { reject } from '@reprise/kernel';
import { refuseUnlessWriter } from '../domain/writer-region.js';

/** What became of markets, and what they were. Kept where markets are written; a region with copies sends whoever asks there. */
export class MarketHistory<D extends MarketTerms> {
  constructor(
    private readonly markets: MarketBook<D>,
    private readonly archive: MarketArchive<D>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  /** Every market, and its last change where those are kept. */
  async all(): Promise<readonly { readonly market: Market<D>; readonly lastChange: MarketVersion<D> | undefined }[]> {
    const [markets, changes] = await Promise.all([this.markets.all(), this.archive.newest()]);
    const byCode = new Map(changes.map((change) => [change.market, change]));
    return markets.map((market) => ({ market, lastChange: byCode.get(market.code) }));
  }

  /** Versions of a market, newest first, from before one on. */
  async versions(
    code: string,
    page: { readonly before: number | undefined; readonly limit: number },
  ): Promise<Outcome<readonly MarketVersion<D>[], MarketRejection | NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    if ((await this.markets.find(code)) === undefined)
      return reject('catalog.market_not_found', `There is no market ${code}.`, { field: 'path.market' });
    return this.archive.versions(code, page);
  }

  async at(code: string, version: number): Promise<Outcome<MarketVersion<D>, MarketRejection | NotTheWriter>> {
    const found = await this.versions(code, { before: version + 1, limit: 1 });
    if ('code' in found) return found;
    const [newest] = found;
    if (newest?.version === version) return newest;
    return reject('catalog.market_version_not_found', `${code} never had a version ${version}.`, {
      field: 'path.version',
    });
  }

  /** Changes of one market, or of all, newest first, each with the one before it. */
  async audit(
    page: Parameters<MarketArchive<D>['changes']>[0],
  ): Promise<Outcome<Awaited<ReturnType<MarketArchive<D>['changes']>>, NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    return refusal ?? this.archive.changes(page);
  }
}
