import type { MarketDefinition } from '@reprise/contracts/market';
import type { Call } from '@reprise/platform/http';
import type { MarketAnswer } from '../../application/define-market.js';
import { Controller, Inject } from '@nestjs/common';
import { getOpsMarket, putMarket, rollbackMarket, transitionMarket } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import { DefineMarket } from '../../application/define-market.js';
import { FindMarket } from '../../application/find-market.js';
import { RollbackMarket } from '../../application/rollback-market.js';
import { TransitionMarket } from '../../application/transition-market.js';
import { etagOf, expectedVersion } from './if-match.js';

@Controller()
export class MarketsController {
  constructor(
    @Inject(FindMarket) private readonly findMarket: FindMarket<MarketDefinition>,
    @Inject(DefineMarket) private readonly defineMarket: DefineMarket<MarketDefinition>,
    @Inject(TransitionMarket) private readonly transitionMarket: TransitionMarket<MarketDefinition>,
    @Inject(RollbackMarket) private readonly rollbackMarket: RollbackMarket<MarketDefinition>,
  ) {}

  @Answers(getOpsMarket)
  async get({ params }: Call<typeof getOpsMarket>) {
    const market = await this.findMarket.run(params.market);
    if (isRejection(market)) return market;
    const { code, version, status, definition } = market;
    return answer(200, { market: code, version, status, definition }, { etag: etagOf(version) });
  }

  @Answers(putMarket)
  async put({ params, query, body, headers, principal }: Call<typeof putMarket>) {
    const by = { actor: principal.subject, why: query.why, expectedVersion: expectedVersion(headers) };
    const answered = await this.defineMarket.run(params.market, body, by);
    return isRejection(answered) ? answered : shown(answered);
  }

  @Answers(transitionMarket)
  async transition({ params, body, headers, principal }: Call<typeof transitionMarket>) {
    const by = { actor: principal.subject, expectedVersion: expectedVersion(headers) };
    const answered = await this.transitionMarket.run(params.market, body, by);
    return isRejection(answered) ? answered : shown(answered);
  }

  @Answers(rollbackMarket)
  async rollback({ params, body, headers, principal }: Call<typeof rollbackMarket>) {
    const by = { actor: principal.subject, expectedVersion: expectedVersion(headers) };
    const answered = await this.rollbackMarket.run(params.market, body, by);
    return isRejection(answered) ? answered : shown(answered);
  }
}

function shown({ market: { code, version, status, definition }, changed }: MarketAnswer<MarketDefinition>) {
  return answer(200, { market: code, version, status, definition, changed }, { etag: etagOf(version) });
}
