import type { Instant, Money } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';
import type { PriceList } from './price-list.js';
import { isInForce } from './price-list.js';
import type { PriceListIndex } from './price-list-index.js';

/** What a list's rules look at. */
export interface PricedGoods {
  readonly offerId: string;
  readonly sellerId: string;
  readonly category: string;
  readonly grade: string;
}

/** Everything the choice depends on besides the offer. */
export interface ChoiceContext {
  readonly market: MarketTerms;
  readonly lists: PriceListIndex;
  readonly quantity: number;
  readonly at: Instant;
}

/** The unit price, and the list that set it; without one it is the seller's own. */
export interface PriceChoice {
  readonly price: Money;
  readonly list?: PriceList;
}

/** Why a list's price is not the price. `outranked` is decided by the order of lists, the rest by the list alone. */
export type Refusal =
  | 'notYet'
  | 'over'
  | 'quantityTooSmall'
  | 'belowMinPrice'
  | 'aboveMaxPrice'
  | 'belowMarketMinimum'
  | 'aboveMarketMaximum'
  | 'noReduction';

export interface Candidate {
  /** `offer` for the seller's own price, else the list. */
  readonly list?: PriceList;
  readonly price: Money;
  readonly outcome: 'won' | 'outranked' | Refusal;
}

/**
 * The price of one unit: that of the first list in precedence that covers the offer and keeps inside every bound, else the seller's own.
 * A list never stacks on another: each works on the price the seller stated. A price outside the seller's bounds is not moved into them
 * but loses, because a reduction of 20 % that is 11 % in truth is not what was announced.
 */
export function choosePrice(stated: OfferPrice, goods: PricedGoods, context: ChoiceContext): PriceChoice {
  const { market, quantity } = context;
  for (const list of context.lists.inForce(market.code, context.at)) {
    const price = listPrice(list, stated, goods);
    if (price !== undefined && quantityFits(list, quantity) && boundBroken(list, price, stated, market) === undefined)
      return { price, list };
  }
  return { price: stated.price };
}

/** The same choice with everything that was considered: each list for this offer, in force or not, and the seller's own price last. */
export function considerPrices(
  stated: OfferPrice,
  goods: PricedGoods,
  context: ChoiceContext,
): PriceChoice & { readonly candidates: readonly Candidate[] } {
  const { market, quantity, at } = context;
  const choice = choosePrice(stated, goods, context);
  const candidates = context.lists.ofMarket(market.code).flatMap((list): Candidate[] => {
    const price = listPrice(list, stated, goods);
    if (price === undefined) return [];
    const refusal = windowMissed(list, at) ?? (quantityFits(list, quantity) ? undefined : 'quantityTooSmall');
    const outcome = refusal ?? boundBroken(list, price, stated, market) ?? (list === choice.list ? 'won' : 'outranked');
    return [{ list, price, outcome }];
  });
  const own: Candidate = { price: stated.price, outcome: choice.list === undefined ? 'won' : 'outranked' };
  return { ...choice, candidates: [...candidates, own] };
}

/** What the list makes of the stated price; undefined when it is not for this offer. */
function listPrice({ scope, effect }: PriceList, { price }: OfferPrice, goods: PricedGoods): Money | undefined {
  if (scope.sellerId !== undefined && scope.sellerId !== goods.sellerId) return undefined;
  if (scope.category !== undefined && scope.category !== goods.category) return undefined;
  if (scope.grade !== undefined && scope.grade !== goods.grade) return undefined;
  switch (effect.type) {
    case 'fixedPrices':
      return effect.prices.get(goods.offerId);
    case 'amountOff':
      return price.minus(effect.amount);
    case 'percentOff': {
      const { numerator, denominator } = effect.share;
      return price.timesRatio({ numerator: denominator - numerator, denominator }, effect.rounding);
    }
  }
}

function quantityFits({ scope }: PriceList, quantity: number): boolean {
  return quantity >= scope.minQuantity;
}

function windowMissed(list: PriceList, at: Instant): Refusal | undefined {
  if (isInForce(list, at)) return undefined;
  return at < list.validFrom ? 'notYet' : 'over';
}

function boundBroken(list: PriceList, price: Money, stated: OfferPrice, market: MarketTerms): Refusal | undefined {
  if (price.compare(market.priceMin) < 0) return 'belowMarketMinimum';
  if (price.compare(market.priceMax) > 0) return 'aboveMarketMaximum';
  if (stated.minPrice !== undefined && price.compare(stated.minPrice) < 0) return 'belowMinPrice';
  if (stated.maxPrice !== undefined && price.compare(stated.maxPrice) > 0) return 'aboveMaxPrice';
  if (list.kind === 'sale' && price.compare(stated.price) >= 0) return 'noReduction';
  return undefined;
}
