import type { CartId, OfferId, OrderId } from '@reprise/kernel';
import { availableOf } from './stock-level.js';
import type { StockSheet } from './stock-sheet.js';

/** Units of one offer. */
export interface OfferQuantity {
  readonly offerId: OfferId;
  readonly quantity: number;
}

/** An order as stock sees it. */
export interface OrderDemand {
  readonly orderId: OrderId;
  readonly lines: readonly OfferQuantity[];
}

/** A cart whose holds an order takes over. */
export interface HeldCart {
  readonly cartId: CartId;
  readonly holds: readonly OfferQuantity[];
}

/** All of it, or what is missing and nothing else. */
export type AllocationDecision =
  | { readonly kind: 'allocated'; readonly lines: readonly OfferQuantity[] }
  | { readonly kind: 'short'; readonly lines: readonly Shortage[] };

export interface Shortage {
  readonly offerId: OfferId;
  readonly requested: number;
  readonly available: number;
}

/**
 * Allocates an order, all or nothing. Lines of one offer are summed first: checked one by one, two lines of the last unit would both
 * pass. The order's own cart gives its holds; what it held beyond the order goes back on sale. A short order leaves the cart as it was.
 */
export function allocateOrder(sheet: StockSheet, order: OrderDemand, cart?: HeldCart): AllocationDecision {
  const demand = sumByOffer(order.lines);
  const holds = new Map(cart?.holds.map(({ offerId, quantity }) => [offerId, quantity]));
  const short = demand.flatMap(({ offerId, quantity }) => {
    const available = availableOf(sheet.levelOf(offerId)) + (holds.get(offerId) ?? 0);
    return available < quantity ? [{ offerId, requested: quantity, available }] : [];
  });
  if (short.length > 0) return { kind: 'short', lines: short };

  const cause = { orderId: order.orderId, ...(cart && { cartId: cart.cartId }) };
  for (const { offerId, quantity } of demand) {
    const held = holds.get(offerId) ?? 0;
    const fromHold = Math.min(held, quantity);
    sheet.allocate(offerId, quantity, fromHold, cause);
    holds.set(offerId, held - fromHold);
  }
  for (const [offerId, left] of holds) if (left > 0) sheet.release(offerId, left, cause);
  return { kind: 'allocated', lines: demand };
}

/** One entry an offer, in the order of offer ids: every transaction locks alike. */
export function sumByOffer(lines: readonly OfferQuantity[]): OfferQuantity[] {
  const sums = new Map<OfferId, number>();
  for (const { offerId, quantity } of lines) sums.set(offerId, (sums.get(offerId) ?? 0) + quantity);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([offerId, quantity]) => ({ offerId, quantity }));
}
