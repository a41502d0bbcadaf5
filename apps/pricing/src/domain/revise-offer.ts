import type { Instant, Money } from '@reprise/kernel';
import type { Offer, OfferTerms } from './offer.js';

/** A market's price as it was shown from `at` on; null when the offer left the market. */
export interface PriceChange {
  readonly market: string;
  readonly price: Money | null;
  readonly currency: string;
  /** From here on the offer is another variant or grade: what it cost before is not this product's history. */
  readonly otherGoods: boolean;
}

export interface Revision {
  readonly change: 'created' | 'updated' | 'unchanged';
  readonly offer: Offer;
  readonly priceChanges: readonly PriceChange[];
}

/**
 * What a seller's statement makes of an offer. The same statement again changes nothing, unless stock has moved since the last one:
 * "5 on hand" said after two were sold means the shelf was filled, so it is a new statement of quantity.
 */
export function reviseOffer(
  current: Offer | undefined,
  stated: OfferTerms & { readonly offerId: string; readonly sellerId: string },
  onHand: number | undefined,
  now: Instant,
): Revision {
  const prices = [...stated.prices].sort((a, b) => (a.market < b.market ? -1 : 1));
  const status = stated.quantity > 0 ? ('active' as const) : ('delisted' as const);
  if (current === undefined) {
    const offer: Offer = { ...stated, prices, status, version: 1, quantityVersion: 1, updatedAt: now };
    return { change: 'created', offer, priceChanges: changesBetween([], prices, false) };
  }
  const restated = current.quantity !== stated.quantity || (onHand !== undefined && onHand !== stated.quantity);
  if (!restated && sameTerms(current, { ...stated, prices }))
    return { change: 'unchanged', offer: current, priceChanges: [] };
  const version = current.version + 1;
  const quantityVersion = restated ? version : current.quantityVersion;
  const offer: Offer = { ...stated, prices, status, version, quantityVersion, updatedAt: now };
  const otherGoods = current.variantId !== stated.variantId || current.grade !== stated.grade;
  return { change: 'updated', offer, priceChanges: changesBetween(current.prices, prices, otherGoods) };
}

function sameTerms(a: OfferTerms, b: OfferTerms): boolean {
  return (
    a.variantId === b.variantId &&
    a.grade === b.grade &&
    a.vatScheme === b.vatScheme &&
    a.warrantyMonths === b.warrantyMonths &&
    a.batteryHealth === b.batteryHealth &&
    a.shipsFrom === b.shipsFrom &&
    a.prices.length === b.prices.length &&
    a.prices.every((price, i) => {
      const other = b.prices[i];
      return (
        other !== undefined &&
        other.market === price.market &&
        other.price.equals(price.price) &&
        sameBound(other.minPrice, price.minPrice) &&
        sameBound(other.maxPrice, price.maxPrice)
      );
    })
  );
}

function sameBound(a: Money | undefined, b: Money | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function changesBetween(before: OfferTerms['prices'], after: OfferTerms['prices'], otherGoods: boolean): PriceChange[] {
  const old = new Map(before.map((price) => [price.market, price.price]));
  const shown = new Set(after.map((price) => price.market));
  const moved = after.filter((price) => otherGoods || old.get(price.market)?.equals(price.price) !== true);
  const left = before.filter((price) => !shown.has(price.market));
  return [
    ...moved.map(({ market, price }) => ({ market, price, currency: price.currency, otherGoods })),
    ...left.map(({ market, price }) => ({ market, price: null, currency: price.currency, otherGoods })),
  ];
}
