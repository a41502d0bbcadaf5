import type { Instant, Money } from '@reprise/kernel';

/**
 * A price a seller stated ahead, for one offer in one market and a time. While it is in force it stands where the stated price stood:
 * price lists work on it as on any other.
 */
export interface ScheduledPrice {
  /** Unique within the offer. */
  readonly id: string;
  readonly version: number;
  readonly offerId: string;
  readonly market: string;
  /** `sale` is announced as a reduction, `price` is just the price from then on. */
  readonly kind: 'price' | 'sale';
  readonly price: Money;
  readonly validFrom: Instant;
  /** In force until here, this moment excluded; without end where it is left out. */
  readonly validTo?: Instant;
}

/** Every one of one market, by offer, in order of when it begins. Two of an offer never overlap. */
export type ScheduledByOffer = ReadonlyMap<string, readonly ScheduledPrice[]>;

/** By market and offer. */
export function indexScheduled(prices: Iterable<ScheduledPrice>): ReadonlyMap<string, ScheduledByOffer> {
  const byMarket = new Map<string, Map<string, ScheduledPrice[]>>();
  for (const price of prices) {
    const byOffer = byMarket.get(price.market) ?? new Map<string, ScheduledPrice[]>();
    byMarket.set(price.market, byOffer);
    byOffer.set(price.offerId, [...(byOffer.get(price.offerId) ?? []), price].sort(byBeginning));
  }
  return byMarket;
}

function byBeginning(a: ScheduledPrice, b: ScheduledPrice): number {
  return a.validFrom - b.validFrom;
}

/** Whether there is a moment at which both would be in force. */
export function scheduledOverlap(a: ScheduledPrice, b: ScheduledPrice): boolean {
  return (a.validTo === undefined || b.validFrom < a.validTo) && (b.validTo === undefined || a.validFrom < b.validTo);
}
