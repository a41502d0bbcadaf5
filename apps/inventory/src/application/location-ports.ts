import type { CountryCode, OfferId, OrderId, SellerId } from '@reprise/kernel';
import type { LocationLevel, LocationSheet, Split } from '../domain/location-sheet.js';

/** A place a seller keeps goods at, in this region. */
export interface StockLocation {
  readonly code: string;
  readonly name: string;
  readonly country: CountryCode;
}

/** Places and what they have, inside one transaction. They are locked after levels and before units. */
export interface LocationBook {
  /** Makes or renames a place; answers whether it is new. */
  put(sellerId: SellerId, location: StockLocation): Promise<boolean>;
  list(sellerId: SellerId): Promise<StockLocation[]>;
  /** What the places of an offer have, not locked. */
  read(offerId: OfferId): Promise<LocationLevel[]>;
  lock(offerIds: readonly OfferId[]): Promise<LocationSheet>;
  save(sheet: LocationSheet): Promise<void>;
  saveSplits(splits: readonly Split[]): Promise<void>;
  splitsOf(orderIds: readonly OrderId[]): Promise<Split[]>;
}
