import type { ReadinessCheckId } from '@reprise/contracts/http';
import type { MarketDefinition } from '@reprise/contracts/market';
import type { Call } from '@reprise/platform/http';
import { Controller, Inject } from '@nestjs/common';
import { getServiceReadiness, listReadinessItems, readinessChecks } from '@reprise/contracts/http';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import { CheckReadiness } from '../../application/check-readiness.js';
import type { CheckedPart } from '../../domain/check-definition.js';

@Controller()
export class ReadinessController {
  constructor(@Inject(CheckReadiness) private readonly checkReadiness: CheckReadiness<MarketDefinition>) {}

  @Answers(getServiceReadiness)
  async readiness({ params, query }: Call<typeof getServiceReadiness>) {
    const checked = await this.checkReadiness.run(params.market, query.date);
    if (isRejection(checked)) return checked;
    const { market, version, checks } = checked;
    return {
      ...{ market, version },
      checks: Object.entries(checks).map(([check, part]) => checkJson(check as ReadinessCheckId, part)),
    };
  }

  @Answers(listReadinessItems)
  async items({ params, query: { date, limit, cursor } }: Call<typeof listReadinessItems>) {
    const checked = await this.checkReadiness.run(params.market, date);
    if (isRejection(checked)) return checked;
    const parts: Partial<Record<ReadinessCheckId, CheckedPart>> = checked.checks;
    const findings = parts[params.check]?.findings ?? [];
    const from = Number(cursor ?? 0) || 0;
    const items = findings.slice(from, from + limit);
    return {
      check: params.check,
      items: [...items],
      nextCursor: from + limit < findings.length ? String(from + limit) : null,
    };
  }
}

function checkJson(check: ReadinessCheckId, { severity, findings, total }: CheckedPart) {
  const { title } = readinessChecks[check];
  const [first] = findings;
  return {
    ...{ check, title, service: 'catalog' as const, failing: findings.length, total },
    outcome: first === undefined ? ('pass' as const) : severity,
    message:
      first === undefined
        ? title
        : findings.length === 1
          ? first.message
          : `${first.message} And ${findings.length - 1} more.`,
  };
}
