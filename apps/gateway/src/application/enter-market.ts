import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { Market, Markets } from './ports.js';

export type MarketRejection = Rejection<'MarketNotFound' | 'MarketNotLive' | 'MarketInOtherRegion'>;

/** Who wants in, and what for. */
export interface Visit {
  /** Operators see markets in preview as they will be. */
  readonly operator: boolean;
  /** What was bought stays reachable: orders may be read and refunded in a market that closed. */
  readonly closedToo: boolean;
}

const shopping: Visit = { operator: false, closedToo: false };

/** The door of every call that names a market: what is not there, not open or not here is said before anything else is done. */
export class EnterMarket {
  constructor(
    private readonly markets: Markets,
    private readonly region: string,
    /** Where each region's gateway is, for callers who came to the wrong one. */
    private readonly gatewayUrls: Readonly<Record<string, string>>,
  ) {}

  /** The market, if it may be entered here. */
  run(code: string, visit: Visit = shopping): Outcome<Market, MarketRejection> {
    const market = this.look(code, visit.operator);
    if (isRejection(market)) return market;
    if (market.definition.region !== this.region) return this.elsewhere(market);
    const open = market.status === 'live' || (market.status === 'preview' && visit.operator);
    if (open || visit.closedToo) return market;
    return reject('MarketNotLive', `The market ${code} is ${market.status}.`, { field: 'path.market' });
  }

  /** The market in whatever region, as far as the caller may know of it. A closed one is shown, with its status. */
  look(code: string, operator = false): Outcome<Market, MarketRejection> {
    const market = this.markets.find(code);
    const hidden = market === undefined || market.status === 'draft' || (market.status === 'preview' && !operator);
    if (hidden) return reject('MarketNotFound', `There is no market ${code}.`, { field: 'path.market' });
    return market;
  }

  /** As `Markets` says it. */
  get revision(): number {
    return this.markets.marketsRevision;
  }

  /** Markets of every region a buyer may enter. */
  list(operator = false): Market[] {
    return this.markets.all().filter(({ status }) => status === 'live' || (operator && status === 'preview'));
  }

  /** The market that is the shop of a country. */
  resolve(country: string, operator = false): Outcome<Market, MarketRejection> {
    const market = this.list(operator).find(({ definition }) => definition.countries.includes(country));
    return market ?? reject('MarketNotFound', `No market serves ${country}.`, { field: 'query.country' });
  }

  /** Where a market's calls are answered; undefined when nobody told us. */
  urlOf(market: Market): string | undefined {
    return this.gatewayUrls[market.definition.region];
  }

  private elsewhere(market: Market): MarketRejection {
    const url = this.urlOf(market);
    const where = url === undefined ? '' : `: ${url}`;
    return reject('MarketInOtherRegion', `The ${market.definition.region} gateway serves ${market.code}${where}`, {
      field: 'path.market',
      details: { region: market.definition.region, ...(url !== undefined && { gatewayUrl: url }) },
    });
  }
}
