import type { Outcome, Rejection } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import type { MarketTotals, SalesBook, SalesFilter, StoredSale } from './ports.js';
import { cursorOf, positionOf } from './sales-cursor.js';

export interface SalesList {
  readonly sales: readonly StoredSale[];
  readonly totals: readonly MarketTotals[];
  readonly nextCursor: string | null;
}

/** Pages through sales, newest first. A sale that arrives while somebody pages neither repeats nor skips one on a later page. */
export class ListSales {
  constructor(private readonly book: SalesBook) {}

  async run(query: {
    readonly filter: SalesFilter;
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Outcome<SalesList, Rejection<'CursorMalformed'>>> {
    const { filter, limit, cursor } = query;
    const after = cursor === undefined ? undefined : positionOf(cursor);
    if (isRejection(after)) return after;
    // One more than asked for: whether it is there tells whether a next page is.
    const page = await this.book.read({ filter, limit: limit + 1, ...(after === undefined ? {} : { after }) });
    const sales = page.sales.slice(0, limit);
    const last = page.sales.length > limit ? sales.at(-1) : undefined;
    return { sales, totals: page.totals, nextCursor: last === undefined ? null : cursorOf(last.position) };
  }
}
