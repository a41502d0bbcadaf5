import type { Outcome } from '@reprise/kernel';
import type { Market, MarketRejection, MarketTerms } from '../domain/market.js';
import type { MarketBook } from './ports.js';
import { reject } from '@reprise/kernel';

/** A market as it stands in this region: the truth where markets are written, the newest copy heard elsewhere. */
export class FindMarket<D extends MarketTerms> {
  constructor(private readonly markets: MarketBook<D>) {}

  async run(code: string): Promise<Outcome<Market<D>, MarketRejection>> {
    return (await this.markets.find(code)) ?? reject('catalog.market_not_found', `There is no market ${code}.`);
  }
}
