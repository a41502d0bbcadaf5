import type { Outcome } from '@reprise/kernel';
import type { Market, MarketRejection, MarketTerms } from '../domain/market.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import type { MarketBook } from './ports.js';
import { isRejection } from '@reprise/kernel';
import { defineMarket } from '../domain/define-market.js';
import { refuseStale } from '../domain/refuse-stale.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';

/** A market after a command, and whether the command changed it. */
export interface MarketAnswer<D extends MarketTerms> {
  readonly market: Market<D>;
  readonly changed: boolean;
}

/** Defines a market or changes its definition. The same definition again changes nothing and says nothing. */
export class DefineMarket<D extends MarketTerms> {
  constructor(
    private readonly markets: MarketBook<D>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  async run(
    code: string,
    definition: D,
    by: { readonly actor: string; readonly why?: string | undefined; readonly expectedVersion?: number | undefined },
  ): Promise<Outcome<MarketAnswer<D>, MarketRejection | NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.markets.change(async (tx) => {
      const all = await tx.all();
      const known = all.find((market) => market.code === code);
      const market = defineMarket(code, definition, known, all);
      if (isRejection(market)) return market;
      // Said again it changes nothing, whoever changed what before: whoever repeats a call must get the same answer.
      if (market === known) return { market, changed: false };
      const stale = refuseStale(code, known, by.expectedVersion);
      if (stale !== undefined) return stale;
      await tx.save(market, { action: 'defined', actor: by.actor, reason: by.why });
      return { market, changed: true };
    });
  }
}
