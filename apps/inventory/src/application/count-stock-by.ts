import type { OfferId, Outcome, Rejection, SellerId } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { LocationLevel } from '../domain/location-sheet.js';
import type { CountedBy, StockLevel } from '../domain/stock-level.js';
import { statedOf } from '../domain/stock-level.js';
import type { StockRoom, StockTx } from './ports.js';

/** The level of an offer, and what each place has of it. */
export interface LocatedLevel extends StockLevel {
  readonly locations: readonly LocationLevel[];
}

type Level = Outcome<LocatedLevel, Rejection<'OfferNotFound'>>;

/** A seller reads the stock of an offer, or says what counts it from now on. */
export class CountStockBy {
  constructor(private readonly room: StockRoom) {}

  read(sellerId: SellerId, sku: string): Promise<Level> {
    return this.room.transact(async (tx) => {
      const offer = (await tx.units.findOffers(sellerId, [sku])).get(sku);
      return offer === undefined ? offerNotFound(sku) : readLocated(tx, offer.offerId);
    });
  }

  run(sellerId: SellerId, sku: string, countedBy: CountedBy): Promise<Level> {
    return this.room.transact(async (tx) => {
      const offer = (await tx.units.findOffers(sellerId, [sku])).get(sku);
      if (offer === undefined) return offerNotFound(sku);
      const sheet = await tx.openLevels([offer.offerId]);
      const { onHand, safetyStock } = await count(tx, offer, countedBy, sheet.levelOf(offer.offerId));
      sheet.countBy(offer.offerId, countedBy, onHand, safetyStock);
      await tx.saveSheet(sheet);
      return readLocated(tx, offer.offerId);
    });
  }
}

async function readLocated(tx: StockTx, offerId: OfferId): Promise<LocatedLevel> {
  return { ...(await tx.readLevel(offerId)), locations: await tx.locations.read(offerId) };
}

async function count(
  tx: StockTx,
  { offerId, quantity }: { readonly offerId: OfferId; readonly quantity: number | null },
  countedBy: CountedBy,
  level: StockLevel,
): Promise<{ readonly onHand: number; readonly safetyStock: number }> {
  if (countedBy === 'locations') return (await tx.locations.lock([offerId])).totalOf(offerId);
  if (countedBy === 'units')
    return { onHand: (await tx.units.countListed([offerId])).get(offerId) ?? 0, safetyStock: 0 };
  // Stated once and counted down by sales since: what is stated now stands until the offer states anew.
  return { onHand: level.countedBy === 'offer' ? statedOf(level) : (quantity ?? statedOf(level)), safetyStock: 0 };
}

export function offerNotFound(sku: string): Rejection<'OfferNotFound'> {
  return reject('OfferNotFound', `You have no offer with the SKU ${sku}.`, { field: 'path.sku' });
}
