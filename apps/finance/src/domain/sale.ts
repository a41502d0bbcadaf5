import type { Money } from '@reprise/kernel';

/** Money captured, or given back. Amounts are positive in both. */
export type SaleKind = 'sale' | 'refund';

/** One line of a sale, as far as its sums go. */
export interface SaleLine {
  readonly lineId: string;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** One amount per tax that fell on the line. */
  readonly taxes: readonly Money[];
  readonly fees: readonly Money[];
}

/** What the buyer paid or got back; tax on delivery is inside `tax`. */
export interface SaleTotals {
  readonly net: Money;
  readonly tax: Money;
  readonly fees: Money;
  readonly shipping: Money;
  readonly gross: Money;
}

/** A sale or refund as checkout told of it, once. */
export interface Sale {
  readonly eventId: string;
  /** Unique per money movement: the order for its sale, the refund for a refund. */
  readonly saleId: string;
  /** The cell where it happened; a mirrored one comes from elsewhere. */
  readonly region: string;
  readonly market: string;
  readonly kind: SaleKind;
  readonly orderId: string;
  readonly occurredAt: Date;
  readonly lines: readonly SaleLine[];
  readonly totals: SaleTotals;
  /** Everything that was said, kept word for word: what a later question needs is not known yet. */
  readonly said: unknown;
}
