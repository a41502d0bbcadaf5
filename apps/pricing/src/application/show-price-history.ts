import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import { findListedMarket } from './find-open-market.js';
import type { MarketRejection } from './find-open-market.js';
import type { MarketBook, OfferCatalogue } from './ports.js';
import type { DisplayedStretch, PriceHistory } from './price-history.js';

/** What an offer was displayed at in a market, for whoever wants to check an announcement against it. */
export class ShowPriceHistory {
  constructor(
    private readonly offers: OfferCatalogue,
    private readonly markets: MarketBook,
    private readonly history: PriceHistory,
    private readonly settings: { readonly region: string },
  ) {}

  async run(asked: {
    readonly market: string;
    readonly offerId: string;
    readonly before: string | undefined;
    readonly limit: number;
  }): Promise<Outcome<readonly DisplayedStretch[], MarketRejection | Rejection<'OfferNotFound'>>> {
    const [markets, found] = await Promise.all([this.markets.current(), this.offers.find([asked.offerId])]);
    const market = findListedMarket(markets, asked.market, this.settings.region);
    if (isRejection(market)) return market;
    if (!found.has(asked.offerId))
      return reject('OfferNotFound', `There is no offer ${asked.offerId}.`, { field: 'path.offerId' });
    return this.history.page(asked);
  }
}
