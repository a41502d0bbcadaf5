import { orderCancelledV1, orderConfirmedV1, orderPlacedV1, saleRecordedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { Bug, instantOfEpochMs, invariant } from '@reprise/kernel';
import type { Instant, OrderId, Uuid } from '@reprise/kernel';
import { sayMany } from '@reprise/platform/messaging';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { DocumentsTx } from '../../application/document-ports.js';
import type { GoodsTx } from '../../application/goods-ports.js';
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
  Refund,
  SagaMoveRecord,
} from '../../application/ports.js';
import type { MarketCopy } from '../../domain/check-order.js';
import type { KeyRecord, StoredAnswer } from '../../domain/idempotency.js';
import type { OrderRecord } from '../../domain/order-record.js';
import type { Saga } from '../../domain/order.js';
import { inMs } from './in-ms.js';
import { insertOrderRows, insertWhatOrdersHave } from './insert-orders.js';
import * as keys from './key-rows.js';
import { lockVoucher } from './voucher-redemptions.js';
import { readMarket, saveMarketRows } from './market-rows.js';
import { placedFactOf, refundFactOf, saleFactOf } from './order-facts.js';
import { sagaOf } from './order-rows.js';
import type { SagaRow } from './order-rows.js';
import { paymentColumns, paymentOf } from './payment-rows.js';
import type { PaymentRow } from './payment-rows.js';
import { PostgresDocuments } from './postgres-documents.js';
import { PostgresGoods } from './postgres-goods.js';
import { PostgresRefunds } from './postgres-refunds.js';
import { noteSaid } from './postgres-sales-tallies.js';
import { readOrderRecords, readOrders } from './read-order-record.js';

/** Checkout's transactions on PostgreSQL. */
export class PostgresDesk implements Desk {
  constructor(private readonly database: Database) {}

  transact<T>(work: (tx: PostgresDeskTx) => Promise<T>): Promise<T> {
    return this.database.inTransaction((tx) => work(new PostgresDeskTx(tx)));
  }

  directly<T>(work: (tx: DeskTx) => Promise<T>): Promise<T> {
    return work(
      new PostgresDeskTx({
        query: (sql, params) => this.database.query(sql, params),
        afterCommit: () => {
          throw new Bug('what is to follow a commit needs a transaction');
        },
      }),
    );
  }
}

const selectSagas = 'SELECT order_id, state, version, tries, reason FROM saga';

export class PostgresDeskTx implements DeskTx {
  readonly goods: GoodsTx;
  readonly documents: DocumentsTx;
  private readonly refunds: PostgresRefunds;

  constructor(private readonly tx: Tx) {
    this.goods = new PostgresGoods(tx);
    this.documents = new PostgresDocuments(tx);
    this.refunds = new PostgresRefunds(tx);
  }

  findMarket(code: string): Promise<MarketCopy | undefined> {
    return readMarket(this.tx, code);
  }

  saveMarkets(markets: readonly (MarketCopy & { readonly version: number })[]): Promise<void> {
    return saveMarketRows(this.tx, markets);
  }

  findKey(scope: string, key: string): Promise<KeyRecord | undefined> {
    return keys.findKey(this.tx, scope, key);
  }

  insertKeys(claims: readonly KeyClaim[]): Promise<Set<OrderId>> {
    return keys.insertKeys(this.tx, claims);
  }

  deleteKeys(claims: readonly Pick<KeyClaim, 'scope' | 'key'>[]): Promise<void> {
    return keys.deleteKeys(this.tx, claims);
  }

  takeOverKey(scope: string, key: string, lockedUntil: Instant, lockMs: number): Promise<boolean> {
    return keys.takeOverKey(this.tx, scope, key, lockedUntil, lockMs);
  }

  lockKey(scope: string, key: string): Promise<boolean> {
    return keys.lockKey(this.tx, scope, key);
  }

  saveAnswers(answers: readonly KeyedAnswer[]): Promise<StoredAnswer[]> {
    return keys.saveAnswers(this.tx, answers);
  }

  lockVoucher(code: string): Promise<boolean> {
    return lockVoucher(this.tx, code);
  }

  async insertOrders(orders: readonly NewOrder[]): Promise<Set<OrderId>> {
    const ids = await insertOrderRows(this.tx, orders);
    const written = orders.filter(({ order }) => ids.has(order.id));
    if (written.length === 0) return ids;
    await insertWhatOrdersHave(this.tx, written);
    await sayMany(
      this.tx,
      orderPlacedV1,
      written.map(({ order }) => ({ data: placedFactOf(order), version: 1, market: order.market })),
    );
    return ids;
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    return (await this.findOrders([orderId]))[0];
  }

