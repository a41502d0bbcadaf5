import type { Outcome } from '@reprise/kernel';
import type { MarketRejection, MarketTerms } from '../domain/market.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import type { MarketAnswer } from './define-market.js';
import type { MarketBook } from './ports.js';
import { isRejection, reject } from '@reprise/kernel';
import { defineMarket } from '../domain/define-market.js';
import { refuseStale } from '../domain/refuse-stale.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';

/** Takes up the definition of an earlier version again, as the newest version: the rules of a definition hold for it as for any other. */
export class RollbackMarket<D extends MarketTerms> {
  constructor(
    private readonly markets: MarketBook<D>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  async run(
    code: string,
    to: { readonly version: number; readonly why: string },
    by: { readonly actor: string; readonly expectedVersion?: number | undefined },
  ): Promise<Outcome<MarketAnswer<D>, MarketRejection | NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.markets.change(async (tx) => {
      const all = await tx.all();
      const known = all.find((market) => market.code === code);
      if (known === undefined) return reject('catalog.market_not_found', `There is no market ${code}.`);
      const earlier = await tx.definitionAt(code, to.version);
      if (earlier === undefined)
        return reject('catalog.market_version_not_found', `${code} never had a version ${to.version}.`, {
          field: 'version',
        });
      const market = defineMarket(code, earlier, known, all);
      if (isRejection(market)) return market;
      if (market === known) return { market, changed: false };
      const stale = refuseStale(code, known, by.expectedVersion);
      if (stale !== undefined) return stale;
      await tx.save(market, { action: 'rolledBack', actor: by.actor, reason: to.why, fromVersion: to.version });
      return { market, changed: true };
    });
  }
}
