import { webhookEventTypes, webhookMessageSchema } from '@reprise/contracts';
import { orderCancelledV1, returnChangedV1, saleRecordedV1, shipmentChangedV1 } from '@reprise/contracts/events';
import { newsOfCancelled, newsOfReturn, newsOfSale, newsOfSeller, newsOfShipment } from './webhook-news.js';

const at = '2026-11-24T10:00:00.000Z';
const other = '0199d3a0-0000-7000-8000-000000000002';
const sale = saleRecordedV1.example;
const [line] = sale.lines;
if (line === undefined) throw new Error('the example has a line');
const shared = {
  ...sale,
  lines: [...sale.lines, { ...line, sellerId: other, lineId: '0199d3a0-0000-7000-8000-000000000032' }],
};

test('a seller is told of its own lines and of no sum, operators of all', () => {
  const [first, second, ops] = newsOfSale(shared, at);
  expect(first).toMatchObject({
    owner: `seller:${line.sellerId}`,
    type: 'order.confirmed',
    data: { lines: [{ lineId: line.lineId }] },
  });
  expect(second).toMatchObject({ owner: `seller:${other}`, data: { lines: [{ quantity: 1 }] } });
  expect(first?.data['lines']).toHaveLength(1);
  expect(first?.data).not.toHaveProperty('totals');
  expect(ops).toMatchObject({ owner: 'ops', data: { totals: sale.totals } });
  expect(ops?.data['lines']).toHaveLength(2);
});

test('a refund names the movement of money and the return it pays back', () => {
  const [news] = newsOfSale({ ...sale, kind: 'refund', saleId: other, returnId: other }, at);
  expect(news).toMatchObject({
    type: 'order.refunded',
    key: `order.refunded:${other}`,
    data: { refundId: other, returnId: other },
  });
});

const everything = [
  ...newsOfSale(shared, at),
  newsOfCancelled(orderCancelledV1.example, at),
  ...newsOfShipment(shipmentChangedV1.example, at),
  ...newsOfReturn(returnChangedV1.example, at),
  ...newsOfSeller({ sellerId: other, version: 3, status: 'suspended' }, at),
  ...newsOfSeller({ sellerId: other, version: 4, status: 'active' }, at),
];

test.each(everything)('$type for $owner is a message, and names neither a device nor a payment', ({ type, data }) => {
  expect(webhookEventTypes).toContain(type);
  expect(webhookMessageSchema.safeParse({ type, timestamp: at, data }).success).toBe(true);
  expect(JSON.stringify(data)).not.toMatch(/imei|serial|payment|reference|marginTax|version/);
});

test('what has one key is told once: each status of a parcel has its own, each version of it has not', () => {
  const shipped = { ...shipmentChangedV1.example, status: 'shipped' as const, version: 1 };
  const keys = (data: typeof shipmentChangedV1.example) => newsOfShipment(data, at).map(({ key }) => key);
  expect(keys(shipped)).toEqual(keys({ ...shipped, version: 2 }));
  expect(keys(shipped)).not.toEqual(keys({ ...shipped, status: 'delivered' }));
});
