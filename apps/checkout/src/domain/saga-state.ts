/**
 * Where an order stands inside. Buyers see fewer states (see order-status.ts).
 *
 * `uncertain` is the state of a payment nobody answered for: it may have been charged or not, and only the provider knows.
 * `abandoning` closes the payment at the provider before the order is cancelled, so that no charge can arrive afterwards.
 * `reversing` gives back a charge whose order will never be confirmed. `refunding` gives a part or all of a confirmed order's money back;
 * when nothing more is on its way the order is `partlyRefunded` or, when nothing stays paid, `refunded`.
 */
export const sagaStates = [
  'reserving',
  'paying',
  'uncertain',
  'abandoning',
  'reversing',
  'confirmed',
  'refunding',
  'partlyRefunded',
  'declined',
  'cancelled',
  'refunded',
] as const;
export type SagaState = (typeof sagaStates)[number];

/** What can happen to an order after it was placed. */
export const sagaEvents = [
  'stockReserved',
  'stockRejected',
  /** The provider captured exactly what the order costs. */
  'chargeSucceeded',
  /** The provider captured another amount or currency. */
  'chargeMismatched',
  'chargeDeclined',
  /** No answer, or none that can be understood. */
  'chargeUnanswered',
  /** The provider knows of no charge with our key. */
  'chargeNotFound',
  /** The provider closed our key: it can never be charged. */
  'chargeVoided',
  /** The order has waited as long as it may. */
  'overdue',
  'refundRequested',
  /** A refund went through; others of the order are still on their way. */
  'refundSettled',
  /** The last refund on its way went through; something stays paid. */
  'lastRefundSettled',
  /** The last refund on its way went through, and nothing stays paid. */
  'allRefunded',
] as const;
export type SagaEventKind = (typeof sagaEvents)[number];

/** States no order leaves. `confirmed` and `partlyRefunded` are final too, except that more may be refunded. */
export const terminalStates = ['declined', 'cancelled', 'refunded'] as const satisfies readonly SagaState[];

export function isTerminal(state: SagaState): boolean {
  return (terminalStates as readonly SagaState[]).includes(state);
}

/** Why an order ended without a sale, or was given back. Stable: programs read it. */
export const endReasons = [
  'OutOfStock',
  'StockUnanswered',
  'PaymentDeclined',
  'PaymentAbandoned',
  'ChargeMismatched',
  'RefundedByOperator',
  'Cancelled',
  'Withdrawn',
  'Returned',
  'LostInTransit',
] as const;
export type EndReason = (typeof endReasons)[number];

/** The work a state waits for, done outside any transaction by whoever picks the order up. */
export type SagaStep = 'giveUp' | 'charge' | 'ask' | 'void' | 'refund';

/** Every unfinished state has a step, so that an order always goes on by itself after a crash. */
export const stepOf: { readonly [state in SagaState]: SagaStep | undefined } = {
  reserving: 'giveUp',
  paying: 'charge',
  uncertain: 'ask',
  abandoning: 'void',
  reversing: 'refund',
  confirmed: undefined,
  refunding: 'refund',
  partlyRefunded: undefined,
  declined: undefined,
  cancelled: undefined,
  refunded: undefined,
};
