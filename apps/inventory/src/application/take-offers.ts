import { newId } from '@reprise/kernel';
import { statedOf } from '../domain/stock-level.js';
import type { OfferStatement, StockTx } from './ports.js';

/** An offer as its seller last stated it. */
export interface StatedOffer extends OfferStatement {
  /** The version that stated the quantity; a price change repeats it and must not set stock again. */
  readonly quantityVersion: number;
}

/** Keeps a copy of offers, sets stock where a quantity was stated anew, and gives units that came first their offer. */
export class TakeOffers {
  async run(tx: StockTx, heard: readonly StatedOffer[]): Promise<void> {
    // A million prices may change in a minute, and none of them is stock.
    const sayingMore = await tx.offersSayingMore(heard);
    if (sayingMore.length > 0) await this.take(tx, sayingMore);
    await tx.units.linkOffers(heard);
  }

  private async take(tx: StockTx, offers: readonly StatedOffer[]): Promise<void> {
    await tx.saveOffers(offers);
    const sheet = await tx.openLevels(offers.map((offer) => offer.offerId));
    const differing = offers.filter(({ offerId, quantity, quantityVersion }) => {
      const isNew = quantityVersion > sheet.levelOf(offerId).quantityVersion;
      return (
        isNew && !sheet.declare(offerId, quantity, quantityVersion) && quantity !== statedOf(sheet.levelOf(offerId))
      );
    });
    await tx.saveSheet(sheet);
    await tx.units.saveDiscrepancies(
      differing.map(({ sellerId, offerId, quantity }) => ({
        ...{ id: newId(), sellerId, offerId, kind: 'quantityDiffers' as const },
        detail: `The offer states ${quantity}; ${statedOf(sheet.levelOf(offerId))} of its units are listed, and these count.`,
      })),
    );
  }
}