  findOrders(orderIds: readonly OrderId[]): Promise<OrderRecord[]> {
    return readOrderRecords(this.tx, orderIds);
  }

  async findSagas(orderIds: readonly OrderId[]): Promise<Saga[]> {
    const rows = await this.tx.query<SagaRow>(`${selectSagas} WHERE order_id = ANY ($1::uuid[])`, [orderIds]);
    return rows.map(sagaOf);
  }

  async lockOrder(orderId: OrderId): Promise<void> {
    await this.tx.query('SELECT FROM saga WHERE order_id = $1 FOR UPDATE', [orderId]);
  }

  /** Sorted, so that any two transactions take the locks they share in the same order. */
  async lockSagas(orderIds: readonly OrderId[]): Promise<Saga[]> {
    const rows = await this.tx.query<SagaRow>(
      `${selectSagas} WHERE order_id = ANY ($1::uuid[]) ORDER BY order_id FOR UPDATE`,
      [orderIds],
    );
    return rows.map(sagaOf);
  }

  async moveSagas(moves: readonly SagaMoveRecord[]): Promise<void> {
    const rows = await this.tx.query(
      `WITH move AS (
         SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[], $5::text[], $6::double precision[], $7::text[])
           AS move (order_id, version, state, tries, reason, due_in_ms, detail)
       ), moved AS (
         UPDATE saga SET state = move.state, version = saga.version + 1, tries = move.tries, reason = move.reason,
           due_at = CASE WHEN move.due_in_ms IS NULL THEN NULL ELSE ${inMs('move.due_in_ms')} END
         FROM move WHERE saga.order_id = move.order_id AND saga.version = move.version
         RETURNING saga.order_id, saga.version, saga.state, move.detail
       )
       INSERT INTO order_event (order_id, version, state, at, detail)
       SELECT order_id, version, state, clock_timestamp(), detail FROM moved RETURNING 1`,
      [
        moves.map(({ from }) => from.orderId),
        moves.map(({ from }) => from.version),
        moves.map(({ to }) => to),
        moves.map(({ tries }) => tries),
        moves.map(({ reason }) => reason ?? null),
        moves.map(({ dueInMs }) => dueInMs ?? null),
        moves.map(({ detail }) => detail ?? null),
      ],
    );
    invariant(rows.length === moves.length, 'a saga is moved from the version it has, with its lock held');
  }

  async claimDueSteps(limit: number, leaseMs: number): Promise<DueStep[]> {
    const rows = await this.tx.query<SagaRow & PaymentRow & { placed_at: Date }>(
      `WITH due AS (
         SELECT order_id FROM saga WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       UPDATE saga s SET due_at = ${inMs('$2')}, tries = s.tries + 1
       FROM due JOIN placed_order o USING (order_id) JOIN payment p USING (order_id) WHERE s.order_id = due.order_id
       RETURNING s.order_id, s.state, s.version, s.tries, s.reason, o.placed_at, ${paymentColumns}`,
      [limit, leaseMs],
    );
    return rows.map((row) => ({
      saga: sagaOf(row),
      placedAt: instantOfEpochMs(row.placed_at.getTime()),
      payment: paymentOf(row),
    }));
  }

  async postponeStep({ orderId, version }: Saga, delayMs: number): Promise<void> {
    await this.tx.query(
      `UPDATE saga SET due_at = ${inMs('$3')} WHERE order_id = $1 AND version = $2 AND due_at IS NOT NULL`,
      [orderId, version, delayMs],
    );
  }

  async findPaymentsByKey(idempotencyKeys: readonly string[]): Promise<Payment[]> {
    const rows = await this.tx.query<PaymentRow>(
      `SELECT p.order_id, ${paymentColumns} FROM payment p WHERE p.idempotency_key = ANY ($1::text[])`,
      [idempotencyKeys],
    );
    return rows.map(paymentOf);
  }

  async keepCharges(charged: readonly Charged[]): Promise<void> {
    await this.tx.query(
      `UPDATE payment p
       SET reference = charged.reference, captured_currency = charged.currency, captured_minor = charged.minor, token = NULL
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) AS charged (order_id, reference, currency, minor)
       WHERE p.order_id = charged.order_id`,
      [
        charged.map(({ orderId }) => orderId),
        charged.map(({ reference }) => reference),
        charged.map(({ amount }) => amount.currency),
        charged.map(({ amount }) => amount.minor),
      ],
    );
  }

  async dropCharges(orderIds: readonly OrderId[]): Promise<void> {
    await this.tx.query('UPDATE payment SET token = NULL WHERE order_id = ANY ($1::uuid[])', [orderIds]);
  }

