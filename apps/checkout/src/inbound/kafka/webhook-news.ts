import type {
  DataOf,
  orderCancelledV1,
  returnChangedV1,
  saleRecordedV1,
  shipmentChangedV1,
} from '@reprise/contracts/events';
import type { WebhookNews, WebhookOwner } from '../../domain/webhook-message.js';

/** A sale or a refund: each seller reads its own lines, operators all of them and the sums. */
export function newsOfSale(sale: DataOf<typeof saleRecordedV1>, happenedAt: string): WebhookNews[] {
  const { saleId, kind, orderId, market, returnId, totals, shipTo } = sale;
  const type = kind === 'sale' ? 'order.confirmed' : 'order.refunded';
  const head = {
    ...{ orderId, market },
    ...(kind === 'sale' ? { shipTo: { country: shipTo.country } } : { refundId: saleId }),
    ...(returnId === undefined ? {} : { returnId }),
  };
  const tell = (owner: WebhookOwner, data: Readonly<Record<string, unknown>>): WebhookNews => ({
    ...{ owner, type, market, happenedAt },
    key: `${type}:${saleId}`,
    data: { ...head, ...data },
  });
  const sellers = [...new Set(sale.lines.map(({ sellerId }) => sellerId))];
  return [
    ...sellers.map((sellerId) =>
      tell(`seller:${sellerId}`, { lines: sale.lines.filter((line) => line.sellerId === sellerId).map(soldLine) }),
    ),
    tell('ops', { lines: sale.lines.map((line) => ({ sellerId: line.sellerId, ...soldLine(line) })), totals }),
  ];
}

function soldLine(line: DataOf<typeof saleRecordedV1>['lines'][number]) {
  const { lineId, offerId, variantId, grade, quantity, unitPrice, gross } = line;
  return { lineId, offerId, variantId, grade, quantity, unitPrice, gross };
}

/** No seller knows of an order that was never paid. */
export function newsOfCancelled(data: DataOf<typeof orderCancelledV1>, happenedAt: string): WebhookNews {
  const { orderId, market, reason } = data;
  const type = 'order.cancelled';
  return { owner: 'ops', key: `${type}:${orderId}`, type, market, happenedAt, data: { orderId, market, reason } };
}

/** A parcel, without what is in it one by one: a device is named to its seller and to nobody else. */
export function newsOfShipment(data: DataOf<typeof shipmentChangedV1>, happenedAt: string): WebhookNews[] {
  const { shipmentId, sellerId, market, status } = data;
  const type = `shipment.${status}` as const;
  const { version: _version, ...shown } = { ...data, lines: data.lines.map(countedLine) };
  return both(sellerId, { key: `${type}:${shipmentId}`, type, market, happenedAt, data: shown });
}

/** What does not stay with its buyer. */
export function newsOfReturn(data: DataOf<typeof returnChangedV1>, happenedAt: string): WebhookNews[] {
  const { returnId, sellerId, market, status } = data;
  const type = `return.${status}` as const;
  const { version: _version, ...shown } = { ...data, lines: data.lines.map(countedLine) };
  return both(sellerId, { key: `${type}:${returnId}`, type, market, happenedAt, data: shown });
}

/** A seller whose offers are off every page, or on again. */
export function newsOfSeller(
  seller: { readonly sellerId: string; readonly version: number; readonly status: 'active' | 'suspended' },
  happenedAt: string,
): WebhookNews[] {
  const { sellerId, version, status } = seller;
  const type = status === 'active' ? 'seller.reinstated' : 'seller.suspended';
  return both(sellerId, { key: `${type}:${sellerId}:${version}`, type, happenedAt, data: { sellerId, status } });
}

function countedLine({ lineId, offerId, quantity }: { lineId: string; offerId: string; quantity: number }) {
  return { lineId, offerId, quantity };
}

function both(sellerId: string, news: Omit<WebhookNews, 'owner'>): WebhookNews[] {
  return [
    { owner: `seller:${sellerId}`, ...news },
    { owner: 'ops', ...news },
  ];
}
