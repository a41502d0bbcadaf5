import type { Instant, Money } from '@reprise/kernel';

/** Who moved the money and reports it. */
export type PaymentProvider = 'stripe' | 'adyen';

/**
 * What happened on the account we hold with a provider. `adjustment` is every movement that is neither a buyer's nor a payout: reserves,
 * corrections, transfers.
 */
export type SettlementKind =
  'charge' | 'refund' | 'chargeback' | 'chargebackReversal' | 'fee' | 'payout' | 'payoutReversal' | 'adjustment';

/** One movement on our account with a provider, as the provider's report says it. Amounts are signed: positive is money to us. */
export interface SettlementLine {
  readonly provider: PaymentProvider;
  /** What the provider calls this movement; unique for the provider, so that a movement reported twice counts once. */
  readonly key: string;
  readonly kind: SettlementKind;
  /** What checkout knows the movement by: the payment of a charge, the refund of a refund; of a chargeback, the payment it disputes. */
  readonly reference: string | undefined;
  /** The payout that carried it to the bank, once it is known. */
  readonly payout: string | undefined;
  /** What the buyer paid or got back, in the buyer's currency. */
  readonly presented: Money;
  /** The same in the currency of our account. */
  readonly gross: Money;
  /** The exchange rate from `presented` to `gross`, where the provider states one: a plain decimal. */
  readonly rate: string | undefined;
  /** What the provider kept; negative where it gave a fee back. */
  readonly fee: Money;
  /** gross − fee: by how much our balance changed. */
  readonly net: Money;
  readonly occurredAt: Instant;
}

/** One booked movement on our bank account. Positive is money to us. */
export interface BankEntry {
  /** IBAN of our account. */
  readonly account: string;
  /** What the bank calls it; unique for the account. */
  readonly key: string;
  readonly amount: Money;
  /** Everything a payer wrote, in which payouts are recognised: end-to-end id and remittance text. */
  readonly text: string;
  readonly bookedOn: string;
}

/** What is wrong with one line of a file. `field` is the column or element as the file names it. */
export interface LineProblem {
  readonly field: string;
  readonly code: LineProblemCode;
  readonly message: string;
}

export type LineProblemCode =
  | 'missing'
  | 'malformed'
  | 'unknownCurrency'
  | 'wrongCurrency'
  | 'wrongAccount'
  | 'unknownType'
  | 'sumMismatch'
  | 'duplicateLine'
  | 'lineChanged'
  | 'tooOld'
  | 'inFuture'
  | 'malformedFile';

/** A line read: what it says, or nothing to say (a header, a total), or everything that is wrong with it. */
export type LineRead<Value> =
  | { readonly kind: 'line'; readonly value: Value }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'refused'; readonly problems: readonly LineProblem[] };

/** Cells of a record by the names of its header. */
export interface NamedCells {
  /** The cell, trimmed; empty where the file has no such column. */
  text(column: string): string;
}
