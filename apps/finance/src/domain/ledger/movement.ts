import type { Instant, Money } from '@reprise/kernel';
import { Money as Amount } from '@reprise/kernel';

/** One tax as it was charged, or given back. */
export interface ChargedTax {
  readonly country: string;
  readonly state?: string;
  /** Code of the jurisdiction in its table. */
  readonly code: string;
  readonly name: string;
  readonly rate: string;
  readonly taxable: Money;
  readonly amount: Money;
  readonly treatment: string;
  /** Who owes it to the state. */
  readonly responsibility: 'SELLER' | 'MARKETPLACE';
}

export interface MovedLine {
  readonly lineId: string;
  readonly sellerId: string;
  readonly variantId: string;
  readonly quantity: number;
  /** What the buyer was shown for the pieces, less the voucher: what commission is a share of. */
  readonly shown: Money;
  readonly net: Money;
  readonly gross: Money;
  readonly taxes: readonly ChargedTax[];
  readonly fees: readonly { readonly id: string; readonly amount: Money }[];
  /** Absent in sales from before it was said. */
  readonly sellerEstablishedIn?: string;
}

/** Money captured (`sale`) or given back (`refund`). Amounts are positive in both. */
export interface MoneyMovement {
  readonly kind: 'sale' | 'refund';
  readonly id: string;
  readonly factId: string;
  readonly orderId: string;
  readonly region: string;
  readonly market: string;
  readonly occurredAt: Instant;
  readonly shipTo: { readonly country: string; readonly region?: string };
  readonly lines: readonly MovedLine[];
  readonly gross: Money;
  readonly fees: Money;
  /** Delivery with the taxes on it; of nothing where it was free. */
  readonly delivery: { readonly amount: Money; readonly tax: Money; readonly taxes: readonly ChargedTax[] };
  readonly payment: { readonly provider: string; readonly reference: string };
}

/** A parcel left: what was in it is earned. */
export interface GoodsSent {
  readonly kind: 'shipment';
  readonly id: string;
  readonly factId: string;
  readonly orderId: string;
  readonly occurredAt: Instant;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
}

export type Movement = MoneyMovement | GoodsSent;

/** Per line, what happened to it so far: all that later postings depend on. */
export interface LineState {
  readonly sentQuantity: number;
  readonly refunded: Money;
}

/** What movements come to, line by line. The order they came in makes no difference. */
export function lineStates(sale: MoneyMovement, movements: readonly Movement[]): ReadonlyMap<string, LineState> {
  const states = new Map<string, LineState>(
    sale.lines.map(({ lineId, gross }) => [lineId, { sentQuantity: 0, refunded: Amount.zero(gross.currency) }]),
  );
  const change = (lineId: string, to: (state: LineState) => LineState): void => {
    const state = states.get(lineId);
    if (state) states.set(lineId, to(state));
  };
  for (const movement of movements) {
    if (movement.kind === 'shipment')
      for (const { lineId, quantity } of movement.lines)
        change(lineId, (state) => ({ ...state, sentQuantity: state.sentQuantity + quantity }));
    if (movement.kind === 'refund')
      for (const { lineId, gross } of movement.lines)
        change(lineId, (state) => ({ ...state, refunded: state.refunded.plus(gross) }));
  }
  return states;
}
