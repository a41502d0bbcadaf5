import type { Instant, Money } from '@reprise/kernel';
import type { Offer, OfferPrice, OfferTerms, StatedOffer } from './offer.js';

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
  /** Of its terms, nothing but amounts has changed: it is in the markets it was in. */
  readonly onlyAmounts: boolean;
}

/**
 * What a seller's statement makes of an offer. The same statement again changes nothing, unless stock has moved since the last one:
 * "5 on hand" said after two were sold means the shelf was filled, so it is a new statement of quantity.
 */
export function reviseOffer(
  current: Offer | undefined,
  stated: StatedOffer,
  onHand: number | undefined,
  now: Instant,
): Revision {
  const prices = [...stated.prices].sort((a, b) => (a.market < b.market ? -1 : 1));
  const status = stated.quantity > 0 ? ('active' as const) : ('delisted' as const);
  if (current === undefined) {
    const offer: Offer = { ...stated, prices, status, version: 1, quantityVersion: 1, updatedAt: now };
    return { change: 'created', offer, priceChanges: changesBetween([], prices, false), onlyAmounts: false };
  }
  const restated = current.quantity !== stated.quantity || (onHand !== undefined && onHand !== stated.quantity);
  const sameButPrices = !restated && sameTerms(current, stated);
  if (sameButPrices && samePrices(current.prices, prices))
    return { change: 'unchanged', offer: current, priceChanges: [], onlyAmounts: true };
  const version = current.version + 1;
  const quantityVersion = restated ? version : current.quantityVersion;
  const offer: Offer = { ...stated, prices, status, version, quantityVersion, updatedAt: now };
  const otherGoods = current.variantId !== stated.variantId || current.grade !== stated.grade;
  return {
    change: 'updated',
    offer,
    priceChanges: changesBetween(current.prices, prices, otherGoods),
    onlyAmounts: sameButPrices && current.productId === stated.productId && sameMarkets(current.prices, prices),
  };
}

function sameTerms(a: OfferTerms, b: OfferTerms): boolean {
  return (
    a.variantId === b.variantId &&
    a.grade === b.grade &&
    a.vatScheme === b.vatScheme &&
    a.warrantyMonths === b.warrantyMonths &&
    a.batteryHealth === b.batteryHealth &&
    a.shipsFrom === b.shipsFrom &&
    a.shipsFromPostalCode === b.shipsFromPostalCode
  );
}

function samePrices(a: readonly OfferPrice[], b: readonly OfferPrice[]): boolean {
  return (
    a.length === b.length &&
    a.every((price, i) => {
      const other = b[i];
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

/** Each market has one currency; should one have been given another, that is more than an amount. */
function sameMarkets(a: readonly OfferPrice[], b: readonly OfferPrice[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ market, price }, i) => market === b[i]?.market && price.currency === b[i].price.currency)
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
