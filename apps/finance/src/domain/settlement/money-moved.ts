import type { Instant, Money } from '@reprise/kernel';

/** What one imported file says moved, added up as it is booked: nothing of it was booked before, because a line counts in one file alone. */
export interface MoneyMoved {
  /** What a provider kept, by payout. */
  readonly fees: readonly MovedBy[];
  /** What a provider exchanged, by payout: buyers' money given, the account's money got. */
  readonly exchanges: readonly (MovedBy & { readonly given: Money })[];
  readonly chargebacks: readonly ChargebackMoved[];
  /** What the bank booked of payouts. */
  readonly payouts: readonly PayoutBooked[];
}

/** Money of an account at a provider, as one payout carried it. */
export interface MovedBy {
  readonly account: string;
  readonly payout: string | undefined;
  readonly amount: Money;
  readonly at: Instant;
}

/** A dispute, or the end of one in our favour. `amount` is positive in both. */
export interface ChargebackMoved {
  readonly account: string;
  readonly key: string;
  readonly isWon: boolean;
  /** In the buyer's currency, as it was captured. */
  readonly amount: Money;
  readonly at: Instant;
  readonly orderId: string | undefined;
  /** The order's only seller; undefined where it had several, or nobody knows the order. */
  readonly sellerId: string | undefined;
}

export interface PayoutBooked {
  readonly bankAccount: string;
  readonly key: string;
  /** Account at the provider that paid out. */
  readonly account: string;
  readonly amount: Money;
  readonly at: Instant;
}
