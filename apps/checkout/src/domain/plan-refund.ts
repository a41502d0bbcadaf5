import type { Outcome, Uuid } from '@reprise/kernel';
import { Money, reject } from '@reprise/kernel';
import type { OrderRejection } from './check-order.js';
import type { MoneyParts } from './money-parts.js';
import { isNothing, partsOfDelivery, partsOfLine, shareOf, totalMinor, without } from './money-parts.js';
import type { Order, OrderLine } from './order.js';

/** What a refund gives back of one line, or of delivery. */
export interface RefundPart {
  /** Absent: delivery, and what is owed once an order. */
  readonly lineId?: Uuid;
  /** Pieces it is for. */
  readonly quantity: number;
  /** The price was lowered: the pieces stay with the buyer, and can still come back for what is left of their price. */
  readonly reduction: boolean;
  readonly parts: MoneyParts;
}

/** What is to be given back. */
export interface RefundWish {
  /** Pieces the buyer does not keep. */
  readonly pieces: readonly { readonly lineId: Uuid; readonly quantity: number }[];
  /** Lower prices of pieces the buyer keeps. */
  readonly reductions: readonly { readonly lineId: Uuid; readonly amount: Money }[];
  /** Delivery: always, never, or when no piece of the order is kept (Directive 2011/83/EU art. 13(1) pays it back then). */
  readonly delivery: 'always' | 'never' | 'whenNothingIsKept';
}

/**
 * Shares a refund out to lines and delivery, given every refund the order already has. Pieces get their share of what is left of their line, so
 * that all refunds of a line together are exactly its price, net, each tax and each fee, in whatever order and portions they were made.
 */
export function planRefund(
  order: Order,
  before: readonly RefundPart[],
  wish: RefundWish,
): Outcome<RefundPart[], OrderRejection> {
  const planned: RefundPart[] = [];
  const given = (lineId: Uuid | undefined): RefundPart[] =>
    [...before, ...planned].filter((part) => part.lineId === lineId);
  for (const { lineId, quantity } of wish.pieces) {
    const line = lineOf(order, lineId);
    if (!line) return lineNotFound(lineId);
    const kept = keptPieces(line, given(lineId));
    if (quantity > kept) return quantityNotLeft(lineId, kept);
    const parts = shareOf(leftOfLine(line, given(lineId)), BigInt(quantity), BigInt(kept));
    planned.push({ lineId, quantity, reduction: false, parts });
  }
  for (const { lineId, amount } of wish.reductions) {
    const line = lineOf(order, lineId);
    if (!line) return lineNotFound(lineId);
    const left = leftOfLine(line, given(lineId));
    const kept = keptPieces(line, given(lineId));
    if (amount.minor > totalMinor(left) || kept === 0)
      return exceedsPaid(Money.ofMinor(totalMinor(left), amount.currency));
    planned.push({ lineId, quantity: kept, reduction: true, parts: shareOf(left, amount.minor, totalMinor(left)) });
  }
  if (wish.delivery === 'always' || (wish.delivery === 'whenNothingIsKept' && nothingIsKept(order, given))) {
    planned.push({ quantity: 1, reduction: false, parts: leftOfDelivery(order, given(undefined)) });
  }
  // A piece is counted even when nothing of its price is left; a delivery that cost nothing is no part of a refund.
  return planned.filter(({ lineId, parts }) => lineId !== undefined || totalMinor(parts) > 0n);
}

/** Everything that is still paid, for whatever the buyer still has of it. */
export function planRestRefund(order: Order, before: readonly RefundPart[]): RefundPart[] {
  const given = (lineId: Uuid | undefined): RefundPart[] => before.filter((part) => part.lineId === lineId);
  const lines = order.lines.map((line): RefundPart => {
    const kept = keptPieces(line, given(line.id));
    return { lineId: line.id, quantity: Math.max(kept, 1), reduction: true, parts: leftOfLine(line, given(line.id)) };
  });
  const delivery = { quantity: 1, reduction: false, parts: leftOfDelivery(order, given(undefined)) };
  return [...lines, delivery].filter(({ parts }) => !isNothing(parts));
}

/** What the parts come to. */
export function amountOf(order: Order, parts: readonly RefundPart[]): Money {
  const minor = parts.reduce((sum, part) => sum + totalMinor(part.parts), 0n);
  return Money.ofMinor(minor, order.totals.gross.currency);
}

function leftOfLine(line: OrderLine, given: readonly RefundPart[]): MoneyParts {
  return without(
    partsOfLine(line),
    given.map(({ parts }) => parts),
  );
}

function leftOfDelivery(order: Order, given: readonly RefundPart[]): MoneyParts {
  return without(
    partsOfDelivery(order),
    given.map(({ parts }) => parts),
  );
}

function keptPieces(line: OrderLine, given: readonly RefundPart[]): number {
  return given.reduce((kept, { quantity, reduction }) => (reduction ? kept : kept - quantity), line.quantity);
}

function nothingIsKept(order: Order, given: (lineId: Uuid) => readonly RefundPart[]): boolean {
  return order.lines.every((line) => keptPieces(line, given(line.id)) === 0);
}

function lineOf(order: Order, lineId: Uuid): OrderLine | undefined {
  return order.lines.find(({ id }) => id === lineId);
}

export function lineNotFound(lineId: string): OrderRejection {
  return reject('LineNotFound', `The order has no line ${lineId}.`, { field: 'lines' });
}

export function quantityNotLeft(lineId: string, left: number): OrderRejection {
  return reject('QuantityNotLeft', `Of line ${lineId} only ${left} can be meant.`, {
    field: 'lines',
    details: { lineId, left },
  });
}

function exceedsPaid(left: Money): OrderRejection {
  return reject('RefundExceedsPaid', `Only ${left} of the line is still paid.`, {
    field: 'lines',
    details: { left: left.toJSON() },
  });
}
