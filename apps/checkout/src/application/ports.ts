import type { Instant, Money, OrderId, Outcome, Uuid } from '@reprise/kernel';
import type { MarketCopy, OrderRejection } from '../domain/check-order.js';
import type { DocumentsTx } from './document-ports.js';
import type { GoodsTx } from './goods-ports.js';
import type { KeyRecord, StoredAnswer } from '../domain/idempotency.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { Customer, Order, Saga, VerifiedQuote } from '../domain/order.js';
import type { RefundPart } from '../domain/plan-refund.js';
import type { EndReason, SagaState } from '../domain/saga-state.js';

/** Opens transactions on checkout's tables. */
export interface Desk {
  transact<T>(work: (tx: DeskTx) => Promise<T>): Promise<T>;
  /** Each statement by itself, without the two round trips of a transaction around it: for one statement, or for reads that need not agree. */
  directly<T>(work: (tx: DeskTx) => Promise<T>): Promise<T>;
}

/** What a request is remembered by. `scope` keeps keys of different calls apart. */
export interface KeyClaim {
  readonly scope: string;
  readonly key: string;
  readonly requestSha256: string;
  readonly orderId: OrderId;
  /** How long the request may work on its answer. */
  readonly lockMs: number;
}

/** A payment as it stands with the provider. */
export interface Payment {
  readonly orderId: OrderId;
  /** Ours: the provider answers one key always alike, so asking again never charges again. */
  readonly idempotencyKey: string;
  readonly amount: Money;
  readonly method: string;
  /** The provider's token for the buyer's means of payment; gone once the payment is settled. */
  readonly token?: string;
  /** Set once money was captured. */
  readonly capture?: { readonly reference: string; readonly amount: Money };
}

/** Money on its way back. */
export interface Refund {
  readonly id: Uuid;
  readonly orderId: OrderId;
  readonly idempotencyKey: string;
  readonly amount: Money;
  readonly chargeReference: string;
  readonly returnId?: Uuid;
  readonly isSettled: boolean;
}

/** A refund to be opened. */
export interface NewRefund {
  readonly id: Uuid;
  readonly amount: Money;
  readonly parts: readonly RefundPart[];
  readonly requestedBy: string;
  readonly returnId?: Uuid;
}

/** A move of a saga from the version it was decided on. */
export interface SagaMoveRecord {
  readonly from: Saga;
  readonly to: SagaState;
  readonly reason?: EndReason;
  readonly detail?: string;
  readonly tries: number;
  /** When the new state's step is due; absent when it has none. */
  readonly dueInMs?: number;
}

/** An unfinished order whose step is due, taken by one worker until its lease runs out. */
export interface DueStep {
  readonly saga: Saga;
  readonly placedAt: Instant;
  readonly payment: Payment;
}

/** An order to be written. */
export interface NewOrder {
  readonly order: Order;
  readonly customer: Customer;
  readonly payment: Payment;
  /** When it is given up if nothing is heard of its stock. */
  readonly dueInMs: number;
}

/** The answer to store for a key. */
export interface KeyedAnswer {
  readonly scope: string;
  readonly key: string;
  readonly answer: StoredAnswer;
}

/** What the provider captured for an order. */
export interface Charged {
  readonly orderId: OrderId;
  readonly reference: string;
  readonly amount: Money;
}

/** An order, and the version of its saga that a fact tells of. */
export interface OrderVersion {
  readonly orderId: OrderId;
  readonly version: number;
}

/**
 * One transaction. Every fact is said in the transaction that makes it true. What busy hours ask for takes many orders at a time, all of
 * them different: one statement for all.
 */
export interface DeskTx {
  readonly goods: GoodsTx;
  /** Where documents are asked for; they are issued by whoever works on what is due. */
  readonly documents: Pick<DocumentsTx, 'noteDue'>;

  findMarket(code: string): Promise<MarketCopy | undefined>;
  saveMarkets(markets: readonly (MarketCopy & { readonly version: number })[]): Promise<void>;

  findKey(scope: string, key: string): Promise<KeyRecord | undefined>;
  /** Answers the orders of those that are new; of a key that is known nothing is written. */
  insertKeys(claims: readonly KeyClaim[]): Promise<Set<OrderId>>;
  deleteKeys(claims: readonly Pick<KeyClaim, 'scope' | 'key'>[]): Promise<void>;
  /** Takes over a key whose holder died; false when somebody else did. */
  takeOverKey(scope: string, key: string, lockedUntil: Instant, lockMs: number): Promise<boolean>;
  /** False when a request with this key is being worked on in another transaction at this moment. */
  lockKey(scope: string, key: string): Promise<boolean>;
  /** Stores each answer unless its key has one, and answers those that are stored, in the order asked. */
  saveAnswers(answers: readonly KeyedAnswer[]): Promise<StoredAnswer[]>;

