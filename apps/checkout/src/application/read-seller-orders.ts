import type { OrderId, Outcome, SellerId } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { ConsignmentStatus } from '../domain/line-progress.js';
import type { SellerOrder } from './goods-ports.js';
import type { Desk } from './ports.js';
import { orderNotFound } from './read-order.js';

/** Reads a seller's part of paid orders. */
export class ReadSellerOrders {
  constructor(private readonly desk: Desk) {}

  async find(sellerId: SellerId, orderId: OrderId): Promise<Outcome<SellerOrder, OrderRejection>> {
    return (await this.desk.transact((tx) => tx.goods.findSellerOrder(sellerId, orderId))) ?? orderNotFound;
  }

  /** A page, newest first, and the last order of it when there are more. */
  async list(
    sellerId: SellerId,
    page: { readonly status?: ConsignmentStatus; readonly before?: OrderId; readonly limit: number },
  ): Promise<{ readonly orders: readonly SellerOrder[]; readonly next?: OrderId }> {
    const oneMore = { ...page, limit: page.limit + 1 };
    const found = await this.desk.transact((tx) => tx.goods.listSellerOrders(sellerId, oneMore));
    const orders = found.slice(0, page.limit);
    const last = orders.at(-1)?.record.order.id;
    return { orders, ...(found.length > page.limit && last !== undefined && { next: last }) };
  }
}
