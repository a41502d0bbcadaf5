import { Controller, Inject } from '@nestjs/common';
import { getOfferPrice } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ExplainPrice } from '../../application/explain-price.js';

@Controller()
export class OfferPriceController {
  constructor(@Inject(ExplainPrice) private readonly explainPrice: ExplainPrice) {}

  @Answers(getOfferPrice)
  async get({ params, query }: Call<typeof getOfferPrice>) {
    const explained = await this.explainPrice.run({ ...params, quantity: query.quantity });
    if (isRejection(explained)) return explained;
    const { priced, market, quantity, unitPrice, total, blockers, candidates, steps } = explained;
    return {
      offerId: params.offerId,
      market: market.code,
      quantity,
      unitPrice: unitPrice?.toJSON() ?? null,
      total: total?.toJSON() ?? null,
      taxInclusive: market.terms.taxInclusive,
      priorPrice: null,
      offerVersion: priced.offer.version,
      buyability: { buyable: blockers.length === 0, blockers: [...blockers] },
      ...(query.explain === 'true'
        ? {
            candidates: candidates.map((candidate) => ({ ...candidate, price: candidate.price?.toJSON() ?? null })),
            steps: steps.map(({ price, ...step }) => (price === undefined ? step : { ...step, price: price.toJSON() })),
          }
        : {}),
    };
  }
}