  /**
   * Writes orders with customer, saga, first event and payment, and says them. Answers those that were written: of one whose quote was ordered
   * before nothing is.
   */
  insertOrders(orders: readonly NewOrder[]): Promise<Set<OrderId>>;
  /** Makes other orders with a once-only voucher wait until this transaction ends; false when an order that was not lost has it. */
  lockVoucher(code: string): Promise<boolean>;
  findOrder(orderId: OrderId): Promise<OrderRecord | undefined>;
  findOrders(orderIds: readonly OrderId[]): Promise<OrderRecord[]>;
  findSagas(orderIds: readonly OrderId[]): Promise<Saga[]>;
  /** Makes whoever else changes this order wait until this transaction ends. Take it first: everything read after it stays so. */
  lockOrder(orderId: OrderId): Promise<void>;
  /** As `lockOrder`, and answers where each order stands. */
  lockSagas(orderIds: readonly OrderId[]): Promise<Saga[]>;
  /** Moves sagas this transaction has locked. A version that is not the one moved from is a bug, and fails the transaction. */
  moveSagas(moves: readonly SagaMoveRecord[]): Promise<void>;
  /** Takes due steps nobody else has, oldest first; they are due again when the lease runs out. */
  claimDueSteps(limit: number, leaseMs: number): Promise<DueStep[]>;
  /** Puts a step off, unless its saga has moved. */
  postponeStep(saga: Saga, delayMs: number): Promise<void>;

  findPaymentsByKey(idempotencyKeys: readonly string[]): Promise<Payment[]>;
  keepCharges(charged: readonly Charged[]): Promise<void>;
  dropCharges(orderIds: readonly OrderId[]): Promise<void>;
  /** Opens the refund of all that was captured, for an order that will never be. */
  openReversal(orderId: OrderId, refundId: Uuid): Promise<void>;
  openRefund(orderId: OrderId, refund: NewRefund): Promise<void>;
  /** The oldest refund the provider has not confirmed. */
  findOpenRefund(orderId: OrderId): Promise<Refund | undefined>;
  findRefund(refundId: Uuid): Promise<Refund | undefined>;
  findRefundByKey(idempotencyKey: string): Promise<Refund | undefined>;
  /** What is still to come back: refunds not confirmed, and whether anything stays paid when they are. */
  refundsLeft(orderId: OrderId): Promise<{ readonly onTheirWay: number; readonly staysPaid: boolean }>;
  closeRefund(refundId: Uuid, reference: string): Promise<void>;

  sayConfirmed(orders: readonly OrderVersion[]): Promise<void>;
  sayCancelled(orders: readonly (OrderVersion & { readonly reason: string })[]): Promise<void>;
  saySales(orders: readonly (OrderVersion & { readonly reference: string })[]): Promise<void>;
  sayRefund(orderId: OrderId, refundId: Uuid, version: number): Promise<void>;

  /** Forgets keys and webhooks older than this, at most `limit` of each; answers how many. */
  forgetOld(keptMs: number, limit: number): Promise<number>;

  /** Notes webhooks; answers those that were not noted before. */
  noteWebhooks(webhookIds: readonly string[]): Promise<Set<string>>;
  /** Runs after the commit succeeded. */
  afterCommit(work: () => void): void;
}

/** Checks that pricing signed a quote. Answers what it locked, or why it is not one of ours. */
export interface QuoteVerifier {
  verify(token: string): Promise<Outcome<VerifiedQuote, OrderRejection>>;
}

/** Makes the token that opens one order. */
export interface AccessTokens {
  mint(orderId: OrderId): Promise<string>;
}

/** What the provider says of a charge. It never throws: no answer is an answer. */
export type ChargeAnswer =
  | { readonly kind: 'succeeded'; readonly reference: string; readonly amount: Money }
  | { readonly kind: 'declined'; readonly code: string }
  | { readonly kind: 'voided' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'unanswered'; readonly why: string };

export type RefundAnswer =
  { readonly kind: 'refunded'; readonly reference: string } | { readonly kind: 'unanswered'; readonly why: string };

/** Whoever moves the money. Every call carries our own key and may be made any number of times. */
export interface PaymentProvider {
  charge(payment: Payment): Promise<ChargeAnswer>;
  find(payment: Payment): Promise<ChargeAnswer>;
  /** Closes a payment's key, so that it can never be charged; answers the charge if there is one. */
  close(payment: Payment): Promise<ChargeAnswer>;
  refund(refund: Refund): Promise<RefundAnswer>;
}

/** Named places where a fault may be injected. Does nothing unless a test asked for it. */
export type FaultPoint = (name: FaultPointName) => void;

export const faultPointNames = [
  'place.before-commit',
  'place.after-commit',
  'answer.before-store',
  'advance.before-commit',
  'advance.after-commit',
  'provider.before-call',
  /** The provider has acted; we have not noted it. */
  'provider.after-call',
  /** Documents have their numbers; nothing is committed. */
  'documents.before-drop',
  'documents.before-commit',
  /** A webhook has been told; we have not noted it. */
  'webhooks.after-send',
] as const;
export type FaultPointName = (typeof faultPointNames)[number];
