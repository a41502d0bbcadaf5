import type { Clock, Instant, Outcome, SellerId, Uuid } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { GoodsReturn } from '../domain/goods.js';
import { isGoodsMove, returnTransitions } from '../domain/goods-transitions.js';
import type { GoodsEffect, ReturnEvent } from '../domain/goods-transitions.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { NamedUnit } from '../domain/unit-identity.js';
import type { AdvanceOrder } from './advance-order.js';
import { payBackReturn } from './ask-refund.js';
import type { DeskTx } from './ports.js';
import { pickUnits } from './pick-units.js';

/** What a seller, or an operator for it, says of a return. */
export interface ReturnNews {
  readonly returnId: Uuid;
  /** Absent when an operator says it. */
  readonly sellerId?: SellerId;
  readonly event: Exclude<ReturnEvent, 'paidBack'>;
  readonly message?: string | undefined;
  readonly units?: readonly NamedUnit[] | undefined;
  readonly saidBy: string;
}

/** Moves a return as its table says, with all that follows, in the caller's transaction. */
export class MoveReturn {
  constructor(
    private readonly clock: Clock,
    private readonly advanceOrder: AdvanceOrder,
  ) {}

  async run(tx: DeskTx, record: OrderRecord, news: ReturnNews): Promise<Outcome<GoodsReturn, OrderRejection>> {
    const found = record.returns.find(({ id }) => id === news.returnId);
    if (!found || (news.sellerId !== undefined && news.sellerId !== found.sellerId)) return returnNotFound;
    if (news.event === 'remedied' && found.kind !== 'warrantyClaim') return onlyClaims;
    const decision = returnTransitions[found.status][news.event];
    if (!isGoodsMove(decision)) return decision === 'late' ? found : notInThatState(found, news.event);
    let moved = withNews(found, decision.to, news, this.clock.now());
    for (const effect of decision.effects.filter((each) => each !== 'requestRefund')) {
      const done = await this.perform(tx, record, moved, effect, news);
      if (isRejection(done)) return done;
      moved = done;
    }
    await tx.goods.saveReturn(moved);
    await tx.goods.sayReturn(moved);
    if (!decision.effects.includes('requestRefund')) return moved;
    return payBackReturn(tx, this.advanceOrder, moved, { requestedBy: news.saidBy });
  }

  private async perform(
    tx: DeskTx,
    record: OrderRecord,
    moved: GoodsReturn,
    effect: GoodsEffect,
    { units }: ReturnNews,
  ): Promise<Outcome<GoodsReturn, OrderRejection>> {
    if (effect === 'releasePieces') await tx.goods.notePieces(record.order.id, moved.lines, 'returned', -1);
    if (effect !== 'releaseUnits') return moved;
    const picked = pickUnits(moved.lines, await tx.goods.unitsWithBuyer(record.order.id), units);
    if (isRejection(picked)) return picked;
    await tx.goods.releaseUnits(picked, moved.id);
    const lines = moved.lines.map((line) => ({
      ...line,
      units: picked
        .filter(({ lineId }) => lineId === line.lineId)
        .map(({ imei, serial }) => ({ ...(imei !== undefined && { imei }), ...(serial !== undefined && { serial }) })),
    }));
    return { ...moved, lines };
  }
}

function withNews(found: GoodsReturn, to: GoodsReturn['status'], { message }: ReturnNews, now: Instant): GoodsReturn {
  return {
    ...found,
    status: to,
    version: found.version + 1,
    ...(to === 'received' && { receivedAt: now }),
    ...(message !== undefined && message !== '' && { message }),
  };
}

const returnNotFound: OrderRejection = reject('ReturnNotFound', 'The order has no such return.', {
  field: 'path.returnId',
});

const onlyClaims: OrderRejection = reject(
  'ReturnNotInThatState',
  'Only a warranty claim can be met by a repair or a replacement.',
  { field: 'remedy' },
);

function notInThatState({ status }: GoodsReturn, event: ReturnEvent): OrderRejection {
  return reject('ReturnNotInThatState', `A return that is ${status} cannot be ${wordOf[event]}.`, {
    details: { status },
  });
}

const wordOf: { readonly [event in ReturnEvent]: string } = {
  approved: 'approved',
  rejected: 'rejected',
  goodsReceived: 'received',
  remedied: 'met by a repair or a replacement',
  paidBack: 'paid back',
};
