import type { DataOf, offerChangedV1 } from '@reprise/contracts/events';
import type { Grade } from '@reprise/contracts';
import type { Offer } from '../../domain/offer.js';

/** The offer as everyone else hears it: without the bounds, which are the seller's own business. */
export function offerFactOf(offer: Offer): DataOf<typeof offerChangedV1> {
  return {
    offerId: offer.offerId,
    version: offer.version,
    sellerId: offer.sellerId,
    sku: offer.sku,
    productId: offer.productId,
    variantId: offer.variantId,
    grade: offer.grade as Grade,
    status: offer.status,
    quantity: offer.quantity,
    quantityVersion: offer.quantityVersion,
    vatScheme: offer.vatScheme,
    warrantyMonths: offer.warrantyMonths,
    ...(offer.batteryHealth === undefined ? {} : { batteryHealth: offer.batteryHealth }),
    shipsFrom: offer.shipsFrom,
    prices: offer.prices.map(({ market, price }) => ({ market, price: price.toJSON() })),
  };
}
