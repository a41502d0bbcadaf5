import type { OfferStatement, StockTx } from './ports.js';

/** An offer as its seller last stated it. */
export interface StatedOffer extends OfferStatement {
  readonly quantity: number;
  /** The version that stated the quantity; a price change repeats it and must not set stock again. */
  readonly quantityVersion: number;
}

/** Keeps a copy of offers, sets stock where a quantity was stated anew, and gives units that came first their offer. */
export class TakeOffers {
  async run(tx: StockTx, offers: readonly StatedOffer[]): Promise<void> {
    await tx.saveOffers(offers);
    const sheet = await tx.openLevels(offers.map((offer) => offer.offerId));
    for (const { offerId, quantity, quantityVersion } of offers) sheet.declare(offerId, quantity, quantityVersion);
    await tx.saveSheet(sheet);
    await tx.units.linkOffers(offers);
  }
}
