import type { MarketCode, OrderId, Outcome, Uuid } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import { withdrawalNotFound } from './confirm-withdrawal.js';
import type { Desk } from './ports.js';
import { orderNotFound } from './read-order.js';

/** Reads the acknowledgement of a withdrawal as it was given. */
export class ReadWithdrawal {
  constructor(private readonly desk: Desk) {}

  async run(
    market: MarketCode,
    orderId: OrderId,
    withdrawalId: Uuid,
  ): Promise<Outcome<Readonly<Record<string, unknown>>, OrderRejection>> {
    return this.desk.transact(async (tx) => {
      const record = await tx.findOrder(orderId);
      if (record?.order.market !== market) return orderNotFound;
      return (await tx.goods.findWithdrawal(orderId, withdrawalId))?.acknowledgement ?? withdrawalNotFound;
    });
  }
}
