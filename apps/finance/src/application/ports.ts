import type { Money } from '@reprise/kernel';
import type { Sale, SaleKind } from '../domain/sale.js';

/** Where sales are written, inside the transaction that hears them. */
export interface SalesJournal {
  /**
   * Adds what is not there yet. A sale known already under the same id and kind is left as it is, and must say the same: throws a Bug
   * when it does not, because one money movement cannot have two amounts.
   */
  append(sales: readonly Sale[]): Promise<void>;
}

/** Which sales are asked for. Absent means any. */
export interface SalesFilter {
  readonly market?: string;
  readonly kind?: SaleKind;
}

/** A place in the list, newest first: everything after it is older. `occurredAt` is exact text, finer than a Date. */
export interface SalesPosition {
  readonly occurredAt: string;
  readonly eventId: string;
}

/** A stored sale as it was said. */
export interface StoredSale {
  readonly eventId: string;
  readonly region: string;
  readonly occurredAt: Date;
  readonly said: unknown;
  readonly position: SalesPosition;
}

/** Sums of one market in one currency: sales less refunds. */
export interface MarketTotals {
  readonly market: string;
  readonly sales: number;
  readonly refunds: number;
  readonly net: Money;
  readonly tax: Money;
  readonly fees: Money;
  readonly shipping: Money;
  readonly gross: Money;
}

export interface SalesPage {
  readonly sales: readonly StoredSale[];
  /** Over everything the filter matches, of the same moment as `sales`. */
  readonly totals: readonly MarketTotals[];
}

/** Sales as finance reads them. */
export abstract class SalesBook {
  abstract read(query: { filter: SalesFilter; after?: SalesPosition; limit: number }): Promise<SalesPage>;
}
