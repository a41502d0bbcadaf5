import { isRejection, mustBeId } from '@reprise/kernel';
import type { Outcome, Uuid } from '@reprise/kernel';
import type { OrderRejection } from '../../domain/check-order.js';
import type { LinePieces } from '../../domain/goods.js';

/** Schemas take a UUID in either case; here it has one spelling. */
export function idIn<Id extends Uuid = Uuid>(text: string): Id {
  return mustBeId<Id>(text.toLowerCase());
}

export function piecesIn(lines: readonly { readonly lineId: string; readonly quantity: number }[]): LinePieces[] {
  return lines.map(({ lineId, quantity }) => ({ lineId: idIn(lineId), quantity }));
}

/** What was made, as it is answered; a refusal as it is. */
export function jsonOf<Made>(
  outcome: Outcome<Made, OrderRejection>,
  write: (made: Made) => object,
): Outcome<object, OrderRejection> {
  return isRejection(outcome) ? outcome : write(outcome);
}
