import type { Clock, MarketCode, OrderId, Outcome, Uuid } from '@reprise/kernel';
import { isRejection, Money, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import { unsentPieces } from '../domain/line-progress.js';
import type { OrderRecord } from '../domain/order-record.js';
import { amountOf, planRefund, planRestRefund } from '../domain/plan-refund.js';
import type { RefundPart } from '../domain/plan-refund.js';
import type { AdvanceOrder } from './advance-order.js';
import { askRefund } from './ask-refund.js';
import type { RefundCause } from './ask-refund.js';
import type { ClaimKey, KeyedRequest } from './claim-key.js';
import { keyMissing } from './claim-key.js';
import type { OpenReturns } from './open-returns.js';
import type { Placed } from './place-order.js';
import type { Desk, DeskTx } from './ports.js';
import { orderNotFound } from './read-order.js';

export interface RefundOrderRequest extends KeyedRequest {
  readonly market: MarketCode;
  readonly orderId: OrderId;
  readonly reason: string;
  /** The operator. */
  readonly requestedBy: string;
  /** Absent, and `delivery` too: all that is still paid. */
  readonly lines?: readonly { readonly lineId: string; readonly amount: { amount: string; currency: string } }[];
  readonly delivery?: boolean;
}

/** Gives money back at an operator's word: all that is still paid, a part of some lines' price, or delivery. */
export class RefundOrder {
  constructor(
    private readonly desk: Desk,
    private readonly claimKey: ClaimKey,
    private readonly advanceOrder: AdvanceOrder,
    private readonly openReturns: OpenReturns,
    private readonly clock: Clock,
  ) {}

  async run(request: RefundOrderRequest): Promise<Outcome<Placed, OrderRejection>> {
    const { key, orderId } = request;
    if (key === undefined) return keyMissing;
    const known = await this.claimKey.look({ ...request, key });
    if (known) return isRejection(known) || known.kind === 'replay' ? known : { kind: 'order', orderId, key };

    const outcome = await this.desk.transact(async (tx) => {
      await tx.lockOrder(orderId);
      const record = await tx.findOrder(orderId);
      if (record?.order.market !== request.market) return orderNotFound;
      if (!(await this.claimKey.claim(tx, { ...request, key }, orderId))) return 'keyKnown';
      const refused = await this.refund(tx, record, request);
      if (refused) await tx.deleteKeys([{ scope: request.scope, key }]);
      return refused ?? 'refunding';
    });
    if (isRejection(outcome)) return outcome;
    if (outcome === 'refunding') return { kind: 'order', orderId, key };
    const twin = await this.claimKey.look({ ...request, key });
    if (!twin || isRejection(twin)) return twin ?? notRefundable;
    return twin.kind === 'replay' ? twin : { kind: 'order', orderId, key };
  }

  /** Everything that can be refused is, before anything is written. */
  private async refund(
    tx: DeskTx,
    record: OrderRecord,
    request: RefundOrderRequest,
  ): Promise<OrderRejection | undefined> {
    if (record.progress.length === 0) return notRefundable;
    const parts = partsOf(record, request);
    if (isRejection(parts)) return parts;
    if (amountOf(record.order, parts).isZero()) return notRefundable;
    const { reason: detail, requestedBy } = request;
    const cause = { reason: 'RefundedByOperator', requestedBy, detail } as const;
    if (isWhole(request)) return this.refundWhole(tx, record, cause);
    await askRefund(tx, this.advanceOrder, record, parts, cause);
    return undefined;
  }

  /** What is paid back and was not sent must not be sent any more: it is called off. The rest stays where it is. */
  private async refundWhole(tx: DeskTx, record: OrderRecord, cause: RefundCause): Promise<OrderRejection | undefined> {
    const unsent = record.progress
      .map((line) => ({ lineId: line.lineId, quantity: unsentPieces(line) }))
      .filter(({ quantity }) => quantity > 0);
    const { requestedBy, detail } = cause;
    const off = { kind: 'cancellation', reason: 'other', status: 'approved', requestedBy, message: detail } as const;
    const opened = await this.openReturns.run(tx, record, unsent, { ...off, refundedAs: cause }, this.clock.now());
    if (isRejection(opened)) return opened;
    const after = await tx.findOrder(record.order.id);
    const given = (after ?? record).refunds.flatMap(({ parts }) => parts);
    await askRefund(tx, this.advanceOrder, record, planRestRefund(record.order, given), cause);
    return undefined;
  }
}

function isWhole({ lines, delivery }: RefundOrderRequest): boolean {
  return lines === undefined && delivery !== true;
}

function partsOf({ order, refunds }: OrderRecord, request: RefundOrderRequest): Outcome<RefundPart[], OrderRejection> {
  const before = refunds.flatMap(({ parts }) => parts);
  if (isWhole(request)) return planRestRefund(order, before);
  const reductions: { lineId: Uuid; amount: Money }[] = [];
  for (const [i, { lineId, amount: asked }] of (request.lines ?? []).entries()) {
    const amount = Money.parse(asked.amount, asked.currency);
    if (isRejection(amount) || amount.currency !== order.totals.gross.currency || !amount.isPositive()) {
      return reject('AmountInvalid', `An amount above zero in ${order.totals.gross.currency}.`, {
        field: `lines[${i}].amount`,
      });
    }
    reductions.push({ lineId: lineId.toLowerCase() as Uuid, amount });
  }
  return planRefund(order, before, {
    pieces: [],
    reductions,
    delivery: request.delivery === true ? 'always' : 'never',
  });
}

const notRefundable: OrderRejection = reject(
  'OrderNotRefundable',
  'Only a paid order can be refunded, and only what is still paid.',
);
