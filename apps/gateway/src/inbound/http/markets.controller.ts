import { Controller, Inject } from '@nestjs/common';
import { getMarket, listMarkets, resolveMarket } from '@reprise/contracts/http';
import { Answers } from '@reprise/platform/http';
import type { Call, RawAnswer } from '@reprise/platform/http';
import type { Market } from '../../application/ports.js';
import { NegotiateLocale } from '../../application/negotiate-locale.js';
import { answerRead, languageWish, render } from './answer-read.js';
import { Door, admitted } from './enter.js';
import { presentMarket } from './present-market.js';

/** What these calls have in common. */
type Reader = Pick<Call, 'raw'> & { readonly query: { readonly locale?: string | undefined } };

/** Markets of every region, so that a storefront can ask any gateway where a country's shop is. */
@Controller()
export class MarketsController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(NegotiateLocale) private readonly negotiate: NegotiateLocale,
  ) {}

  @Answers(listMarkets)
  async list(call: Call<typeof listMarkets>): Promise<RawAnswer> {
    const operator = await this.operator(call);
    const items = this.door.markets.list(operator).map((market) => this.present(market, call));
    const visibility = operator ? 'operators' : 'everybody';
    return answerRead(render({ items }, undefined, visibility), call.raw.headers['if-none-match']);
  }

  @Answers(resolveMarket)
  async resolve(call: Call<typeof resolveMarket>): Promise<RawAnswer> {
    const operator = await this.operator(call);
    return this.answerOne(admitted(this.door.markets.resolve(call.query.country, operator)), call);
  }

  @Answers(getMarket)
  async get(call: Call<typeof getMarket>): Promise<RawAnswer> {
    const operator = await this.operator(call);
    return this.answerOne(admitted(this.door.markets.look(call.params.market, operator)), call);
  }

  private async operator(call: Reader): Promise<boolean> {
    this.door.expectFilled();
    return call.raw.headers.authorization !== undefined && (await this.door.isOperator(call));
  }

  private answerOne(market: Market, call: Reader): RawAnswer {
    const visibility = market.status === 'preview' ? 'operators' : 'everybody';
    const rendered = render(this.present(market, call), this.localeFor(market, call), visibility);
    return answerRead(rendered, call.raw.headers['if-none-match']);
  }

  private present(market: Market, call: Reader) {
    return presentMarket(market, this.localeFor(market, call), this.door.markets.urlOf(market));
  }

  private localeFor(market: Market, { query, raw }: Reader): string {
    return this.negotiate.run(market, languageWish(query.locale, raw.headers['accept-language']));
  }
}
