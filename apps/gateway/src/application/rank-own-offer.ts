import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection, offerIdOf, reject } from '@reprise/kernel';
import type { Standing } from '../domain/price-to-win.js';
import { standingOf } from '../domain/price-to-win.js';
import { chooseWinner } from '../domain/rank-offers.js';
import type { BuyBoxTerms } from '../domain/rank-offers.js';
import type { EnterMarket, MarketRejection } from './enter-market.js';
import type { Market, OfferInMarket, Shelf, States } from './ports.js';

/** Whose offer, where, and at what price if not at its own. */
export interface OwnOfferQuestion {
  readonly sellerId: string;
  readonly sku: string;
  readonly market: string;
}

export interface RankedOwnOffer {
  readonly market: Market;
  readonly variantId: string;
  /** At the price asked about. */
  readonly offer: OfferInMarket;
  readonly quality: States['seller']['quality'];
  readonly terms: BuyBoxTerms;
  readonly standing: Standing;
  /** What pages show now, whatever price was asked about. */
  readonly winner: OfferInMarket | undefined;
}

export type OwnOfferRejection = MarketRejection | Rejection<'OfferNotFound'>;

/** Tells a seller where an offer of theirs stands, from the same facts and by the same rules as pages are made of. */
export class RankOwnOffer {
  constructor(
    private readonly markets: EnterMarket,
    private readonly shelf: Shelf,
  ) {}

  /** `priceOf` reads the price asked about in the market's currency; without it the offer's own price counts. */
  run(
    { sellerId, sku, market: code }: OwnOfferQuestion,
    priceOf?: (market: Market) => number,
  ): Outcome<RankedOwnOffer, OwnOfferRejection> {
    const market = this.markets.run(code);
    if (isRejection(market)) return { ...market, field: 'query.market' };
    const own = this.shelf.ownOffer(sellerId, offerIdOf(sellerId, sku), code);
    const grade = own?.offer.grade;
    const terms = grade && this.shelf.terms(code, grade);
    if (own === undefined || grade === undefined || terms === undefined)
      return reject('OfferNotFound', `You have no offer ${sku}.`, { field: 'path.sku' });
    const shown = this.shelf.offers(own.variant, grade, code);
    const offer = priceOf === undefined ? own.offer : { ...own.offer, priceMinor: priceOf(market) };
    return {
      market,
      variantId: own.variantId,
      offer,
      quality: own.quality,
      terms,
      standing: standingOf(offer, shown, terms),
      winner: chooseWinner(shown, terms),
    };
  }
}
