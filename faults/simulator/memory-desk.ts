import { invariant, Money, plusMs } from '@reprise/kernel';
import type { Instant, OrderId, Uuid } from '@reprise/kernel';
import type {
  Charged,
  Desk,
  DeskTx,
  DueStep,
  KeyClaim,
  KeyedAnswer,
  NewOrder,
  NewRefund,
  OrderVersion,
  Payment,
  SagaMoveRecord,
} from '../../apps/checkout/src/application/ports.ts';
import type { MarketCopy } from '../../apps/checkout/src/domain/check-order.ts';
import type { KeyRecord, StoredAnswer } from '../../apps/checkout/src/domain/idempotency.ts';
import type { OrderRecord } from '../../apps/checkout/src/domain/order-record.ts';
import type { Order, Saga } from '../../apps/checkout/src/domain/order.ts';
import { tables } from './checkout-tables.ts';
import type { EventRow, RefundRow } from './checkout-tables.ts';
import { MemoryGoods } from './memory-goods.ts';
import type { MemoryDatabase, MemoryTx } from './memory-database.ts';
import type { Services } from './services.ts';
import { sortedBy } from './sorted-by.ts';
import type { Life } from './world.ts';

export const market: MarketCopy = {
  code: 'fr',
  status: 'live',
  region: 'eu',
  paymentMethods: ['card'],
  timeZone: 'Europe/Paris',
  withdrawalDays: 14,
};

/** Checkout's transactions in memory, statement by statement as on PostgreSQL. */
export class MemoryDesk implements Desk {
  readonly #database: MemoryDatabase;
  readonly #life: Life;
  readonly #services: Services;

  constructor(database: MemoryDatabase, life: Life, services: Services) {
    this.#database = database;
    this.#life = life;
    this.#services = services;
  }

  transact<T>(work: (tx: DeskTx) => Promise<T>): Promise<T> {
    return this.#database.transact(this.#life, (tx) => work(this.txOf(tx)));
  }

  /** Each statement is a transaction of its own. */
  directly<T>(work: (tx: DeskTx) => Promise<T>): Promise<T> {
    const alone =
      (name: keyof DeskTx) =>
      (...args: never[]) =>
        this.transact((tx) => (tx[name] as (...given: never[]) => Promise<unknown>).call(tx, ...args));
    return work(new Proxy({} as DeskTx, { get: (_, name) => alone(name as keyof DeskTx) }));
  }

  /** Checkout's view of a transaction a consumer began. */
  txOf(tx: MemoryTx): DeskTx {
    return new MemoryDeskTx(tx, this.#database, this.#services);
  }
}

class MemoryDeskTx implements DeskTx {
  readonly goods: MemoryGoods;
  /** Documents follow an order and decide nothing of it: they are not simulated. */
  readonly documents = { noteDue: (): Promise<void> => Promise.resolve() };
  readonly #tx: MemoryTx;
  readonly #database: MemoryDatabase;
  readonly #services: Services;

  constructor(tx: MemoryTx, database: MemoryDatabase, services: Services) {
    this.goods = new MemoryGoods(tx);
    this.#tx = tx;
    this.#database = database;
    this.#services = services;
  }

  async findMarket(code: string): Promise<MarketCopy | undefined> {
    await this.#tx.statement('reads the market');
    return code === market.code ? market : undefined;
  }

  saveMarkets(): Promise<void> {
    return Promise.resolve();
  }

  async findKey(scope: string, key: string): Promise<KeyRecord | undefined> {
    await this.#tx.statement('reads a key');
    return this.#tx.get(tables.keys, `${scope} ${key}`);
  }

