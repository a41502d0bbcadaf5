import type { Outcome } from '@reprise/kernel';
import type { MarketRejection, MarketStatus, MarketTerms } from '../domain/market.js';
import type { NotTheWriter } from '../domain/writer-region.js';
import type { MarketAnswer } from './define-market.js';
import type { MarketBook } from './ports.js';
import { isRejection, reject } from '@reprise/kernel';
import { moveMarket } from '../domain/move-market.js';
import { refuseStale } from '../domain/refuse-stale.js';
import { refuseUnlessWriter } from '../domain/writer-region.js';

/** Moves a market along its life cycle, with the reason kept. Moving it to where it stands changes nothing. */
export class TransitionMarket<D extends MarketTerms> {
  constructor(
    private readonly markets: MarketBook<D>,
    private readonly place: { readonly region: string; readonly writerRegion: string },
  ) {}

  async run(
    code: string,
    step: {
      readonly to: MarketStatus;
      readonly reason: string;
      readonly acceptedWarnings?: readonly string[] | undefined;
    },
    by: { readonly actor: string; readonly expectedVersion?: number | undefined },
  ): Promise<Outcome<MarketAnswer<D>, MarketRejection | NotTheWriter>> {
    const refusal = refuseUnlessWriter(this.place.region, this.place.writerRegion);
    if (refusal !== undefined) return refusal;
    return this.markets.change(async (tx) => {
      const known = (await tx.all()).find((market) => market.code === code);
      if (known === undefined) return reject('catalog.market_not_found', `There is no market ${code}.`);
      const market = moveMarket(known, step.to);
      if (isRejection(market)) return market;
      if (market === known) return { market, changed: false };
      const stale = refuseStale(code, known, by.expectedVersion);
      if (stale !== undefined) return stale;
      const { reason, acceptedWarnings } = step;
      await tx.save(market, { action: 'moved', actor: by.actor, reason, acceptedWarnings });
      return { market, changed: true };
    });
  }
}
