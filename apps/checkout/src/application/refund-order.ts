import type { MarketCode, OrderId, Outcome } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { AdvanceOrder } from './advance-order.js';
import type { ClaimKey, KeyedRequest } from './claim-key.js';
import { keyMissing } from './claim-key.js';
import type { Placed } from './place-order.js';
import type { Desk } from './ports.js';
import { orderNotFound } from './read-order.js';

export interface RefundOrderRequest extends KeyedRequest {
  readonly market: MarketCode;
  readonly orderId: OrderId;
  readonly reason: string;
  /** The operator. */
  readonly requestedBy: string;
}

/** Gives a confirmed order's money back, all of it: what was charged, to the minor unit. */
export class RefundOrder {
  constructor(
    private readonly desk: Desk,
    private readonly claimKey: ClaimKey,
    private readonly advanceOrder: AdvanceOrder,
  ) {}

  async run(request: RefundOrderRequest): Promise<Outcome<Placed, OrderRejection>> {
    const { key, orderId } = request;
    if (key === undefined) return keyMissing;
    const known = await this.claimKey.look({ ...request, key });
    if (known) return isRejection(known) || known.kind === 'replay' ? known : { kind: 'order', orderId, key };

    const outcome = await this.desk.transact(async (tx) => {
      const record = await tx.findOrder(orderId);
      if (record?.order.market !== request.market) return orderNotFound;
      if (!(await this.claimKey.claim(tx, { ...request, key }, orderId))) return 'keyKnown';
      const { reason: detail, requestedBy } = request;
      const advance = await this.advanceOrder.run(tx, orderId, { kind: 'refundRequested', detail, requestedBy });
      if (advance.kind === 'moved') return 'refunding';
      await tx.deleteKey(request.scope, key);
      return notRefundable;
    });
    if (isRejection(outcome)) return outcome;
    if (outcome === 'refunding') return { kind: 'order', orderId, key };
    const twin = await this.claimKey.look({ ...request, key });
    if (!twin || isRejection(twin)) return twin ?? notRefundable;
    return twin.kind === 'replay' ? twin : { kind: 'order', orderId, key };
  }
}

const notRefundable: OrderRejection = reject(
  'OrderNotRefundable',
  'Only a confirmed order can be refunded, and only once.',
);
