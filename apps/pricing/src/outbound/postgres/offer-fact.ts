import type { DataOf, offerChangedV1 } from '@reprise/contracts/events';
import type { Grade } from '@reprise/contracts';
import type { MoneyJson } from '@reprise/kernel';
import type { Offer } from '../../domain/offer.js';
import type { DisplayedOffer } from '../../application/displayed-offers.js';

/** The offer as everyone else hears it: with what pages show, and its lower bound, below which the buy box keeps it out. The upper is its seller's own business. */
export function offerFactOf({ offer, displayed }: DisplayedOffer): DataOf<typeof offerChangedV1> {
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
    prices: displayed.map(({ market, price, priorPrice }) => ({
      market,
      price: price.toJSON(),
      ...(priorPrice === undefined ? {} : { priorPrice: priorPrice.toJSON() }),
      ...minPriceOf(offer, market),
    })),
  };
}

function minPriceOf({ prices }: Offer, market: string): { minPrice?: MoneyJson } {
  const minPrice = prices.find((stated) => stated.market === market)?.minPrice;
  return minPrice === undefined ? {} : { minPrice: minPrice.toJSON() };
}
