import type { Money } from '@reprise/kernel';
import type { Row, Shelf } from './ports.js';

/** A line as inventory holds it: what and how many, not at what price. */
export interface HeldLine {
  readonly offerId: string;
  readonly quantity: number;
}

export interface PricedLine {
  readonly held: HeldLine;
  /** What the page shows now; undefined when the offer is no longer listed in this market. */
  readonly shown: { readonly product: Row; readonly variantId: string; readonly unitPrice: Money } | undefined;
}

export interface PricedCart {
  readonly lines: readonly PricedLine[];
  /** Undefined while a line has no price: a sum that leaves something out is worse than none. */
  readonly subtotal: Money | undefined;
}

/** Puts shown prices on what a cart holds. A quote locks them; this only says what they are now. */
export function priceCart(shelf: Shelf, market: string, held: readonly HeldLine[]): PricedCart {
  const lines = held.map((line) => ({ held: line, shown: shelf.line(line.offerId, market) }));
  let subtotal: Money | undefined;
  for (const { held: line, shown } of lines) {
    if (shown === undefined) return { lines, subtotal: undefined };
    const amount = shown.unitPrice.times(line.quantity);
    subtotal = subtotal === undefined ? amount : subtotal.plus(amount);
  }
  return { lines, subtotal };
}
