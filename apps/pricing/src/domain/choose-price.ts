import type { Instant, Money } from '@reprise/kernel';
import type { MarketTerms } from './market-terms.js';
import type { OfferPrice } from './offer.js';
import type { PriceList } from './price-list.js';
import { isInForce } from './price-list.js';
import type { PriceListIndex } from './price-list-index.js';
import type { ScheduledPrice } from './scheduled-price.js';

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

/** The unit price, and the list that set it; without one it is the seller's own, stated now or ahead. */
export interface PriceChoice {
  readonly price: Money;
  readonly list?: PriceList;
  /** The price stated ahead that is in force, whether it is the price or what a list works on. */
  readonly scheduled?: ScheduledPrice;
}

/** Whether the price is shown as a reduction, which is when the law wants the prior price beside it. */
export function isAnnounced({ list, scheduled }: PriceChoice): boolean {
  return (list ?? scheduled)?.kind === 'sale';
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
  /** The list it is of, or the price stated ahead; neither for the seller's own price. */
  readonly list?: PriceList;
  readonly scheduled?: ScheduledPrice;
  readonly price: Money;
  readonly outcome: 'won' | 'outranked' | Refusal;
}

/**
 * The price of one unit: the seller's, which is the one stated ahead while one is in force, or that of the first list in precedence
 * that covers the offer and keeps inside every bound. A list never stacks on another: each works on the price the seller stated. A price outside the seller's bounds is not moved into them
 * but loses, because a reduction of 20 % that is 11 % in truth is not what was announced.
 */
export function choosePrice(now: OfferPrice, goods: PricedGoods, context: ChoiceContext): PriceChoice {
  const { market, quantity } = context;
  const { stated, scheduled } = statedAt(now, goods, context);
  const ahead = scheduled === undefined ? undefined : { scheduled };
  for (const list of context.lists.inForce(market.code, context.at)) {
    const price = listPrice(list, stated, goods);
    if (price !== undefined && quantityFits(list, quantity) && boundBroken(list, price, stated, market) === undefined)
      return { price, list, ...ahead };
  }
  return { price: stated.price, ...ahead };
}

/** What the seller states for the moment: a price stated ahead takes the place of the one stated now. */
function statedAt(
  stated: OfferPrice,
  { offerId }: PricedGoods,
  { lists, market, at }: ChoiceContext,
): { readonly stated: OfferPrice; readonly scheduled?: ScheduledPrice } {
  for (const scheduled of lists.scheduledFor(market.code, offerId))
    if (refuseScheduled(scheduled, stated, market, at) === undefined)
      return { stated: { ...stated, price: scheduled.price }, scheduled };
  return { stated };
}

function refuseScheduled(
  { kind, price, validFrom, validTo }: ScheduledPrice,
  stated: OfferPrice,
  market: MarketTerms,
  at: Instant,
): Refusal | undefined {
  if (at < validFrom) return 'notYet';
  if (validTo !== undefined && at >= validTo) return 'over';
  return boundBroken({ kind: kind === 'sale' ? 'sale' : 'override' }, price, stated, market);
}

/** The same choice with everything considered: each list for this offer and each price stated ahead, in force or not, the seller's own last. */
export function considerPrices(
  now: OfferPrice,
  goods: PricedGoods,
  context: ChoiceContext,
): PriceChoice & { readonly candidates: readonly Candidate[] } {
  const { market, quantity, at } = context;
  const choice = choosePrice(now, goods, context);
  const { stated } = statedAt(now, goods, context);
  const candidates = context.lists.ofMarket(market.code).flatMap((list): Candidate[] => {
    const price = listPrice(list, stated, goods);
    if (price === undefined) return [];
    const refusal = windowMissed(list, at) ?? (quantityFits(list, quantity) ? undefined : 'quantityTooSmall');
    const outcome = refusal ?? boundBroken(list, price, stated, market) ?? (list === choice.list ? 'won' : 'outranked');
    return [{ list, price, outcome }];
  });
  const ahead = context.lists.scheduledFor(market.code, goods.offerId).map((scheduled): Candidate => ({
    ...{ scheduled, price: scheduled.price },
    outcome: refuseScheduled(scheduled, now, market, at) ?? (choice.list === undefined ? 'won' : 'outranked'),
  }));
  const isOwn = choice.list === undefined && choice.scheduled === undefined;
  return {
    ...choice,
    candidates: [...candidates, ...ahead, { price: now.price, outcome: isOwn ? 'won' : 'outranked' }],
  };
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

function boundBroken(
  list: Pick<PriceList, 'kind'>,
  price: Money,
  stated: OfferPrice,
  market: MarketTerms,
): Refusal | undefined {
  if (price.compare(market.priceMin) < 0) return 'belowMarketMinimum';
  if (price.compare(market.priceMax) > 0) return 'aboveMarketMaximum';
  if (stated.minPrice !== undefined && price.compare(stated.minPrice) < 0) return 'belowMinPrice';
  if (stated.maxPrice !== undefined && price.compare(stated.maxPrice) > 0) return 'aboveMaxPrice';
  if (list.kind === 'sale' && price.compare(stated.price) >= 0) return 'noReduction';
  return undefined;
}
