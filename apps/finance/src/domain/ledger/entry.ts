import type { Instant, Money } from '@reprise/kernel';
import type { AccountRole } from './books.js';

/** One line of an entry. `amount` is positive for a debit and negative for a credit. */
export interface Posting {
  readonly account: string;
  /** Whose or which: a seller, a country, `psp EUR`. Empty where the account has no subledger. */
  readonly aux: string;
  readonly amount: Money;
  /** The same in the company's currency. */
  readonly base: Money;
  readonly orderId?: string;
  readonly lineId?: string;
}

/** What an entry is the booking of: a document a person can open. */
export interface DocumentLink {
  readonly kind: string;
  readonly ref: string;
}

/** Something to be booked, before the ledger gives it a place. (`source`, `sourceId`, `kind`) is booked once. */
export interface NewEntry {
  readonly entity: string;
  readonly journal: string;
  /** Where the fact came from: `checkout.sale`, `settlement`, `close`. */
  readonly source: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly text: string;
  readonly occurredAt: Instant;
  /** The fact that was heard. */
  readonly factId?: string;
  readonly orderId?: string;
  readonly document?: DocumentLink;
  /** An earlier entry this one corrects or reverses. */
  readonly corrects?: string;
  /** Person who asked for it, where a person did. */
  readonly bookedBy?: string;
  readonly postings: readonly Posting[];
}

/** A posting before it is known what it is in the company's currency. */
export interface Draft {
  readonly role: AccountRole;
  readonly aux?: string;
  readonly amount: Money;
  /** Where it is not what the rate of the day gives: the value a balance is carried at. */
  readonly base?: Money;
  readonly orderId?: string;
  readonly lineId?: string;
}

type Tags = Omit<Draft, 'role' | 'amount'>;

/** Debits a part of the books. */
export function debit(role: AccountRole, amount: Money, tags: Tags = {}): Draft {
  return { role, amount, ...tags };
}

/** Credits it. */
export function credit(role: AccountRole, amount: Money, tags: Tags = {}): Draft {
  return { role, amount: amount.negated(), ...tags, ...(tags.base && { base: tags.base.negated() }) };
}

/** The other way round, to the cent. */
export function reversed(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    amount: draft.amount.negated(),
    ...(draft.base && { base: draft.base.negated() }),
  }));
}

/** Key of a clearing account: one for each provider and currency. */
export function providerAux(provider: string, amount: Money): string {
  return `${provider} ${amount.currency}`;
}