  async insertKeys(claims: readonly KeyClaim[]): Promise<Set<OrderId>> {
    const mine = new Set<OrderId>();
    for (const claim of sortedBy(claims, ({ scope, key }) => `${scope} ${key}`))
      if (await this.#insertKey(claim)) mine.add(claim.orderId);
    return mine;
  }

  async #insertKey({ scope, key, requestSha256, orderId, lockMs }: KeyClaim): Promise<boolean> {
    await this.#tx.statement('inserts a key');
    const row = { requestSha256, orderId, lockedUntil: plusMs(this.#now(), lockMs) };
    if (this.#database.bugs.keyCheckedThenWritten !== true) return this.#tx.insert(tables.keys, `${scope} ${key}`, row);
    this.#tx.putUnlocked(tables.keys, `${scope} ${key}`, row);
    return true;
  }

  async deleteKeys(claims: readonly Pick<KeyClaim, 'scope' | 'key'>[]): Promise<void> {
    await this.#tx.statement('deletes keys');
    for (const { scope, key } of claims) await this.#tx.put(tables.keys, `${scope} ${key}`, undefined);
  }

  async takeOverKey(scope: string, key: string, lockedUntil: Instant, lockMs: number): Promise<boolean> {
    await this.#tx.statement('takes a key over');
    await this.#tx.lock(tables.keys, `${scope} ${key}`);
    const row = this.#tx.get(tables.keys, `${scope} ${key}`);
    if (row === undefined || row.lockedUntil !== lockedUntil || row.answer !== undefined) return false;
    await this.#tx.put(tables.keys, `${scope} ${key}`, { ...row, lockedUntil: plusMs(this.#now(), lockMs) });
    return true;
  }

  lockKey(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async saveAnswers(answers: readonly KeyedAnswer[]): Promise<StoredAnswer[]> {
    await this.#tx.statement('stores answers');
    const stored: StoredAnswer[] = [];
    for (const { scope, key, answer } of answers) {
      await this.#tx.lock(tables.keys, `${scope} ${key}`);
      const row = this.#tx.get(tables.keys, `${scope} ${key}`);
      if (row?.answer === undefined && row !== undefined)
        await this.#tx.put(tables.keys, `${scope} ${key}`, { ...row, answer });
      stored.push(row?.answer ?? answer);
    }
    return stored;
  }

  async insertOrders(orders: readonly NewOrder[]): Promise<Set<OrderId>> {
    const written = new Set<OrderId>();
    for (const order of sortedBy(orders, (each) => each.order.quoteId))
      if (await this.#insertOrder(order)) written.add(order.order.id);
    return written;
  }

  async #insertOrder({ order, payment, dueInMs }: NewOrder): Promise<boolean> {
    await this.#tx.statement('inserts an order');
    if (!(await this.#tx.insert(tables.quotes, order.quoteId, order.id))) return false;
    await this.#tx.put(tables.orders, order.id, order);
    await this.#tx.statement('inserts its payment');
    await this.#tx.put(tables.payments, order.id, payment);
    await this.#tx.put(tables.paymentKeys, payment.idempotencyKey, order.id);
    await this.#tx.statement('inserts its saga');
    const saga = { orderId: order.id, state: 'reserving', version: 1, tries: 0 } as const;
    await this.#tx.put(tables.sagas, order.id, { ...saga, dueAtMs: this.#now() + dueInMs });
    this.#noteEvent({ orderId: order.id, version: 1, state: 'reserving', at: this.#now() });
    await this.#tx.statement('says it was placed');
    this.#sayOfOrder('placed', order.id, 1, this.#services.placedFactOf(order));
    return true;
  }

  lockVoucher(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    await this.#tx.statement('reads an order');
    const order = this.#tx.get(tables.orders, orderId);
    const saga = this.#tx.get(tables.sagas, orderId);
    if (order === undefined || saga === undefined) return undefined;
    const ofOrder = (row: { readonly orderId: OrderId }): boolean => row.orderId === orderId;
    return {
      order,
      saga,
      history: this.#tx.all(tables.events).filter(ofOrder),
      progress: this.#tx.all(tables.progress).filter(ofOrder),
      shipments: [],
      returns: this.#tx.all(tables.returns).filter(ofOrder),
      refunds: this.#refundsOf(orderId),
      terms: {},
      documents: [],
    };
  }

  async findOrders(orderIds: readonly OrderId[]): Promise<OrderRecord[]> {
    const found = await Promise.all(orderIds.map((orderId) => this.findOrder(orderId)));
    return found.filter((record) => record !== undefined);
  }

  async findSagas(orderIds: readonly OrderId[]): Promise<Saga[]> {
    await this.#tx.statement('reads sagas');
    return orderIds.flatMap((orderId) => this.#tx.get(tables.sagas, orderId) ?? []);
  }

  async lockOrder(orderId: OrderId): Promise<void> {
    await this.#tx.statement('locks an order');
    await this.#tx.lock(tables.sagas, orderId);
  }

  async lockSagas(orderIds: readonly OrderId[]): Promise<Saga[]> {
    await this.#tx.statement('locks orders');
    const sagas: Saga[] = [];
    for (const orderId of sortedBy(orderIds, (id) => id)) {
      await this.#tx.lock(tables.sagas, orderId);
      const saga = this.#tx.get(tables.sagas, orderId);
      if (saga) sagas.push(saga);
    }
    return sagas;
  }

  async moveSagas(moves: readonly SagaMoveRecord[]): Promise<void> {
    for (const { from, to, reason, tries, dueInMs } of moves) {
      await this.#tx.statement(`moves an order from ${from.state} to ${to}`);
      const { orderId } = from;
      invariant(this.#tx.get(tables.sagas, orderId)?.version === from.version, `order ${orderId} is as it was locked`);
      const version = from.version + 1;
      const why = reason === undefined ? {} : { reason };
      const due = dueInMs === undefined ? {} : { dueAtMs: this.#now() + dueInMs };
      await this.#tx.put(tables.sagas, orderId, { orderId, state: to, version, tries, ...why, ...due });
      this.#noteEvent({ orderId, version, state: to, at: this.#now(), ...why });
    }
  }

  async claimDueSteps(limit: number, leaseMs: number): Promise<DueStep[]> {
    await this.#tx.statement('takes due steps');
    const taken: DueStep[] = [];
    for (const row of this.#tx.all(tables.sagas)) {
      const isDue = row.dueAtMs !== undefined && row.dueAtMs <= this.#now();
      if (!isDue || taken.length === limit || !this.#tx.tryLock(tables.sagas, row.orderId)) continue;
      const saga = { ...row, tries: row.tries + 1 };
      await this.#tx.put(tables.sagas, row.orderId, { ...saga, dueAtMs: this.#now() + leaseMs });
      taken.push({ saga, placedAt: this.#order(row.orderId).placedAt, payment: this.#payment(row.orderId) });
    }
    return taken;
  }

  async postponeStep({ orderId, version }: Saga, delayMs: number): Promise<void> {
    await this.#tx.statement('puts a step off');
    await this.#tx.lock(tables.sagas, orderId);
    const row = this.#tx.get(tables.sagas, orderId);
    if (row?.version !== version || row.dueAtMs === undefined) return;
    await this.#tx.put(tables.sagas, orderId, { ...row, dueAtMs: this.#now() + delayMs });
  }

  async findPaymentsByKey(idempotencyKeys: readonly string[]): Promise<Payment[]> {
    await this.#tx.statement('reads whose payments these are');
    return idempotencyKeys.flatMap((key) => {
      const orderId = this.#tx.get(tables.paymentKeys, key);
      return orderId === undefined ? [] : this.#payment(orderId);
    });
  }

  async keepCharges(charged: readonly Charged[]): Promise<void> {
    await this.#tx.statement('keeps charges');
    for (const { orderId, reference, amount } of charged) {
      const { token: _gone, ...payment } = this.#payment(orderId);
      await this.#tx.put(tables.payments, orderId, { ...payment, capture: { reference, amount } });
    }
  }

  async dropCharges(orderIds: readonly OrderId[]): Promise<void> {
    await this.#tx.statement('drops charges');
    for (const orderId of orderIds) {
      const { token: _gone, ...payment } = this.#payment(orderId);
      await this.#tx.put(tables.payments, orderId, payment);
    }
  }

  async openReversal(orderId: OrderId, id: Uuid): Promise<void> {
    const { capture } = this.#payment(orderId);
    invariant(capture, `order ${orderId} has a charge to give back`);
    await this.openRefund(orderId, { id, amount: capture.amount, parts: [], requestedBy: 'checkout' });
  }

  async openRefund(orderId: OrderId, { id, amount, parts, returnId }: NewRefund): Promise<void> {
    await this.#tx.statement('opens a refund');
    await this.#tx.lock(tables.payments, orderId);
    const payment = this.#payment(orderId);
    invariant(payment.capture, `order ${orderId} has a charge to give back`);
    const promised = (payment.promised ?? Money.ofMinor(0n, amount.currency)).plus(amount);
    // The table's own constraint: all refunds of an order together are no more than was captured.
    invariant(promised.minor <= payment.capture.amount.minor, `order ${orderId} gives back more than it took`);
    await this.#tx.put(tables.payments, orderId, { ...payment, promised });
    const chargeReference = payment.capture.reference;
    const number = this.#database.nextNumber();
    const refund = { id, orderId, amount, parts, number, chargeReference, requestedAt: this.#now(), isSettled: false };
    const back = returnId === undefined ? {} : { returnId };
    await this.#tx.put(tables.refunds, id, { ...refund, ...back, idempotencyKey: `refund:${id}` });
  }

  async findOpenRefund(orderId: OrderId): Promise<RefundRow | undefined> {
    await this.#tx.statement('reads the open refund');
    return this.#refundsOf(orderId).find(({ isSettled }) => !isSettled);
  }

  async findRefund(refundId: Uuid): Promise<RefundRow | undefined> {
    await this.#tx.statement('reads a refund');
    return this.#tx.get(tables.refunds, refundId);
  }

  async findRefundByKey(idempotencyKey: string): Promise<RefundRow | undefined> {
    await this.#tx.statement('reads a refund by its key');
    return this.#tx.all(tables.refunds).find((refund) => refund.idempotencyKey === idempotencyKey);
  }

  async refundsLeft(orderId: OrderId): Promise<{ onTheirWay: number; staysPaid: boolean }> {
    await this.#tx.statement('counts refunds');
    const { promised, capture } = this.#payment(orderId);
    const open = this.#refundsOf(orderId).filter(({ isSettled }) => !isSettled);
    return { onTheirWay: open.length, staysPaid: (promised?.minor ?? 0n) < (capture?.amount.minor ?? 0n) };
  }

  async closeRefund(refundId: Uuid, reference: string): Promise<void> {
    await this.#tx.statement('closes a refund');
    await this.#tx.lock(tables.refunds, refundId);
    const refund = this.#tx.get(tables.refunds, refundId);
    if (refund?.isSettled === false)
      await this.#tx.put(tables.refunds, refundId, { ...refund, isSettled: true, reference });
  }

  async sayConfirmed(orders: readonly OrderVersion[]): Promise<void> {
    await this.#tx.statement('says they are confirmed');
    for (const { orderId, version } of orders)
      this.#sayOfOrder('confirmed', orderId, version, { orderId, version, market: market.code });
  }

  async sayCancelled(orders: readonly (OrderVersion & { readonly reason: string })[]): Promise<void> {
    await this.#tx.statement('says they are cancelled');
    for (const { orderId, version, reason } of orders)
      this.#sayOfOrder('cancelled', orderId, version, { orderId, version, market: market.code, reason });
  }

  async saySales(sales: readonly (OrderVersion & { readonly reference: string })[]): Promise<void> {
    await this.#tx.statement('says they are sold');
    for (const { orderId, version, reference } of sales) {
      const data = this.#services.saleFactOf(this.#order(orderId), { version, reference });
      this.#tx.say({ topic: 'checkout.sale', key: orderId, type: 'sale', version, data });
    }
  }

  async sayRefund(orderId: OrderId, refundId: Uuid, version: number): Promise<void> {
    await this.#tx.statement('says it is given back');
    const refund = this.#tx.get(tables.refunds, refundId);
    invariant(refund?.reference, `refund ${refundId} went through`);
    const data = this.#services.refundFactOf(this.#order(orderId), refund, { version, reference: refund.reference });
    this.#tx.say({ topic: 'checkout.sale', key: orderId, type: 'refund', version, data });
  }

  forgetOld(): Promise<number> {
    return Promise.resolve(0);
  }

  async noteWebhooks(webhookIds: readonly string[]): Promise<Set<string>> {
    await this.#tx.statement('notes webhooks');
    const fresh = new Set<string>();
    for (const id of sortedBy(webhookIds, (each) => each))
      if (await this.#tx.insert(tables.webhooks, id, true)) fresh.add(id);
    return fresh;
  }

  afterCommit(work: () => void): void {
    this.#tx.afterwards.push(work);
  }

  #sayOfOrder(type: string, key: string, version: number, data: unknown): void {
    this.#tx.say({ topic: 'checkout.order', key, type, version, data });
  }

  #noteEvent(event: EventRow): void {
    this.#tx.append(tables.events, event);
  }

  #refundsOf(orderId: OrderId): RefundRow[] {
    const refunds = this.#tx.all(tables.refunds).filter((refund) => refund.orderId === orderId);
    return refunds.sort((a, b) => a.number - b.number);
  }

  #order(orderId: OrderId): Order {
    const order = this.#tx.get(tables.orders, orderId);
    invariant(order, `order ${orderId} exists`);
    return order;
  }

  #payment(orderId: OrderId) {
    const payment = this.#tx.get(tables.payments, orderId);
    invariant(payment, `order ${orderId} has a payment`);
    return payment;
  }

  #now(): Instant {
    return this.#database.world.nowMs as Instant;
  }
}
