import type { Instant, Money } from '@reprise/kernel';
import { choosePrice, isAnnounced } from './choose-price.js';
import type { PriceChoice, PricedGoods } from './choose-price.js';
import type { MarketTerms } from './market-terms.js';
import type { Offer } from './offer.js';
import type { PriceListIndex } from './price-list-index.js';
import type { PriceChange } from './revise-offer.js';

/**
 * What a market's pages show for one unit of an offer, and where it comes from: `offer`, `scheduled:<id>@<version>` or
 * `priceList:<id>@<version>`.
 */
export interface DisplayedPrice {
  readonly market: string;
  readonly price: Money;
  readonly source: string;
  /** Announced as a reduction: the law then wants the prior price beside it. */
  readonly announced: boolean;
  readonly priorPrice?: Money;
}

/** A displayed price that is another than before, as history keeps it. */
export interface DisplayedChange extends PriceChange {
  readonly source: string;
  readonly announced: boolean;
  readonly priorPrice?: Money;
}

export const ownSource = 'offer';

export function sourceOf({ list, scheduled }: Pick<PriceChoice, 'list' | 'scheduled'>): string {
  if (list !== undefined) return `priceList:${list.id}@${list.version}`;
  return scheduled === undefined ? ownSource : `scheduled:${scheduled.id}@${scheduled.version}`;
}

export function goodsOf(offer: Offer, category: string): PricedGoods {
  const { offerId, sellerId, grade } = offer;
  return { offerId, sellerId, grade, category };
}

/** What every market of the offer shows at a moment, prior prices not yet looked up. A page shows the price of one unit. */
export function displayedPrices(
  offer: Offer,
  category: string,
  markets: ReadonlyMap<string, MarketTerms>,
  lists: PriceListIndex,
  at: Instant,
): DisplayedPrice[] {
  const goods = goodsOf(offer, category);
  return offer.prices.map((stated) => {
    const market = markets.get(stated.market);
    const choice: PriceChoice =
      market === undefined ? { price: stated.price } : choosePrice(stated, goods, { market, lists, quantity: 1, at });
    return { market: stated.market, price: choice.price, source: sourceOf(choice), announced: isAnnounced(choice) };
  });
}

/** What changed for a buyer. A price that only comes from elsewhere now looks the same, so it is no change. */
export function displayedChanges(
  before: readonly DisplayedPrice[],
  after: readonly DisplayedPrice[],
  otherGoods: boolean,
): DisplayedChange[] {
  const old = new Map(before.map((shown) => [shown.market, shown]));
  const kept = new Set(after.map(({ market }) => market));
  const moved = otherGoods ? after : after.filter((shown) => !looksAlike(old.get(shown.market), shown));
  const left = before.filter(({ market }) => !kept.has(market));
  return [
    ...moved.map((shown) => ({ ...shown, currency: shown.price.currency, otherGoods })),
    ...left.map(({ market, price }) => ({
      market,
      price: null,
      currency: price.currency,
      source: ownSource,
      announced: false,
      otherGoods,
    })),
  ];
}

function looksAlike(a: DisplayedPrice | undefined, b: DisplayedPrice): boolean {
  if (a === undefined || !a.price.equals(b.price) || a.announced !== b.announced) return false;
  return a.priorPrice === undefined || b.priorPrice === undefined
    ? a.priorPrice === b.priorPrice
    : a.priorPrice.equals(b.priorPrice);
}
