import type { MarketCode, OrderId, Outcome } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { OrderRecord } from '../domain/order-record.js';
import type { Desk } from './ports.js';

/** Reads an order of a market. One of another market is not found: its existence is nobody's business here. */
export class ReadOrder {
  constructor(private readonly desk: Desk) {}

  async run(market: MarketCode, orderId: OrderId): Promise<Outcome<OrderRecord, OrderRejection>> {
    const record = await this.desk.directly((tx) => tx.findOrder(orderId));
    return record?.order.market === market ? record : orderNotFound;
  }
}

export const orderNotFound: OrderRejection = reject('OrderNotFound', 'There is no such order for this token.', {
  field: 'path.orderId',
});
