import type { MarketCode, SellerId } from '@reprise/kernel';
import { reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { LineProgress } from '../domain/goods.js';
import type { OrderRecord } from '../domain/order-record.js';
import { statusOf } from '../domain/order-status.js';
import { orderNotFound } from './read-order.js';

/** Why nothing can follow this order for whoever reads it in `market`, if nothing can: it is elsewhere, not paid yet, or never was. */
export function refuseUnpaid({ order, saga, progress }: OrderRecord, market?: MarketCode): OrderRejection | undefined {
  if (market !== undefined && order.market !== market) return orderNotFound;
  if (progress.length > 0) return undefined;
  return reject('OrderNotInThatState', `The order is ${statusOf[saga.state]}.`, {
    details: { status: statusOf[saga.state] },
  });
}

/** A seller's own lines of an order, or that there is no such order: what others sold in it is not theirs to know. */
export function progressOfSeller({ progress }: OrderRecord, sellerId: SellerId): LineProgress[] | OrderRejection {
  const own = progress.filter((line) => line.sellerId === sellerId);
  return own.length > 0 ? own : orderNotFound;
}
