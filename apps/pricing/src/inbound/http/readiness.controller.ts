import { Controller, Inject } from '@nestjs/common';
import { getServiceReadiness, listReadinessItems, putMarketExamples, readinessChecks } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { CheckReadiness } from '../../application/check-readiness.js';
import { ExampleBook } from '../../application/launch-ports.js';

@Controller()
export class ReadinessController {
  constructor(
    @Inject(CheckReadiness) private readonly checkReadiness: CheckReadiness,
    @Inject(ExampleBook) private readonly examples: ExampleBook,
  ) {}

  @Answers(getServiceReadiness)
  async readiness({ params, query }: Call<typeof getServiceReadiness>) {
    const checked = await this.checkReadiness.run(params.market, query.date);
    if (isRejection(checked)) return checked;
    return {
      market: params.market,
      version: checked.version,
      checks: checked.checks.map((each) => ({
        ...each,
        title: readinessChecks[each.check].title,
        service: 'pricing' as const,
      })),
    };
  }

  @Answers(listReadinessItems)
  async items({ params, query: { date, limit, cursor } }: Call<typeof listReadinessItems>) {
    const found = await this.checkReadiness.items(params.market, params.check, date, { after: cursor, limit });
    if (isRejection(found)) return found;
    return { check: params.check, items: [...found.items], nextCursor: found.next ?? null };
  }

  @Answers(putMarketExamples)
  async putExamples({ params, body, principal }: Call<typeof putMarketExamples>) {
    if (body.market !== params.market) {
      const message = `The examples are of ${body.market}, the address of ${params.market}.`;
      return problem('ValidationFailed', message, {
        errors: [{ field: 'market', code: 'marketDiffersFromPath', message }],
      });
    }
    const stored = await this.examples.store(params.market, body, principal.subject);
    return { market: params.market, ...stored, examples: body.examples.length };
  }
}
