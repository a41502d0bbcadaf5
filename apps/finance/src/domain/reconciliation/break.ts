import type { Currency, Instant } from '@reprise/kernel';

/**
 * How two sides can fail to agree.
 * - `missing_external`: we know of it and no file reported it in time. `missing_internal`: a file reports what we know nothing of.
 * - `amount`, `currency`: both know of it and differ. `duplicate`: it was reported once too often, alike.
 * - `timing`: not reported yet, and not late either. `fee`: not what the provider agreed to keep. `fx`: exchanged at another rate than stated,
 *   or too far from the reference rate of the day.
 */
export const breakTypes = [
  ...(['missing_internal', 'missing_external', 'amount', 'currency', 'duplicate', 'timing', 'fee', 'fx'] as const),
] as const;
export type BreakType = (typeof breakTypes)[number];

/**
 * Which two sides were compared. `charge`, `refund`: what checkout said and what the provider reports. `chargeback`: a dispute and the payment it
 * disputes. `payout`: what a payout is and what it carried. `bank`: what a payout is and what the bank booked.
 */
export const breakSides = ['charge', 'refund', 'chargeback', 'payout', 'bank'] as const;
export type BreakSide = (typeof breakSides)[number];

/** One difference that a run found. Amounts are signed minor units, positive for money to us. */
export interface Break {
  /** Side, type and subject: the same difference found again has the same key. */
  readonly key: string;
  readonly type: BreakType;
  readonly side: BreakSide;
  readonly account: string | undefined;
  /** The payment, refund or payout. */
  readonly reference: string;
  readonly orderId: string | undefined;
  readonly market: string | undefined;
  readonly currency: Currency;
  readonly expectedMinor: bigint | undefined;
  readonly actualMinor: bigint | undefined;
  readonly occurredAt: Instant;
  /** For people: what was compared with what. */
  readonly reason: string;
}

/** `open` until somebody proposes how to settle it; `proposed` until another person decides; `cleared` when a later run no longer finds it. */
export const exceptionStates = ['open', 'proposed', 'resolved', 'cleared'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

/**
 * What can be done about a break. `accept`: it is right as it is, nothing is booked. `adjust`: the ledger follows the outside world, by an entry
 * over the difference. `claim`: the other party owes it; nothing is booked until it pays.
 */
export const resolutionActions = ['accept', 'adjust', 'claim'] as const;
export type ResolutionAction = (typeof resolutionActions)[number];
