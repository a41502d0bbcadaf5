import { orderCancelledV1, orderConfirmedV1, orderPlacedV1, saleRecordedV1 } from '@reprise/contracts/events';
import { Bug, instantOfEpochMs, invariant } from '@reprise/kernel';
import type { Instant, Money, OrderId, Uuid } from '@reprise/kernel';
import { say } from '@reprise/platform/messaging';
import type { Database, Tx } from '@reprise/platform/persistence';
import type { DocumentsTx } from '../../application/document-ports.js';
import type { GoodsTx } from '../../application/goods-ports.js';
import type {
  Desk,
  DeskTx,
  DueStep,
  KeyClaim,
  NewRefund,
  Payment,
  Refund,
  SagaMoveRecord,
} from '../../application/ports.js';
import type { MarketCopy } from '../../domain/check-order.js';
import type { KeyRecord, StoredAnswer } from '../../domain/idempotency.js';
import type { OrderRecord } from '../../domain/order-record.js';
import type { Customer, Order, Saga } from '../../domain/order.js';
import type { SagaState } from '../../domain/saga-state.js';
import { insertOrderLines } from './insert-order-lines.js';
import { insertRedemption, lockVoucher } from './voucher-redemptions.js';
import { readMarket, saveMarketRows } from './market-rows.js';
import { placedFactOf, refundFactOf, saleFactOf } from './order-facts.js';
import { moneyOf, sagaOf } from './order-rows.js';
import type { SagaRow } from './order-rows.js';
import { PostgresDocuments } from './postgres-documents.js';
import { PostgresGoods } from './postgres-goods.js';
import { PostgresRefunds } from './postgres-refunds.js';
import { readOrderRecords } from './read-order-record.js';

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