  openReversal(orderId: OrderId, refundId: Uuid): Promise<void> {
    return this.refunds.openReversal(orderId, refundId);
  }

  openRefund(orderId: OrderId, refund: NewRefund): Promise<void> {
    return this.refunds.open(orderId, refund);
  }

  findOpenRefund(orderId: OrderId): Promise<Refund | undefined> {
    return this.refunds.findOpen(orderId);
  }

  findRefund(refundId: Uuid): Promise<Refund | undefined> {
    return this.refunds.find(refundId);
  }

  findRefundByKey(idempotencyKey: string): Promise<Refund | undefined> {
    return this.refunds.findByKey(idempotencyKey);
  }

  refundsLeft(orderId: OrderId): Promise<{ onTheirWay: number; staysPaid: boolean }> {
    return this.refunds.left(orderId);
  }

  closeRefund(refundId: Uuid, reference: string): Promise<void> {
    return this.refunds.close(refundId, reference);
  }

  async sayConfirmed(orders: readonly OrderVersion[]): Promise<void> {
    const marketOf = await this.marketsOf(orders);
    await sayMany(
      this.tx,
      orderConfirmedV1,
      orders.map(({ orderId, version }) => {
        const market = marketOf(orderId);
        return { data: { orderId, version, market }, version, market };
      }),
    );
  }

  async sayCancelled(orders: readonly (OrderVersion & { readonly reason: string })[]): Promise<void> {
    const marketOf = await this.marketsOf(orders);
    await sayMany(
      this.tx,
      orderCancelledV1,
      orders.map(({ orderId, version, reason }) => {
        const market = marketOf(orderId);
        return { data: { orderId, version, market, reason }, version, market };
      }),
    );
  }

  async saySales(sales: readonly (OrderVersion & { readonly reference: string })[]): Promise<void> {
    const orders = await readOrders(
      this.tx,
      sales.map(({ orderId }) => orderId),
    );
    await this.sayMoney(
      sales.map(({ orderId, version, reference }) => {
        const order = orders.get(orderId);
        invariant(order, `order ${orderId} exists`);
        return saleFactOf(order, { version, reference });
      }),
    );
  }

  async sayRefund(orderId: OrderId, refundId: Uuid, version: number): Promise<void> {
    const record = await this.findOrder(orderId);
    const reference = await this.refunds.referenceOf(refundId);
    const refund = record?.refunds.find(({ id }) => id === refundId);
    invariant(record && refund, `refund ${refundId} is of order ${orderId}`);
    await this.sayMoney([refundFactOf(record.order, refund, { version, reference })]);
  }

  /** Said and noted under one moment: by it finance proves that it heard all of a day. */
  private async sayMoney(sales: readonly DataOf<typeof saleRecordedV1>[]): Promise<void> {
    const occurredAt = new Date();
    await sayMany(
      this.tx,
      saleRecordedV1,
      sales.map((data) => ({ data, version: data.version, market: data.market, occurredAt })),
    );
    await noteSaid(this.tx, sales, occurredAt);
  }

  async forgetOld(keptMs: number, limit: number): Promise<number> {
    const old = (table: string, age: string): string =>
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${age} < now() - make_interval(secs => $1) LIMIT $2)) RETURNING 1`;
    const [row] = await this.tx.query<{ forgotten: number }>(
      `WITH keys AS (${old('idempotency_key', 'locked_until')}), messages AS (${old('webhook', 'heard_at')})
       SELECT ((SELECT count(*) FROM keys) + (SELECT count(*) FROM messages))::int AS forgotten`,
      [keptMs / 1000, limit],
    );
    return row?.forgotten ?? 0;
  }

  async noteWebhooks(webhookIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.tx.query<{ webhook_id: string }>(
      'INSERT INTO webhook (webhook_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING webhook_id',
      [[...webhookIds].sort()],
    );
    return new Set(rows.map((row) => row.webhook_id));
  }

  afterCommit(work: () => void): void {
    this.tx.afterCommit(work);
  }

  private async marketsOf(orders: readonly OrderVersion[]): Promise<(orderId: OrderId) => string> {
    const rows = await this.tx.query<{ order_id: OrderId; market: string }>(
      'SELECT order_id, market FROM placed_order WHERE order_id = ANY ($1::uuid[])',
      [orders.map(({ orderId }) => orderId)],
    );
    const markets = new Map(rows.map((row) => [row.order_id, row.market]));
    return (orderId) => {
      const market = markets.get(orderId);
      invariant(market, `order ${orderId} exists`);
      return market;
    };
  }
}
