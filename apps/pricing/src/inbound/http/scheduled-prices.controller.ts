import { Controller, Inject } from '@nestjs/common';
import { deleteScheduledPrice, listScheduledPrices, putScheduledPrice } from '@reprise/contracts/http';
import { isRejection, toIso } from '@reprise/kernel';
import { answer, Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { ExplainPrice } from '../../application/explain-price.js';
import { SchedulePrice } from '../../application/schedule-price.js';
import type { StoredScheduledPrice } from '../../application/schedule-price.js';

@Controller()
export class ScheduledPricesController {
  constructor(
    @Inject(SchedulePrice) private readonly schedulePrice: SchedulePrice,
    @Inject(ExplainPrice) private readonly explainPrice: ExplainPrice,
  ) {}

  @Answers(listScheduledPrices)
  async list({ params, principal }: Call<typeof listScheduledPrices>) {
    const found = await this.schedulePrice.list(principal.subject, params.sku);
    if (isRejection(found)) return found;
    return { items: await Promise.all(found.items.map((each) => this.json(principal.subject, each))) };
  }

  @Answers(putScheduledPrice)
  async put({ params, body, principal }: Call<typeof putScheduledPrice>) {
    const { reason, ...said } = body;
    const outcome = await this.schedulePrice.put(named(principal.subject, params), said, {
      ...{ actor: principal.subject, role: principal.role },
      why: reason ?? 'Stated ahead by the seller.',
    });
    if (isRejection(outcome)) return outcome;
    if (outcome.change === 'rejected')
      return problem('ScheduledPriceRejected', outcome.errors.map(({ message }) => message).join(' '), {
        errors: outcome.errors,
      });
    const stored = await this.json(principal.subject, outcome.stored);
    return outcome.change === 'created' ? answer(201, stored) : stored;
  }

  @Answers(deleteScheduledPrice)
  async delete({ params, principal }: Call<typeof deleteScheduledPrice>) {
    const author = { actor: principal.subject, role: principal.role, why: 'Taken back by the seller.' };
    const refused = await this.schedulePrice.withdraw(named(principal.subject, params), author);
    return refused ?? answer(204, undefined);
  }

  private async json(sellerId: string, { price: scheduled, changedAt, author }: StoredScheduledPrice) {
    const { id, version, market, kind, price, validFrom, validTo } = scheduled;
    const status = this.schedulePrice.statusOf(scheduled);
    return {
      ...{ id, version, status, market, kind },
      price: price.toJSON(),
      validFrom: toIso(validFrom),
      validTo: validTo === undefined ? null : toIso(validTo),
      ...(status === 'scheduled' ? await this.expected(sellerId, scheduled) : {}),
      changedAt: toIso(changedAt),
      reason: author.why,
    };
  }

  private async expected(sellerId: string, { offerId, market, validFrom }: StoredScheduledPrice['price']) {
    const viewer = { role: 'seller', sellerId } as const;
    const asked = { offerId, market, quantity: 1, at: validFrom, shipTo: {}, explain: false, viewer };
    const ahead = await this.explainPrice.run(asked);
    if (isRejection(ahead)) return {};
    const { unitPrice, source, priorPrice, reduction } = ahead;
    return {
      expected: {
        unitPrice: unitPrice?.toJSON() ?? null,
        source,
        priorPrice: priorPrice?.toJSON() ?? null,
        reduction: reduction && { amount: reduction.reduction.toJSON(), percent: reduction.percent },
      },
    };
  }
}

function named(sellerId: string, { sku, scheduleId }: { readonly sku: string; readonly scheduleId: string }) {
  return { sellerId, sku, id: scheduleId };
}
