import type { SellerId } from '@reprise/kernel';
import type { StockLocation } from './location-ports.js';
import type { StockRoom } from './ports.js';

/** A seller names the places it keeps goods at in this region. */
export class KeepLocations {
  constructor(private readonly room: StockRoom) {}

  /** Answers whether it is new. */
  put(sellerId: SellerId, location: StockLocation): Promise<boolean> {
    return this.room.transact((tx) => tx.locations.put(sellerId, location));
  }

  list(sellerId: SellerId): Promise<StockLocation[]> {
    return this.room.transact((tx) => tx.locations.list(sellerId));
  }
}
