import type { Clock, Instant, MarketCode, Outcome, Uuid } from '@reprise/kernel';
import { isRejection, Money, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn } from '../domain/goods.js';
import type { OrderRecord } from '../domain/order-record.js';
import { amountOf, planRefund } from '../domain/plan-refund.js';
import type { Withdrawal } from './goods-ports.js';
import type { OpenReturns } from './open-returns.js';
import type { DeskTx } from './ports.js';
import type { SecretMint } from './state-withdrawal.js';
import { splitSent, withdrawablePieces } from './state-withdrawal.js';

/** What the buyer is acknowledged. */
export interface Acknowledged {
  readonly withdrawalId: Uuid;
  readonly withdrawnAt: Instant;
  readonly refund: Money;
  readonly returns: readonly GoodsReturn[];
}

/** Writes the acknowledgement as the buyer is given it, and as it is kept. */
export type Acknowledge = (record: OrderRecord, acknowledged: Acknowledged) => Readonly<Record<string, unknown>>;

/**
 * The second step: the withdrawal takes effect and is acknowledged with date and time (Directive 2011/83/EU art. 11a). Nobody's approval is
 * needed. What was not sent is paid back at once, the rest when its seller has it. Confirmed again, it is the same acknowledgement.
 */
export class ConfirmWithdrawal {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: SecretMint,
    private readonly openReturns: OpenReturns,
  ) {}

  async run(
    tx: DeskTx,
    record: OrderRecord,
    asked: { readonly market: MarketCode; readonly withdrawalId: Uuid; readonly token: string },
    acknowledge: Acknowledge,
  ): Promise<Outcome<Readonly<Record<string, unknown>>, OrderRejection>> {
    const withdrawal = await tx.goods.findWithdrawal(record.order.id, asked.withdrawalId);
    if (record.order.market !== asked.market || withdrawal?.tokenSha256 !== this.secrets.hash(asked.token)) {
      return withdrawalNotFound;
    }
    if (withdrawal.acknowledgement) return withdrawal.acknowledgement;
    const now = this.clock.now();
    if (withdrawal.expiresAt <= now) return withdrawalNotFound;
    const pieces = withdrawablePieces(record, asked.market, withdrawal.lines, now);
    if (isRejection(pieces)) return pieces;
    const returns = await this.open(tx, record, withdrawal, now);
    if (isRejection(returns)) return returns;
    const refund = await this.refundOf(tx, record, returns);
    const acknowledgement = acknowledge(record, { withdrawalId: withdrawal.id, withdrawnAt: now, refund, returns });
    await tx.goods.saveAcknowledgement(withdrawal.id, acknowledgement);
    await tx.documents.noteDue({ orderId: record.order.id, about: 'withdrawal', subjectId: withdrawal.id });
    return acknowledgement;
  }

  private async open(
    tx: DeskTx,
    record: OrderRecord,
    { id: withdrawalId, lines }: Withdrawal,
    now: Instant,
  ): Promise<Outcome<GoodsReturn[], OrderRejection>> {
    const { unsent, sent } = splitSent(record.progress, lines);
    const cause = { reason: 'changedMind', status: 'approved', requestedBy: 'buyer', withdrawalId } as const;
    const back = await this.openReturns.run(tx, record, sent, { ...cause, kind: 'withdrawal' }, now);
    if (isRejection(back)) return back;
    const off = await this.openReturns.run(tx, record, unsent, { ...cause, kind: 'cancellation' }, now);
    return isRejection(off) ? off : [...back, ...off];
  }

  /** What was paid back just now, and what will be when the goods are there. */
  private async refundOf(tx: DeskTx, { order }: OrderRecord, returns: readonly GoodsReturn[]): Promise<Money> {
    const after = await tx.findOrder(order.id);
    const isOfThis = (returnId: Uuid | undefined): boolean => returns.some(({ id }) => id === returnId);
    const given = (after?.refunds ?? []).filter(({ returnId }) => isOfThis(returnId)).map(({ amount }) => amount);
    const waiting = returns.filter(({ kind }) => kind === 'withdrawal').flatMap(({ lines }) => lines);
    const before = (after?.refunds ?? []).flatMap(({ parts }) => parts);
    const planned = planRefund(order, before, { pieces: waiting, reductions: [], delivery: 'whenNothingIsKept' });
    const coming = isRejection(planned) ? [] : planned;
    return Money.sum([...given, amountOf(order, coming)], order.totals.gross.currency);
  }
}

export const withdrawalNotFound: OrderRejection = reject(
  'WithdrawalNotFound',
  'There is no such withdrawal, its token is another, or its statement has expired: state it again.',
  { field: 'path.withdrawalId' },
);
