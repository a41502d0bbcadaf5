import { Controller, Inject } from '@nestjs/common';
import { getRankingParameters, getSellerBuyBox } from '@reprise/contracts/http';
import type { Rejection } from '@reprise/kernel';
import { Bug, Money, isRejection } from '@reprise/kernel';
import { Answers, RequestRefused } from '@reprise/platform/http';
import type { Call, RawAnswer } from '@reprise/platform/http';
import { NegotiateLocale } from '../../application/negotiate-locale.js';
import type { Market, Shelf } from '../../application/ports.js';
import { RankOwnOffer } from '../../application/rank-own-offer.js';
import type { OwnOfferRejection } from '../../application/rank-own-offer.js';
import { answerRead, languageWish, render } from './answer-read.js';
import { Door } from './enter.js';
import { presentBuyBox } from './present-buy-box.js';
import type { SellerBuyBoxJson } from './present-buy-box.js';
import { presentRankingParameters } from './present-ranking-parameters.js';
import { SHELF } from './storefront.controller.js';

/** Says how offers are ranked: to everybody the rules, to a seller where their own offer stands by them. */
@Controller()
export class RankingController {
  private readonly rank: RankOwnOffer;

  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(NegotiateLocale) private readonly negotiate: NegotiateLocale,
    @Inject(SHELF) private readonly shelf: Shelf,
  ) {
    this.rank = new RankOwnOffer(door.markets, shelf);
  }

  @Answers(getSellerBuyBox)
  buyBox(call: Call<typeof getSellerBuyBox>): SellerBuyBoxJson | OwnOfferRejection {
    const { params, query, principal, raw } = call;
    this.door.expectFilled();
    const asked = query.simulatePrice;
    const ranked = this.rank.run(
      { sellerId: principal.subject, sku: params.sku, market: query.market },
      asked === undefined ? undefined : (market) => simulatedMinor(asked, market),
    );
    if (isRejection(ranked)) return ranked;
    const wish = languageWish(query.locale, raw.headers['accept-language']);
    const locale = this.negotiate.run(ranked.market, wish);
    return presentBuyBox(ranked, { sku: params.sku, simulated: asked !== undefined, locale });
  }

  @Answers(getRankingParameters)
  parameters(call: Call<typeof getRankingParameters>): RawAnswer | Promise<RawAnswer> {
    const { params, query, raw } = call;
    const wish = languageWish(query.locale, raw.headers['accept-language']);
    const answer = (market: Market): RawAnswer => {
      const locale = this.negotiate.run(market, wish);
      const [grade] = market.definition.grades;
      const terms = grade && this.shelf.terms(market.code, grade.grade);
      if (terms === undefined) throw new Bug(`the market ${market.code} sells no grade`);
      const visibility = market.status === 'preview' ? 'operators' : 'everybody';
      const parameters = presentRankingParameters(market, terms, locale);
      return answerRead(render(parameters, locale, visibility), raw.headers['if-none-match']);
    };
    const market = this.door.enterAs(params.market, call);
    return market instanceof Promise ? market.then(answer) : answer(market);
  }
}

function simulatedMinor(amount: string, market: Market): number {
  const money = Money.parse(amount, market.definition.currency);
  if (!isRejection(money)) return Number(money.minor);
  throw refused(money);
}

function refused({ message }: Rejection): RequestRefused {
  return new RequestRefused('ValidationFailed', `query.simulatePrice: ${message}`, {
    errors: [{ field: 'query.simulatePrice', code: 'invalid_value', message }],
  });
}
