import type { MarketDefinition } from '@reprise/contracts/market';
import type { Call } from '@reprise/platform/http';
import type { MarketAnswer } from '../../application/define-market.js';
import type { Market } from '../../domain/market.js';
import { Controller, Inject } from '@nestjs/common';
import { getOpsMarket, putMarket, transitionMarket } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import { DefineMarket } from '../../application/define-market.js';
import { TransitionMarket } from '../../application/transition-market.js';
import { FindMarket } from '../../application/find-market.js';

@Controller()
export class MarketsController {
  constructor(
    @Inject(FindMarket) private readonly findMarket: FindMarket<MarketDefinition>,
    @Inject(DefineMarket) private readonly defineMarket: DefineMarket<MarketDefinition>,
    @Inject(TransitionMarket) private readonly transitionMarket: TransitionMarket<MarketDefinition>,
  ) {}

  @Answers(getOpsMarket)
  async get({ params }: Call<typeof getOpsMarket>) {
    const market = await this.findMarket.run(params.market);
    return isRejection(market) ? market : shown(market);
  }

  @Answers(putMarket)
  async put({ params, body, principal }: Call<typeof putMarket>) {
    const answer = await this.defineMarket.run(params.market, body, principal.subject);
    return isRejection(answer) ? answer : answered(answer);
  }

  @Answers(transitionMarket)
  async transition({ params, body, principal }: Call<typeof transitionMarket>) {
    const answer = await this.transitionMarket.run(params.market, body, principal.subject);
    return isRejection(answer) ? answer : answered(answer);
  }
}

function shown({ code, version, status, definition }: Market<MarketDefinition>) {
  return { market: code, version, status, definition };
}

function answered({ market, changed }: MarketAnswer<MarketDefinition>) {
  return { ...shown(market), changed };
}
