import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { Market } from './ports.js';

export type MarketRejection = Rejection<'MarketNotFound' | 'MarketNotLive' | 'MarketInOtherRegion'>;

/** The market, if this cell owns it and it has been shown to anybody: a draft does not exist for buyers. */
export function findListedMarket(
  markets: ReadonlyMap<string, Market>,
  code: string,
  region: string,
): Outcome<Market, MarketRejection> {
  const market = markets.get(code);
  if (market === undefined || market.status === 'draft')
    return reject('MarketNotFound', `There is no market called ${code}.`, { field: 'path.market' });
  if (market.region === region) return market;
  return reject('MarketInOtherRegion', `The market ${code} is served by the region ${market.region}.`, {
    field: 'path.market',
  });
}

/** As findListedMarket, and open for sale. A market in preview is priced too: who may see it is decided at the gateway. */
export function findOpenMarket(
  markets: ReadonlyMap<string, Market>,
  code: string,
  region: string,
): Outcome<Market, MarketRejection> {
  const market = findListedMarket(markets, code, region);
  if (isRejection(market) || market.status === 'live' || market.status === 'preview') return market;
  return reject('MarketNotLive', `The market ${code} is ${market.status}.`, { field: 'path.market' });
}
