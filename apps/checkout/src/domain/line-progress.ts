import type { Outcome, SellerId, Uuid } from '@reprise/kernel';
import type { OrderRejection } from './check-order.js';
import type { LinePieces, LineProgress } from './goods.js';
import { lineNotFound, quantityNotLeft } from './plan-refund.js';

export type ConsignmentStatus = 'awaitingShipment' | 'partlyShipped' | 'shipped' | 'delivered' | 'cancelled';

/** How far one seller's part of an order has come: a matter of its pieces, never set by hand. */
export function consignmentStatusOf(lines: readonly LineProgress[]): ConsignmentStatus {
  const sum = (part: (line: LineProgress) => number): number => lines.reduce((total, line) => total + part(line), 0);
  const toSend = sum(({ quantity, cancelled }) => quantity - cancelled);
  if (toSend === 0) return 'cancelled';
  const shipped = sum((line) => line.shipped);
  if (shipped === 0) return 'awaitingShipment';
  if (shipped < toSend) return 'partlyShipped';
  return sum((line) => line.delivered) === toSend ? 'delivered' : 'shipped';
}

/** Pieces that can still be sent, or called off. */
export function unsentPieces({ quantity, cancelled, shipped }: LineProgress): number {
  return quantity - cancelled - shipped;
}

/** Pieces that were sent and do not come back yet. */
export function returnablePieces({ shipped, returned }: LineProgress): number {
  return shipped - returned;
}

/** Adds pieces of one line together, and refuses lines that are not there and more pieces than `left` allows. */
export function takePieces(
  progress: readonly LineProgress[],
  asked: readonly LinePieces[],
  left: (line: LineProgress) => number,
): Outcome<readonly LinePieces[], OrderRejection> {
  const sums = new Map<Uuid, number>();
  for (const { lineId, quantity } of asked) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  for (const [lineId, quantity] of sums) {
    const line = progress.find((each) => each.lineId === lineId);
    if (!line) return lineNotFound(lineId);
    if (quantity > left(line)) return quantityNotLeft(lineId, left(line));
  }
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
}

/** The same pieces, by the seller who answers for them. */
export function bySeller(
  progress: readonly LineProgress[],
  pieces: readonly LinePieces[],
): ReadonlyMap<SellerId, readonly LinePieces[]> {
  const groups = new Map<SellerId, LinePieces[]>();
  for (const piece of pieces) {
    const seller = progress.find(({ lineId }) => lineId === piece.lineId)?.sellerId;
    if (seller === undefined) continue;
    const group = groups.get(seller) ?? [];
    group.push(piece);
    groups.set(seller, group);
  }
  return groups;
}
