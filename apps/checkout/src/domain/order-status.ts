import type { EndReason, SagaState } from './saga-state.js';

/** What a buyer is shown. */
export type PublicStatus = 'pending' | 'confirmed' | 'declined' | 'cancelled' | 'refunded';

/** An order stays confirmed until all of its money went back; one being reversed was never confirmed. */
export const statusOf: { readonly [state in SagaState]: PublicStatus } = {
  reserving: 'pending',
  paying: 'pending',
  uncertain: 'pending',
  abandoning: 'pending',
  reversing: 'pending',
  confirmed: 'confirmed',
  refunding: 'confirmed',
  partlyRefunded: 'confirmed',
  declined: 'declined',
  cancelled: 'cancelled',
  refunded: 'refunded',
};

/** What each state is called in the history an order shows. */
export const historyNameOf: { readonly [state in SagaState]: string } = {
  reserving: 'placed',
  paying: 'paying',
  uncertain: 'paymentUnconfirmed',
  abandoning: 'paymentAbandoned',
  reversing: 'paymentReversing',
  confirmed: 'confirmed',
  refunding: 'refunding',
  partlyRefunded: 'partlyRefunded',
  declined: 'declined',
  cancelled: 'cancelled',
  refunded: 'refunded',
};

/** What a buyer is told about why an order ended. */
export const reasonMessages: { readonly [reason in EndReason]: string } = {
  OutOfStock: 'Somebody else took the last one.',
  StockUnanswered: 'The stock could not be confirmed in time. Nothing was charged.',
  PaymentDeclined: 'The payment was declined. Nothing was charged.',
  PaymentAbandoned: 'The payment could not be completed in time.',
  ChargeMismatched: 'The payment provider charged another amount. All of it is given back.',
  RefundedByOperator: 'The order was refunded.',
  Cancelled: 'The order was called off before it was sent, and paid back.',
  Withdrawn: 'The buyer withdrew from the contract, and was paid back.',
  Returned: 'The goods came back, and were paid back.',
  LostInTransit: 'The parcel was lost, and was paid back.',
};

/** Nothing more will happen to the order by itself. */
export function isSettled(state: SagaState): boolean {
  return statusOf[state] !== 'pending' && state !== 'refunding';
}
