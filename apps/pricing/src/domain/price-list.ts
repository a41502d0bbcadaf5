import type { Instant, Money, Ratio, RoundingMode } from '@reprise/kernel';

/** What a price list does to the price a seller stated. */
export type PriceListEffect =
  | { readonly type: 'percentOff'; readonly share: Ratio; readonly rounding: RoundingMode }
  | { readonly type: 'amountOff'; readonly amount: Money }
  | { readonly type: 'fixedPrices'; readonly prices: ReadonlyMap<string, Money> };

/** Which offers of a market a list is for; what is left out holds for all. */
export interface PriceListScope {
  readonly sellerId?: string;
  readonly category?: string;
  readonly grade?: string;
  /** Units of one offer from which the list applies; a page shows the price of one. */
  readonly minQuantity: number;
}

/** Prices the marketplace sets over the sellers', for a market and a time. `sale` is announced as a reduction, `override` is not. */
export interface PriceList {
  readonly id: string;
  readonly version: number;
  readonly kind: 'sale' | 'override';
  readonly market: string;
  readonly scope: PriceListScope;
  readonly effect: PriceListEffect;
  /** Higher wins. */
  readonly priority: number;
  /** In force from here on, this moment included. */
  readonly validFrom: Instant;
  /** In force until here, this moment excluded; without end where it is left out. */
  readonly validTo?: Instant;
}

export function isInForce({ validFrom, validTo }: PriceList, at: Instant): boolean {
  return at >= validFrom && (validTo === undefined || at < validTo);
}

/**
 * Which of two lists is meant for fewer offers: -1 the first, 1 the second, 0 when they are for the same or neither holds the other.
 * Naming an offer is narrower than any rule, because an offer has one seller, one category and one grade.
 */
export function compareSpecificity(a: PriceList, b: PriceList): -1 | 0 | 1 {
  const sides = [
    ...(namesOffers(a) || namesOffers(b)
      ? [narrower(namesOffers(a), namesOffers(b))]
      : ruleFields.map((field) => narrower(a.scope[field] !== undefined, b.scope[field] !== undefined))),
    Math.sign(b.scope.minQuantity - a.scope.minQuantity),
  ];
  const [first, second] = [sides.includes(-1), sides.includes(1)];
  if (first === second) return 0;
  return first ? -1 : 1;
}

/** Whether some offer, bought in some quantity, could fall under both at some moment. */
export function overlaps(a: PriceList, b: PriceList): boolean {
  return a.market === b.market && windowsOverlap(a, b) && scopesOverlap(a, b);
}

/** The order lists are tried in: priority, then the narrower, then the id, so that the order they are stored in never matters. */
export function byPrecedence(a: PriceList, b: PriceList): number {
  return b.priority - a.priority || narrownessOf(b) - narrownessOf(a) || quantityOrder(a, b) || (a.id < b.id ? -1 : 1);
}

const ruleFields = ['sellerId', 'category', 'grade'] as const;

function namesOffers({ effect }: PriceList): boolean {
  return effect.type === 'fixedPrices';
}

function narrower(a: boolean, b: boolean): -1 | 0 | 1 {
  return a === b ? 0 : a ? -1 : 1;
}

function narrownessOf(list: PriceList): number {
  if (namesOffers(list)) return ruleFields.length + 1;
  return ruleFields.filter((field) => list.scope[field] !== undefined).length;
}

function quantityOrder(a: PriceList, b: PriceList): number {
  return b.scope.minQuantity - a.scope.minQuantity;
}

function windowsOverlap(a: PriceList, b: PriceList): boolean {
  return (a.validTo === undefined || b.validFrom < a.validTo) && (b.validTo === undefined || a.validFrom < b.validTo);
}

function scopesOverlap(a: PriceList, b: PriceList): boolean {
  if (a.effect.type === 'fixedPrices' && b.effect.type === 'fixedPrices') {
    const { prices } = b.effect;
    if (![...a.effect.prices.keys()].some((offerId) => prices.has(offerId))) return false;
  }
  return ruleFields.every((field) => {
    const [left, right] = [a.scope[field], b.scope[field]];
    return left === undefined || right === undefined || left === right;
  });
}
