import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';
import { Controller, Inject } from '@nestjs/common';
import type { Grade } from '@reprise/contracts';
import { importFxRates, listFxRates, proposePrices } from '@reprise/contracts/http';
import { isRejection, mustBeLocalDay } from '@reprise/kernel';
import type { Money } from '@reprise/kernel';
import { Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ImportFxRates } from '../../application/import-fx-rates.js';
import { ListFxRates } from '../../application/list-fx-rates.js';
import { ProposePrices } from '../../application/propose-prices.js';
import type { ProposedPrice } from '../../application/propose-prices.js';
import { fxQuoteText } from '../../domain/fx-rate.js';
import type { FxRate } from '../../domain/fx-rate.js';
import type { MarketTerms } from '../../domain/market-terms.js';
import { readRates } from './read-rate-files.js';

/** Jumps an import's answer lists; the rest are flagged and listed with the rates. */
const jumpsShown = 100;

@Controller()
export class FxController {
  constructor(
    @Inject(ImportFxRates) private readonly importRates: ImportFxRates,
    @Inject(ListFxRates) private readonly listRates: ListFxRates,
    @Inject(ProposePrices) private readonly proposePrices: ProposePrices,
  ) {}

  @Answers(importFxRates)
  async import({ body, query, principal, signal, raw }: Call<typeof importFxRates>) {
    const [mediaType = ''] = (raw.headers['content-type'] ?? '').toLowerCase().split(';', 1);
    const file = addAbortSignal(signal, body as Readable);
    const taken = await this.importRates.run(query.source, readRates(file, mediaType.trim()), principal.subject);
    if ('errors' in taken) return problem('FxRatesRejected', taken.message, { errors: taken.errors });
    const newestFirst = [...taken.jumps].sort((a, b) => (a.date < b.date ? 1 : -1));
    return {
      ...taken,
      ignoredCurrencies: [...taken.ignoredCurrencies],
      jumpCount: taken.jumps.length,
      jumps: newestFirst.slice(0, jumpsShown).map(rateJson),
    };
  }

  @Answers(listFxRates)
  async list({ query }: Call<typeof listFxRates>) {
    const { source, date, currency, quote } = query;
    const listed = await this.listRates.run({
      ...{ source, currency, which: quote },
      date: date === undefined ? undefined : mustBeLocalDay(date),
    });
    return {
      source,
      ...{ base: listed.base, date: listed.date, maxAgeDays: listed.maxAgeDays },
      items: listed.items.map((rate) => ({ ...rateJson(rate), ageDays: rate.ageDays, stale: rate.stale })),
      jumps: listed.jumps.map(rateJson),
    };
  }

  @Answers(proposePrices)
  async propose({ body }: Call<typeof proposePrices>) {
    const { date, after, ...request } = body;
    const proposed = await this.proposePrices.run({
      ...request,
      date: date === undefined ? undefined : mustBeLocalDay(date),
      after,
    });
    if (isRejection(proposed)) return proposed;
    return {
      fromMarket: marketJson(proposed.from),
      toMarket: marketJson(proposed.to),
      date: proposed.date,
      rates: proposed.rates.map(rateJson),
      items: proposed.items.map(itemJson),
      outliers: proposed.items.filter(({ outlier }) => outlier).length,
      blocked: proposed.items.filter(({ blockers }) => blockers.length > 0).length,
      nextAfter: proposed.nextAfter ?? null,
    };
  }
}

/** A quote as every answer about rates shows it. */
export function rateJson({ date, currency, quote, version, changePpm, jump }: FxRate) {
  return { date, currency, rate: fxQuoteText(quote), version, changePpm: changePpm ?? null, jump };
}

function marketJson({ code, currency, taxInclusive }: MarketTerms) {
  return { code, currency, taxInclusive };
}

function itemJson({ offer, from, proposal, usual, deviationPpm, outlier, blockers }: ProposedPrice) {
  const { offerId, sellerId, sku, variantId, grade } = offer;
  return {
    ...{ offerId, sellerId, sku, variantId, grade: grade as Grade },
    from: from.toJSON(),
    converted: proposal.converted.toJSON(),
    withMargin: proposal.withMargin.toJSON(),
    minPrice: orNull(proposal.minPrice),
    proposed: proposal.price.toJSON(),
    usual: orNull(usual),
    deviationPpm: deviationPpm ?? null,
    outlier,
    blockers: [...blockers],
  };
}

function orNull(money: Money | undefined) {
  return money === undefined ? null : money.toJSON();
}
