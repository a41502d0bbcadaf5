import type { EndReason, SagaEventKind, SagaState } from './saga-state.js';

/** What a move does besides changing the state, all in the same transaction. */
export type SagaEffect =
  /** Notes what the provider captured. */
  | 'keepCharge'
  /** Notes that nothing was captured, and forgets the payment token. */
  | 'dropCharge'
  /** Opens the refund of everything captured: there is no order to share it out to. */
  | 'openReversal'
  /** Opens the refund that was asked for, shared out to its lines. */
  | 'openRefund'
  /** Notes that the refund went through. */
  | 'closeRefund'
  /** Opens each seller's part of the order: what is to be sent. */
  | 'openConsignments'
  /** Tells stock that the order is a sale. */
  | 'sayConfirmed'
  /** Tells stock that the order gives its units back. */
  | 'sayCancelled'
  /** Tells finance of the sale. */
  | 'saySale'
  /** Tells finance of the refund. */
  | 'sayRefund';

/** An event that changes the state. `reason` is why the order ends, kept from the first move that gave one. */
export interface SagaMove {
  readonly to: SagaState;
  readonly effects: readonly SagaEffect[];
  readonly reason?: EndReason;
}

/**
 * An event that changes nothing: `late` came again or too late, `refused` asks for what cannot be had in this state, and `contradiction`
 * says the opposite of what was acted upon: one for people to look at.
 */
export type SagaDecision = SagaMove | 'late' | 'refused' | 'contradiction';

const late = 'late';
const refused = 'refused';
const contradiction = 'contradiction';

const confirm: SagaMove = { to: 'confirmed', effects: ['keepCharge', 'openConsignments', 'sayConfirmed', 'saySale'] };
const decline: SagaMove = { to: 'declined', effects: ['dropCharge', 'sayCancelled'], reason: 'PaymentDeclined' };
const cancelUnpaid: SagaMove = { to: 'cancelled', effects: ['dropCharge', 'sayCancelled'], reason: 'PaymentAbandoned' };
const reverse: SagaMove = { to: 'reversing', effects: ['keepCharge', 'openReversal', 'sayCancelled'] };
const refund: SagaMove = { to: 'refunding', effects: ['openRefund'] };

/** The whole saga: what each event means in each state. Nothing else decides where an order goes. */
export const sagaTransitions: {
  readonly [state in SagaState]: { readonly [event in SagaEventKind]: SagaDecision };
} = {
  reserving: {
    stockReserved: { to: 'paying', effects: [] },
    stockRejected: { to: 'cancelled', effects: ['dropCharge', 'sayCancelled'], reason: 'OutOfStock' },
    chargeSucceeded: contradiction,
    chargeMismatched: contradiction,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: late,
    overdue: { to: 'cancelled', effects: ['dropCharge', 'sayCancelled'], reason: 'StockUnanswered' },
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  paying: {
    stockReserved: late,
    stockRejected: { to: 'abandoning', effects: [], reason: 'OutOfStock' },
    chargeSucceeded: confirm,
    chargeMismatched: { ...reverse, reason: 'ChargeMismatched' },
    chargeDeclined: decline,
    chargeUnanswered: { to: 'uncertain', effects: [] },
    chargeNotFound: late,
    chargeVoided: cancelUnpaid,
    overdue: { to: 'abandoning', effects: [], reason: 'PaymentAbandoned' },
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  uncertain: {
    stockReserved: late,
    stockRejected: { to: 'abandoning', effects: [], reason: 'OutOfStock' },
    chargeSucceeded: confirm,
    chargeMismatched: { ...reverse, reason: 'ChargeMismatched' },
    chargeDeclined: decline,
    chargeUnanswered: late,
    // Asking again with the same key is safe: had the first request arrived after all, it is answered instead of charged again.
    chargeNotFound: { to: 'paying', effects: [] },
    chargeVoided: cancelUnpaid,
    overdue: { to: 'abandoning', effects: [], reason: 'PaymentAbandoned' },
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  abandoning: {
    stockReserved: late,
    stockRejected: late,
    // The charge won the race against our closing its key: the order is given up all the same, and the money goes back.
    chargeSucceeded: reverse,
    chargeMismatched: reverse,
    chargeDeclined: cancelUnpaid,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: cancelUnpaid,
    overdue: late,
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  reversing: {
    stockReserved: late,
    stockRejected: late,
    chargeSucceeded: late,
    chargeMismatched: late,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: contradiction,
    overdue: late,
    refundRequested: refused,
    // Its one refund is of everything: nothing can stay paid.
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: { to: 'refunded', effects: ['closeRefund'] },
  },
  confirmed: {
    stockReserved: late,
    stockRejected: contradiction,
    chargeSucceeded: late,
    chargeMismatched: contradiction,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: contradiction,
    overdue: late,
    refundRequested: refund,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  refunding: {
    stockReserved: late,
    stockRejected: contradiction,
    chargeSucceeded: late,
    chargeMismatched: contradiction,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: contradiction,
    overdue: late,
    // Another part, while one is on its way.
    refundRequested: refund,
    refundSettled: { to: 'refunding', effects: ['closeRefund', 'sayRefund'] },
    lastRefundSettled: { to: 'partlyRefunded', effects: ['closeRefund', 'sayRefund'] },
    allRefunded: { to: 'refunded', effects: ['closeRefund', 'sayRefund'] },
  },
  partlyRefunded: {
    stockReserved: late,
    stockRejected: contradiction,
    chargeSucceeded: late,
    chargeMismatched: contradiction,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: contradiction,
    overdue: late,
    refundRequested: refund,
    refundSettled: late,
    lastRefundSettled: late,
    allRefunded: contradiction,
  },
  declined: {
    stockReserved: late,
    stockRejected: late,
    chargeSucceeded: contradiction,
    chargeMismatched: contradiction,
    chargeDeclined: late,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: late,
    overdue: late,
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  cancelled: {
    stockReserved: late,
    stockRejected: late,
    chargeSucceeded: contradiction,
    chargeMismatched: contradiction,
    chargeDeclined: late,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: late,
    overdue: late,
    refundRequested: refused,
    refundSettled: contradiction,
    lastRefundSettled: contradiction,
    allRefunded: contradiction,
  },
  refunded: {
    stockReserved: late,
    stockRejected: late,
    chargeSucceeded: late,
    chargeMismatched: late,
    chargeDeclined: contradiction,
    chargeUnanswered: late,
    chargeNotFound: late,
    chargeVoided: contradiction,
    overdue: late,
    refundRequested: refused,
    refundSettled: late,
    lastRefundSettled: late,
    allRefunded: late,
  },
};

export function decide(state: SagaState, event: SagaEventKind): SagaDecision {
  return sagaTransitions[state][event];
}

export function isMove(decision: SagaDecision): decision is SagaMove {
  return typeof decision === 'object';
}
