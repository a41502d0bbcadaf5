import { Controller, Inject } from '@nestjs/common';
import type { Grade } from '@reprise/contracts';
import { getSellerOffer, putSellerOffer } from '@reprise/contracts/http';
import { isRejection, reject } from '@reprise/kernel';
import { answer, Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { OfferCatalogue } from '../../application/ports.js';
import { StateOffers } from '../../application/state-offers.js';
import type { Offer } from '../../domain/offer.js';

@Controller()
export class SellerOffersController {
  constructor(
    @Inject(StateOffers) private readonly stateOffers: StateOffers,
    @Inject(OfferCatalogue) private readonly offers: OfferCatalogue,
  ) {}

  @Answers(putSellerOffer)
  async put({ params, body, principal }: Call<typeof putSellerOffer>) {
    const outcomes = await this.stateOffers.run(principal.subject, [{ sku: params.sku, ...body }]);
    if (isRejection(outcomes)) return outcomes;
    const [outcome] = outcomes;
    if (outcome === undefined) throw new Error('one statement has one outcome');
    if (outcome.change === 'rejected')
      return problem('OfferRejected', outcome.errors.map(({ message }) => message).join(' '), {
        errors: outcome.errors,
      });
    const offer = sellerOfferJson(outcome.offer);
    return outcome.change === 'created' ? answer(201, offer) : offer;
  }

  @Answers(getSellerOffer)
  async get({ params, principal }: Call<typeof getSellerOffer>) {
    const offer = await this.offers.findBySku(principal.subject, params.sku);
    return offer === undefined
      ? reject('OfferNotFound', `You have no offer with the SKU ${params.sku}.`, { field: 'path.sku' })
      : sellerOfferJson(offer);
  }
}

function sellerOfferJson(offer: Offer) {
  return {
    offerId: offer.offerId,
    sellerId: offer.sellerId,
    sku: offer.sku,
    version: offer.version,
    status: offer.status,
    productId: offer.productId,
    variantId: offer.variantId,
    grade: offer.grade as Grade,
    quantity: offer.quantity,
    vatScheme: offer.vatScheme,
    warrantyMonths: offer.warrantyMonths,
    ...(offer.batteryHealth === undefined ? {} : { batteryHealth: offer.batteryHealth }),
    shipsFrom: offer.shipsFrom,
    ...(offer.shipsFromPostalCode === undefined ? {} : { shipsFromPostalCode: offer.shipsFromPostalCode }),
    prices: offer.prices.map(({ market, price, minPrice, maxPrice }) => ({
      market,
      price: price.toJSON(),
      ...(minPrice === undefined ? {} : { minPrice: minPrice.toJSON() }),
      ...(maxPrice === undefined ? {} : { maxPrice: maxPrice.toJSON() }),
    })),
    updatedAt: new Date(offer.updatedAt).toISOString(),
  };
}
