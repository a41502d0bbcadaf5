import { Controller, Inject } from '@nestjs/common';
import { getOfferPrice } from '@reprise/contracts/http';
import { instantOf, isRejection, toIso } from '@reprise/kernel';
import { Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ExplainPrice } from '../../application/explain-price.js';
import { decimalOfPpm } from '../../domain/effective-rates.js';
import type { ExplainedMargin } from '../../domain/explain-margin.js';
import type { IncludedLevy } from '../../domain/quote.js';
import { marginRefusals } from '../../domain/refuse-margin.js';
import type { ExplainedPrice, PriceQuestion } from '../../application/explain-price.js';

@Controller()
export class OfferPriceController {
  constructor(@Inject(ExplainPrice) private readonly explainPrice: ExplainPrice) {}

  @Answers(getOfferPrice)
  async get({ params, query, principal }: Call<typeof getOfferPrice>) {
    const { quantity, country, region, postalCode, explain } = query;
    const at = query.at === undefined ? undefined : instantOf(query.at);
    if (query.at !== undefined && at === undefined) {
      const message = 'A moment of the years 1900 to 9999 with an offset, such as 2026-10-31T22:30:00Z.';
      return problem('ValidationFailed', message, {
        errors: [{ field: 'query.at', code: 'momentMalformed', message }],
      });
    }
    const explained = await this.explainPrice.run({
      ...params,
      quantity,
      at,
      explain: explain === 'true',
      viewer: viewerOf(principal),
      shipTo: {
        ...(country === undefined ? {} : { country }),
        ...(region === undefined ? {} : { region }),
        ...(postalCode === undefined ? {} : { postalCode }),
      },
    });
    return isRejection(explained) ? explained : offerPriceJson(explained, explain === 'true');
  }
}

function viewerOf({ role, subject }: Call<typeof getOfferPrice>['principal']): PriceQuestion['viewer'] {
  if (role === 'seller') return { role, sellerId: subject };
  return role === 'ops' ? { role } : undefined;
}

function offerPriceJson(explained: ExplainedPrice, withSteps: boolean) {
  const { offerId, market, quantity, at, source, offerVersion, reduction, blockers, warnings } = explained;
  return {
    offerId,
    market: market.code,
    quantity,
    unitPrice: explained.unitPrice?.toJSON() ?? null,
    total: explained.total?.toJSON() ?? null,
    taxInclusive: market.terms.taxInclusive,
    ...(explained.includedLevies === undefined || explained.includedLevies.length === 0
      ? {}
      : { includedLevies: explained.includedLevies.map(levyJson) }),
    priorPrice: explained.priorPrice?.toJSON() ?? null,
    reduction: reduction && { amount: reduction.reduction.toJSON(), percent: reduction.percent },
    at: toIso(at),
    source,
    offerVersion,
    buyability: {
      buyable: blockers.length === 0,
      blockers: [...blockers],
      ...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
    },
    ...(withSteps
      ? {
          candidates: explained.candidates.map((each) => ({ ...each, price: each.price?.toJSON() ?? null })),
          steps: explained.steps.map(({ price, ...step }) =>
            price === undefined ? step : { ...step, price: price.toJSON() },
          ),
          ...(explained.margin === undefined ? {} : { margin: marginJson(explained.margin) }),
        }
      : {}),
  };
}

function levyJson({ id, name, amount, amountInclTax }: IncludedLevy) {
  return { id, name, amount: amount.toJSON(), amountInclTax: amountInclTax.toJSON() };
}

function marginJson({ jurisdiction, ratePpm, units }: ExplainedMargin) {
  return {
    jurisdiction: jurisdiction.code,
    rate: decimalOfPpm(ratePpm),
    units: units.map(({ unitId, cost, result, refusal }) => ({
      unitId,
      cost: cost.toJSON(),
      eligible: refusal === undefined,
      ...(refusal === undefined ? {} : { refusal: { code: refusal, message: marginRefusals[refusal] } }),
      ...(result === undefined
        ? {}
        : { margin: result.margin.toJSON(), tax: result.tax.toJSON(), netMargin: result.netMargin.toJSON() }),
    })),
  };
}
