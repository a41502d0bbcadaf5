import { Controller, Inject } from '@nestjs/common';
import type { Grade } from '@reprise/contracts';
import type { ProductCategory } from '@reprise/contracts/events';
import { deletePriceList, getPriceList, listPriceLists, putPriceList } from '@reprise/contracts/http';
import { isRejection, toIso } from '@reprise/kernel';
import { answer, Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { PriceLists } from '../../application/price-lists.js';
import type { StoredPriceList } from '../../application/price-lists.js';
import { noSuchList, StatePriceList } from '../../application/state-price-list.js';

@Controller()
export class PriceListsController {
  constructor(
    @Inject(StatePriceList) private readonly statePriceList: StatePriceList,
    @Inject(PriceLists) private readonly lists: PriceLists,
  ) {}

  @Answers(putPriceList)
  async put({ params, body, principal }: Call<typeof putPriceList>) {
    const { reason, ...stated } = body;
    const author = { actor: principal.subject, role: principal.role, why: reason };
    const outcome = await this.statePriceList.put(params.listId, stated, author);
    if (isRejection(outcome)) return outcome;
    if (outcome.change === 'rejected')
      return problem('PriceListRejected', outcome.errors.map(({ message }) => message).join(' '), {
        errors: outcome.errors,
      });
    const list = this.json(outcome.stored);
    return outcome.change === 'created' ? answer(201, list) : list;
  }

  @Answers(getPriceList)
  async get({ params }: Call<typeof getPriceList>) {
    const stored = await this.lists.newest(params.listId);
    return stored?.list === undefined ? noSuchList(params.listId) : this.json(stored);
  }

  @Answers(deletePriceList)
  async delete({ params, query, principal }: Call<typeof deletePriceList>) {
    const author = { actor: principal.subject, role: principal.role, why: query.reason };
    return (await this.statePriceList.delete(params.listId, author)) ?? answer(204, undefined);
  }

  @Answers(listPriceLists)
  async list({ query }: Call<typeof listPriceLists>) {
    const { market, cursor, limit } = query;
    const found = await this.lists.page({ market, after: cursor, limit: limit + 1 });
    const items = found.slice(0, limit);
    return {
      items: items.map((stored) => this.json(stored)),
      nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  private json({ id, version, stated, list, changedAt, author }: StoredPriceList) {
    if (stated === undefined || list === undefined) throw new Error(`the price list ${id} is deleted`);
    const { rules, adjustment } = stated;
    return {
      ...stated,
      // Stored as they were stated, and stated by these schemas.
      rules: {
        ...rules,
        category: rules.category as ProductCategory | undefined,
        grade: rules.grade as Grade | undefined,
      },
      adjustment: adjustment.type === 'fixedPrices' ? { ...adjustment, prices: [...adjustment.prices] } : adjustment,
      id,
      version,
      status: this.statePriceList.statusOf(list),
      changedAt: toIso(changedAt),
      changedBy: author.actor,
      reason: author.why,
    };
  }
}