/** Locks and leases are cut to milliseconds, which is all a Date holds: they are compared for equality later. */
const inMs = (parameter: string): string =>
  `date_trunc('milliseconds', now() + ${parameter}::double precision * interval '1 millisecond')`;

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

  async findKey(scope: string, key: string): Promise<KeyRecord | undefined> {
    const [row] = await this.tx.query<{
      request_sha256: string;
      order_id: string;
      locked_until: Date;
      answer_status: number | null;
      answer_body: string | null;
    }>(
      `SELECT request_sha256, order_id, locked_until, answer_status, answer_body
       FROM idempotency_key WHERE scope = $1 AND key = $2`,
      [scope, key],
    );
    if (!row) return undefined;
    const { answer_status: status, answer_body: body } = row;
    return {
      requestSha256: row.request_sha256,
      orderId: row.order_id as OrderId,
      lockedUntil: instantOfEpochMs(row.locked_until.getTime()),
      ...(status !== null && body !== null && { answer: { status, body } }),
    };
  }

  async insertKey({ scope, key, requestSha256, orderId, lockMs }: KeyClaim): Promise<boolean> {
    const rows = await this.tx.query(
      `INSERT INTO idempotency_key (scope, key, request_sha256, order_id, locked_until)
       VALUES ($1, $2, $3, $4, ${inMs('$5')}) ON CONFLICT DO NOTHING RETURNING key`,
      [scope, key, requestSha256, orderId, lockMs],
    );
    return rows.length === 1;
  }

  async deleteKey(scope: string, key: string): Promise<void> {
    await this.tx.query('DELETE FROM idempotency_key WHERE scope = $1 AND key = $2', [scope, key]);
  }

  async takeOverKey(scope: string, key: string, lockedUntil: Instant, lockMs: number): Promise<boolean> {
    const rows = await this.tx.query(
      `UPDATE idempotency_key SET locked_until = ${inMs('$4')}
       WHERE scope = $1 AND key = $2 AND locked_until = $3 AND answer_status IS NULL RETURNING key`,
      [scope, key, new Date(lockedUntil), lockMs],
    );
    return rows.length === 1;
  }

  async lockKey(scope: string, key: string): Promise<boolean> {
    const [row] = await this.tx.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
      [`checkout key ${scope} ${key}`],
    );
    return row?.mine === true;
  }

  /** The first answer stands: a slow holder whose key was taken over must not change what was given since. */
  async saveAnswer(scope: string, key: string, { status, body }: StoredAnswer): Promise<StoredAnswer> {
    const [row] = await this.tx.query<{ answer_status: number; answer_body: string }>(
      `UPDATE idempotency_key SET answer_status = coalesce(answer_status, $3), answer_body = coalesce(answer_body, $4)
       WHERE scope = $1 AND key = $2 RETURNING answer_status, answer_body`,
      [scope, key, status, body],
    );
    return row ? { status: row.answer_status, body: row.answer_body } : { status, body };
  }

  lockVoucher(code: string): Promise<boolean> {
    return lockVoucher(this.tx, code);
  }

  async insertOrder(order: Order, customer: Customer, payment: Payment, dueInMs: number): Promise<boolean> {
    const { net, tax, fees, shipping, gross } = order.totals;
    const inserted = await this.tx.query(
      `INSERT INTO placed_order (order_id, market, quote_id, cart_id, placed_at, ship_country, ship_region, payment_method,
         currency, net_minor, tax_minor, fees_minor, shipping_minor, gross_minor, shown)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (quote_id) DO NOTHING RETURNING order_id`,
      [
        order.id,
        order.market,
        order.quoteId,
        order.cartId ?? null,
        new Date(order.placedAt),
        order.shipCountry,
        order.shipRegion ?? null,
        order.paymentMethod,
        gross.currency,
        net.minor,
        tax.minor,
        fees.minor,
        shipping.minor,
        gross.minor,
        JSON.stringify(order.shown),
      ],
    );
    if (inserted.length === 0) return false;
    await insertOrderLines(this.tx, order);
    await insertRedemption(this.tx, order);
    await this.tx.query('INSERT INTO customer (order_id, email, name, address, locale) VALUES ($1, $2, $3, $4, $5)', [
      order.id,
      customer.email,
      customer.name,
      JSON.stringify(customer.address),
      customer.locale ?? null,
    ]);
    await this.tx.query(
      `INSERT INTO payment (order_id, idempotency_key, currency, amount_minor, method, token) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        order.id,
        payment.idempotencyKey,
        payment.amount.currency,
        payment.amount.minor,
        payment.method,
        payment.token ?? null,
      ],
    );
    await this.tx.query(
      `INSERT INTO saga (order_id, state, version, tries, due_at) VALUES ($1, 'reserving', 1, 0, ${inMs('$2')})`,
      [order.id, dueInMs],
    );
    await this.noteEvent(order.id, 1, 'reserving', undefined);
    await say(this.tx, orderPlacedV1, { data: placedFactOf(order), version: 1, market: order.market });
    return true;
  }

  async findOrder(orderId: OrderId): Promise<OrderRecord | undefined> {
    return (await readOrderRecords(this.tx, [orderId]))[0];
  }

  async findSaga(orderId: OrderId): Promise<Saga | undefined> {
    const [row] = await this.tx.query<SagaRow>(
      'SELECT order_id, state, version, tries, reason FROM saga WHERE order_id = $1',
      [orderId],
    );
    return row && sagaOf(row);
  }

  async lockOrder(orderId: OrderId): Promise<void> {
    await this.tx.query('SELECT FROM saga WHERE order_id = $1 FOR UPDATE', [orderId]);
  }

  async moveSaga({ from, to, reason, detail, tries, dueInMs }: SagaMoveRecord): Promise<boolean> {
    const rows = await this.tx.query(
      `UPDATE saga SET state = $3, version = version + 1, tries = $4, reason = $5,
         due_at = CASE WHEN $6::double precision IS NULL THEN NULL ELSE ${inMs('$6')} END
       WHERE order_id = $1 AND version = $2 RETURNING version`,
      [from.orderId, from.version, to, tries, reason ?? null, dueInMs ?? null],
    );
    if (rows.length === 0) return false;
    await this.noteEvent(from.orderId, from.version + 1, to, detail);
    return true;
  }

  async claimDueSteps(limit: number, leaseMs: number): Promise<DueStep[]> {
    const rows = await this.tx.query<SagaRow & { placed_at: Date }>(
      `WITH due AS (
         SELECT order_id FROM saga WHERE due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       UPDATE saga s SET due_at = ${inMs('$2')}, tries = s.tries + 1
       FROM due JOIN placed_order o USING (order_id) WHERE s.order_id = due.order_id
       RETURNING s.order_id, s.state, s.version, s.tries, s.reason, o.placed_at`,
      [limit, leaseMs],
    );
    return rows.map((row) => ({ saga: sagaOf(row), placedAt: instantOfEpochMs(row.placed_at.getTime()) }));
  }

  async postponeStep({ orderId, version }: Saga, delayMs: number): Promise<void> {
    await this.tx.query(
      `UPDATE saga SET due_at = ${inMs('$3')} WHERE order_id = $1 AND version = $2 AND due_at IS NOT NULL`,
      [orderId, version, delayMs],
    );
  }

  async findPayment(orderId: OrderId): Promise<Payment | undefined> {
    const [row] = await this.tx.query<{
      idempotency_key: string;
      currency: string;
      amount_minor: string;
      method: string;
      token: string | null;
      reference: string | null;
      captured_currency: string | null;
      captured_minor: string | null;
    }>('SELECT * FROM payment WHERE order_id = $1', [orderId]);
    if (!row) return undefined;
    const { reference, captured_currency: currency, captured_minor: minor } = row;
    return {
      orderId,
      idempotencyKey: row.idempotency_key,
      amount: moneyOf(row.amount_minor, row.currency),
      method: row.method,
      ...(row.token !== null && { token: row.token }),
      ...(reference !== null &&
        currency !== null &&
        minor !== null && { capture: { reference, amount: moneyOf(minor, currency) } }),
    };
  }

  async findOrderByPaymentKey(idempotencyKey: string): Promise<OrderId | undefined> {
    const [row] = await this.tx.query<{ order_id: OrderId }>(
      'SELECT order_id FROM payment WHERE idempotency_key = $1',
      [idempotencyKey],
    );
    return row?.order_id;
  }

  async keepCharge(orderId: OrderId, reference: string, captured: Money): Promise<void> {
    await this.tx.query(
      `UPDATE payment SET reference = $2, captured_currency = $3, captured_minor = $4, token = NULL WHERE order_id = $1`,
      [orderId, reference, captured.currency, captured.minor],
    );
  }

  async dropCharge(orderId: OrderId): Promise<void> {
    await this.tx.query('UPDATE payment SET token = NULL WHERE order_id = $1', [orderId]);
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

  async sayConfirmed(orderId: OrderId, version: number): Promise<void> {
    const market = await this.marketOf(orderId);
    await say(this.tx, orderConfirmedV1, { data: { orderId, version, market }, version, market });
  }

  async sayCancelled(orderId: OrderId, version: number, reason: string): Promise<void> {
    const market = await this.marketOf(orderId);
    await say(this.tx, orderCancelledV1, { data: { orderId, version, market, reason }, version, market });
  }

  async saySale(orderId: OrderId, version: number): Promise<void> {
    const order = await this.mustFindOrder(orderId);
    const payment = await this.findPayment(orderId);
    invariant(payment?.capture, `order ${orderId} was charged`);
    const { reference } = payment.capture;
    const data = saleFactOf(order, { version, reference });
    await say(this.tx, saleRecordedV1, { data, version, market: order.market });
  }

  async sayRefund(orderId: OrderId, refundId: Uuid, version: number): Promise<void> {
    const record = await this.findOrder(orderId);
    const reference = await this.refunds.referenceOf(refundId);
    const refund = record?.refunds.find(({ id }) => id === refundId);
    invariant(record && refund, `refund ${refundId} is of order ${orderId}`);
    const data = refundFactOf(record.order, refund, { version, reference });
    await say(this.tx, saleRecordedV1, { data, version, market: record.order.market });
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

  async noteWebhook(webhookId: string): Promise<boolean> {
    const rows = await this.tx.query(
      'INSERT INTO webhook (webhook_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING webhook_id',
      [webhookId],
    );
    return rows.length === 1;
  }

  afterCommit(work: () => void): void {
    this.tx.afterCommit(work);
  }

  private async noteEvent(
    orderId: OrderId,
    version: number,
    state: SagaState,
    detail: string | undefined,
  ): Promise<void> {
    await this.tx.query(
      'INSERT INTO order_event (order_id, version, state, at, detail) VALUES ($1, $2, $3, clock_timestamp(), $4)',
      [orderId, version, state, detail ?? null],
    );
  }

  private async marketOf(orderId: OrderId): Promise<string> {
    const [row] = await this.tx.query<{ market: string }>('SELECT market FROM placed_order WHERE order_id = $1', [
      orderId,
    ]);
    invariant(row, `order ${orderId} exists`);
    return row.market;
  }

  private async mustFindOrder(orderId: OrderId): Promise<Order> {
    const record = await this.findOrder(orderId);
    invariant(record, `order ${orderId} exists`);
    return record.order;
  }
}
