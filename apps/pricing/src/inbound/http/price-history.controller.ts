import { Controller, Inject } from '@nestjs/common';
import { getPriceHistory, listAudit } from '@reprise/contracts/http';
import { instantOf, isRejection, reject, toIso } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { AuditTrail } from '../../application/price-history.js';
import type { DisplayedStretch } from '../../application/price-history.js';
import { ShowPriceHistory } from '../../application/show-price-history.js';

@Controller()
export class PriceHistoryController {
  constructor(
    @Inject(ShowPriceHistory) private readonly showPriceHistory: ShowPriceHistory,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  @Answers(getPriceHistory)
  async history({ params, query }: Call<typeof getPriceHistory>) {
    const { limit, cursor } = query;
    const found = await this.showPriceHistory.run({ ...params, before: cursor, limit: limit + 1 });
    if (isRejection(found)) return found;
    const items = found.slice(0, limit);
    return {
      ...params,
      items: items.map(stretchJson),
      nextCursor: found.length > limit ? (items.at(-1)?.changeId ?? null) : null,
    };
  }

  @Answers(listAudit)
  async list({ query }: Call<typeof listAudit>) {
    const { entity, limit, cursor } = query;
    const from = query.from === undefined ? undefined : instantOf(query.from);
    if (query.from !== undefined && from === undefined)
      return reject('ValidationFailed', 'A moment of the years 1900 to 9999 with an offset.', { field: 'query.from' });
    const found = await this.audit.page({ entity, from, before: cursor, limit: limit + 1 });
    const items = found.slice(0, limit);
    return {
      items: items.map(({ changeId, author, at, recordedAt, from: before, ...entry }) => ({
        id: changeId,
        ...entry,
        at: toIso(at),
        recordedAt: toIso(recordedAt),
        actor: { subject: author.actor, role: author.role },
        from: before,
        why: author.why,
      })),
      nextCursor: found.length > limit ? (items.at(-1)?.changeId ?? null) : null,
    };
  }
}

function stretchJson({ from, to, price, priorPrice, announced, offerVersion }: DisplayedStretch) {
  return {
    from: toIso(from),
    to: to === undefined ? null : toIso(to),
    price: price?.toJSON() ?? null,
    priorPrice: priorPrice?.toJSON() ?? null,
    announced,
    offerVersion,
  };
}
