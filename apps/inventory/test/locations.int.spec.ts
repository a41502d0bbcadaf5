import type { MarketCode, OfferId, OrderId } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import { AllocateOrders } from '../src/application/allocate-orders.js';
import { EndOrders } from '../src/application/end-orders.js';
import { TakeGoods } from '../src/application/take-goods.js';
import { TakeOffers } from '../src/application/take-offers.js';
import { InventoryDoor } from './inventory-door.js';
import { statedOffer } from './stated-offer.js';

const fr = 'fr' as MarketCode;
let door: InventoryDoor;
beforeAll(async () => {
  door = await InventoryDoor.open();
  for (const [code, country] of [
    ['paris', 'FR'],
    ['lyon', 'FR'],
  ])
    await door.call('PUT', `/v1/seller/locations/${code}`, { as: 'seller', body: { name: `Shop ${code}`, country } });
});
afterAll(() => door.close());

async function offered(sku: string, quantity = 9): Promise<OfferId> {
  const offerId = newId<OfferId>();
  await door.room.transact((tx) =>
    new TakeOffers().run(tx, [statedOffer({ offerId, sellerId: door.sellerId, sku, quantity })]),
  );
  return offerId;
}
const feed = async (lines: readonly unknown[], query = '') =>
  (await door.call('POST', `/v1/seller/stock/bulk${query}`, { as: 'seller', lines })).body;
const stock = async (sku: string) => (await door.call('GET', `/v1/seller/stock/${sku}`, { as: 'seller' })).body;
const place = async (offerId: OfferId, quantity: number) => {
  const orderId = newId<OrderId>();
  await door.room.transact((tx) =>
    new AllocateOrders().run(tx, [{ orderId, market: fr, lines: [{ offerId, quantity }] }]),
  );
  return orderId;
};
const end = (orderId: OrderId, ending: 'confirmed' | 'cancelled') =>
  door.room.transact((tx) => new EndOrders().run(tx, ending, [{ orderId, market: fr }]));

test('a feed makes places count, keeps safety stock off sale, and said again changes nothing', async () => {
  await offered('FED');
  const lines = [
    { sku: 'FED', location: 'paris', onHand: 3, safetyStock: 1 },
    { sku: 'FED', location: 'lyon', onHand: 4 },
    { sku: 'FED', location: 'nowhere', onHand: 1 },
    { sku: 'NONE', location: 'lyon', onHand: 1 },
    { sku: 'FED', location: 'lyon', onHand: -1 },
  ];
  const dry = await feed(lines, '?dryRun=true');
  expect(await stock('FED')).toMatchObject({ countedBy: 'offer', onHand: 9, locations: [] });
  const taken = await feed(lines);
  expect(taken).toEqual(dry);
  expect(taken).toMatchObject({ received: 5, changed: 2, unchanged: 0, rejectedCount: 3 });
  expect(taken['rejected']).toMatchObject([
    { line: 5, field: 'onHand' },
    { line: 3, field: 'location', code: 'locationNotFound' },
    { line: 4, field: 'sku', code: 'offerNotFound' },
  ]);
  const level = await stock('FED');
  expect(level).toMatchObject({ countedBy: 'locations', onHand: 7, available: 6, safetyStock: 1 });
  expect(await feed(lines)).toMatchObject({ changed: 0, unchanged: 2 });
  expect(await stock('FED')).toEqual(level);
});

test('an order is shared out among places, leaves from them, and a cancelled one gives back to them', async () => {
  const offerId = await offered('SPLIT');
  await feed([
    { sku: 'SPLIT', location: 'paris', onHand: 2 },
    { sku: 'SPLIT', location: 'lyon', onHand: 3 },
  ]);
  const [four, one] = [await place(offerId, 4), await place(offerId, 1)];
  expect(await stock('SPLIT')).toMatchObject({
    ...{ onHand: 5, allocated: 5, available: 0 },
    locations: [
      { location: 'lyon', onHand: 3, allocated: 3, available: 0 },
      { location: 'paris', onHand: 2, allocated: 2, available: 0 },
    ],
  });
  await end(four, 'confirmed');
  await end(one, 'cancelled');
  expect(await stock('SPLIT')).toMatchObject({
    ...{ onHand: 1, allocated: 0, available: 1 },
    locations: [
      { onHand: 0, allocated: 0 },
      { onHand: 1, allocated: 0 },
    ],
  });
  await door.room.transact((tx) =>
    new TakeGoods().run(tx, [
      {
        ...{ documentId: newId(), effect: 'cancelled', orderId: four, sellerId: door.sellerId },
        lines: [{ offerId, quantity: 4, devices: [] }],
      },
    ]),
  );
  expect(await stock('SPLIT')).toMatchObject({ onHand: 5, locations: [{ onHand: 3 }, { onHand: 2 }] });
});

test('a place that has fewer than it promised keeps its promise, and sells no more', async () => {
  const offerId = await offered('LOW');
  await feed([{ sku: 'LOW', location: 'paris', onHand: 3 }]);
  const orderId = await place(offerId, 3);
  await feed([{ sku: 'LOW', location: 'paris', onHand: 1 }]);
  expect(await stock('LOW')).toMatchObject({ onHand: 3, allocated: 3, withdrawn: 2, available: 0 });
  await end(orderId, 'confirmed');
  expect(await stock('LOW')).toMatchObject({ onHand: 0, withdrawn: 0, locations: [{ onHand: 0, allocated: 0 }] });
});

test('an order older than the places leaves from them all the same', async () => {
  const offerId = await offered('OLD');
  const orderId = await place(offerId, 2);
  await feed([{ sku: 'OLD', location: 'lyon', onHand: 5 }]);
  await end(orderId, 'confirmed');
  expect(await stock('OLD')).toMatchObject({ onHand: 3, locations: [{ onHand: 3, allocated: 0 }] });
});

test('movements explain every place and every level, and the places of an offer are its stock', async () => {
  const wrong = await door.test.database.query(
    `SELECT l.offer_id FROM location_level l
     LEFT JOIN (SELECT offer_id, location, sum(on_hand) h, sum(allocated) a FROM location_movement GROUP BY 1, 2) m
       USING (offer_id, location)
     WHERE (l.on_hand, l.allocated) IS DISTINCT FROM (coalesce(h, 0), coalesce(a, 0))
     UNION ALL
     SELECT s.offer_id FROM stock s JOIN (SELECT offer_id, sum(on_hand) h FROM location_level GROUP BY 1) l USING (offer_id)
     WHERE s.on_hand - s.withdrawn <> h`,
  );
  expect(wrong).toEqual([]);
  await expect(door.test.database.query('UPDATE location_level SET on_hand = on_hand + 1')).rejects.toThrow(
    'do not sum',
  );
});
