import type { Currency, Instant, Money } from '@reprise/kernel';
import type { FrozenCommission } from '../../domain/ledger/commission.js';
import type { DocumentLink, NewEntry } from '../../domain/ledger/entry.js';
import type { Movement, MoneyMovement } from '../../domain/ledger/movement.js';
import type { Period } from '../../domain/ledger/period.js';

/** The place an entry was given. */
export interface PostedEntry {
  readonly entryId: string;
  readonly entity: string;
  readonly period: Period;
  readonly sequence: number;
  /** The month it happened in, where that was closed already. */
  readonly originalPeriod?: Period;
  readonly hash: string;
  /** It was booked before: the same (source, sourceId, kind). */
  readonly repeated: boolean;
}

/** The ledger inside an open transaction. */
export interface Ledger {
  /**
   * Adds entries in the order given, each at the end of its month's chain; the next open month where its own is closed. One that was booked
   * before under its (source, sourceId, kind) is answered as it stands, and must be of the same amounts: throws a Bug when it is not.
   */
  append(entries: readonly NewEntry[]): Promise<PostedEntry[]>;
}

/** An order with everything of it that finance heard. */
export interface OrderToBook {
  readonly orderId: string;
  readonly region: string;
  readonly sale: MoneyMovement | undefined;
  /** Empty until they are frozen. */
  readonly commissions: readonly FrozenCommission[];
  /** In the order they happened. */
  readonly movements: readonly { readonly movement: Movement; readonly due: boolean }[];
}

/** What posting orders needs of one transaction. */
export interface PostingDesk {
  readonly ledger: Ledger;
  loadOrders(orderIds: readonly string[]): Promise<OrderToBook[]>;
  freeze(commissions: readonly FrozenCommission[]): Promise<void>;
  /** Booked, or with nothing to book. */
  settle(movements: readonly Movement[]): Promise<void>;
  /** Not bookable yet. */
  defer(movements: readonly Movement[], reason: string): Promise<void>;
  /** Rates into `base` on a day: of the day before, which is known by then. */
  ratesInto(base: Currency, on: Instant, timeZone: string): Promise<RatesOfDay>;
  categoriesOf(variantIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Exchange rates that count for one day. */
export interface RatesOfDay {
  /** Units of the base per unit of the currency, or undefined. */
  find(currency: Currency): FxQuoteUsed | undefined;
}

export interface FxQuoteUsed {
  readonly rate: { readonly numerator: bigint; readonly denominator: bigint };
  readonly source: string;
  /** The day it was published for. */
  readonly date: string;
}

/** Opens transactions for posting. */
export interface PostingDesks {
  transact<T>(work: (desk: PostingDesk) => Promise<T>): Promise<T>;
  /** Orders with something due, oldest first, that were not tried since `triedBefore`. */
  dueOrders(limit: number, triedBefore: Instant): Promise<string[]>;
}

/** Which postings are asked for. Absent means any. */
export interface LedgerFilter {
  readonly entity: string;
  readonly account?: string;
  readonly aux?: string;
  readonly period?: Period;
  readonly orderId?: string;
  readonly kind?: string;
}

/** A place in the ledger of one company: everything after it is later. */
export interface LedgerPosition {
  readonly period: string;
  readonly sequence: number;
  readonly lineNo: number;
}

/** A posting as it stands, with its entry. */
export interface LedgerLine {
  readonly entryId: string;
  readonly entity: string;
  readonly period: string;
  readonly originalPeriod?: string;
  readonly sequence: number;
  readonly lineNo: number;
  readonly journal: string;
  readonly source: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly text: string;
  readonly occurredAt: Date;
  readonly postedAt: Date;
  readonly factId?: string;
  readonly orderId?: string;
  readonly lineId?: string;
  readonly document?: DocumentLink;
  readonly corrects?: string;
  readonly bookedBy?: string;
  readonly account: string;
  readonly aux: string;
  readonly amount: Money;
  readonly baseMinor: bigint;
  readonly hash: string;
}

/** Sums of one account in one currency. */
export interface AccountSums {
  readonly account: string;
  readonly aux: string;
  readonly currency: Currency;
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly openingBaseMinor: bigint;
  readonly debitBaseMinor: bigint;
  readonly creditBaseMinor: bigint;
}

export interface TrialBalanceQuery {
  readonly entity: string;
  /** Movements of this month, balances before it as opening; all of time when left out. */
  readonly period?: Period;
  /** Entries booked up to this moment. */
  readonly asOf?: Instant;
  /** `asReported`: in the month they were booked; `asOfNow`: late ones in the month they happened. */
  readonly view: 'asReported' | 'asOfNow';
  readonly byAux: boolean;
}

/** The ledger as finance reads it. */
export abstract class LedgerBook {
  abstract lines(query: { filter: LedgerFilter; after?: LedgerPosition; limit: number }): Promise<LedgerLine[]>;
  abstract trialBalance(query: TrialBalanceQuery): Promise<{ sums: AccountSums[]; due: number }>;
}
