import { Controller } from '@nestjs/common';
import { getStock, listOpsUnitDiscrepancies, listUnitDiscrepancies, putStockCounting } from '@reprise/contracts/http';
import type { Outcome, Rejection, SellerId, Uuid } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers } from '@reprise/platform/http';
import { CountStockBy } from '../../application/count-stock-by.js';
import { ReadDiscrepancies } from '../../application/read-discrepancies.js';
import type { LocatedLevel } from '../../application/count-stock-by.js';
import { freeAt } from '../../domain/location-sheet.js';
import { availableOf } from '../../domain/stock-level.js';

/** A seller's stock, and where goods and ledger disagree. */
@Controller()
export class StockController {
  constructor(
    private readonly countStockBy: CountStockBy,
    private readonly discrepancies: ReadDiscrepancies,
  ) {}

  @Answers(getStock)
  async get({ params, principal }: Call<typeof getStock>) {
    return view(params.sku, await this.countStockBy.read(principal.subject as SellerId, params.sku));
  }

  @Answers(putStockCounting)
  async put({ params, body, principal }: Call<typeof putStockCounting>) {
    const { sku } = params;
    return view(sku, await this.countStockBy.run(principal.subject as SellerId, sku, body.countedBy));
  }

  @Answers(listUnitDiscrepancies)
  list({ query, principal }: Call<typeof listUnitDiscrepancies>) {
    return this.page(principal.subject as SellerId, query);
  }

  @Answers(listOpsUnitDiscrepancies)
  listAll({ query }: Call<typeof listOpsUnitDiscrepancies>) {
    return this.page(query.sellerId?.toLowerCase() as SellerId | undefined, query);
  }

  private async page(
    sellerId: SellerId | undefined,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    const page = await this.discrepancies.page(sellerId, { limit, cursor: cursor as Uuid | undefined });
    return { ...page, items: page.items.map(({ at, ...item }) => ({ ...item, at: at.toISOString() })) };
  }
}

function view(sku: string, level: Outcome<LocatedLevel, Rejection<'OfferNotFound'>>) {
  if (isRejection(level)) return level;
  const { quantityVersion: _statement, locations, ...shown } = level;
  const places = locations.map((place) => ({
    ...{ location: place.location, onHand: place.onHand, allocated: place.allocated },
    ...{ safetyStock: place.safetyStock, available: freeAt(place) },
  }));
  return { ...shown, sku, available: availableOf(level), locations: places };
}
