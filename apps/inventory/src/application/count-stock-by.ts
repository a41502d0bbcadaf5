import type { OfferId, Outcome, Rejection, SellerId } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { CountedBy, StockLevel } from '../domain/stock-level.js';
import { statedOf } from '../domain/stock-level.js';
import type { StockRoom, StockTx } from './ports.js';

type Level = Outcome<StockLevel, Rejection<'OfferNotFound'>>;

/** A seller reads the stock of an offer, or says what counts it from now on. */
export class CountStockBy {
  constructor(private readonly room: StockRoom) {}

  read(sellerId: SellerId, sku: string): Promise<Level> {
    return this.room.transact(async (tx) => {
      const offer = (await tx.units.findOffers(sellerId, [sku])).get(sku);
      return offer === undefined ? offerNotFound(sku) : tx.readLevel(offer.offerId);
    });
  }

  run(sellerId: SellerId, sku: string, countedBy: CountedBy): Promise<Level> {
    return this.room.transact(async (tx) => {
      const offer = (await tx.units.findOffers(sellerId, [sku])).get(sku);
      if (offer === undefined) return offerNotFound(sku);
      const sheet = await tx.openLevels([offer.offerId]);
      const stated = await count(tx, offer, countedBy, sheet.levelOf(offer.offerId));
      sheet.countBy(offer.offerId, countedBy, stated);
      await tx.saveSheet(sheet);
      return tx.readLevel(offer.offerId);
    });
  }
}

async function count(
  tx: StockTx,
  { offerId, quantity }: { readonly offerId: OfferId; readonly quantity: number | null },
  countedBy: CountedBy,
  level: StockLevel,
): Promise<number> {
  if (countedBy === 'units') return (await tx.units.countListed([offerId])).get(offerId) ?? 0;
  // Stated once and counted down by sales since: what is stated now stands until the offer states anew.
  return level.countedBy === 'offer' ? statedOf(level) : (quantity ?? statedOf(level));
}

export function offerNotFound(sku: string): Rejection<'OfferNotFound'> {
  return reject('OfferNotFound', `You have no offer with the SKU ${sku}.`, { field: 'path.sku' });
}
