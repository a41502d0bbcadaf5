import type { MarketCode, OfferId, OrderId, SellerId } from '@reprise/kernel';
import { isRejection, luhnCheckDigit, mustBeLocalDay, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { AllocateOrders } from '../src/application/allocate-orders.js';
import { CountStockBy } from '../src/application/count-stock-by.js';
import { EndOrders } from '../src/application/end-orders.js';
import { MoveUnit } from '../src/application/move-unit.js';
import { ReadDiscrepancies } from '../src/application/read-discrepancies.js';
import { RegisterUnits } from '../src/application/register-units.js';
import type { Goods } from '../src/application/take-goods.js';
import { TakeGoods } from '../src/application/take-goods.js';
import { TakeOffers } from '../src/application/take-offers.js';
import type { Unit, UnitId } from '../src/domain/unit.js';
import { inventoryMigrations } from '../src/outbound/postgres/migrations.js';
import { PostgresStockRoom } from '../src/outbound/postgres/postgres-stock-room.js';
import { statedOffer } from './stated-offer.js';

const fr = 'fr' as MarketCode;
let database: Database;
let drop: () => Promise<void>;
let room: PostgresStockRoom;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: inventoryMigrations });
  database = test.database;
  drop = () => test.drop();
  room = new PostgresStockRoom(database);
});
afterAll(() => drop());

let made = 0;
function freshImei(): string {
  made += 1;
  const body = `35777001${String(made).padStart(6, '0')}`;
  return body + luhnCheckDigit(body);
}

const checks = { wipeCertificateRef: 'W-1', blacklist: 'clear', accountLock: 'off', deviceManagement: 'off' } as const;

/** An offer of a seller of its own with so many listed units that count as its stock. */
async function counted(howMany: number) {
  const sellerId = newId<SellerId>();
  const offer = statedOffer({ offerId: newId<OfferId>(), sellerId, sku: 'SKU-1', quantity: 50 });
  await room.transact((tx) => new TakeOffers().run(tx, [offer]));
  const units = await list(sellerId, howMany);
  await new CountStockBy(room).run(sellerId, 'SKU-1', 'units');
  return { sellerId, offer, offerId: offer.offerId, units };
}
async function list(sellerId: SellerId, howMany: number, status: 'received' | 'listed' = 'listed'): Promise<Unit[]> {
  const outcomes = await new RegisterUnits(room, () => mustBeLocalDay('2026-11-24')).run(
    sellerId,
    Array.from({ length: howMany }, () => ({
      ...{ sku: 'SKU-1', imei: freshImei(), serial: `SN-${freshImei()}`, grade: 'EXCELLENT' as const, checks, status },
      unitCost: { amount: '220.00', currency: 'EUR' },
      acquisition: { supplierKind: 'private', documentRef: 'PO-1', acquiredAt: '2026-10-03', country: 'FR' } as const,
    })),
  );
  return outcomes.map((outcome) => {
    if (isRejection(outcome)) throw new Error(outcome.message);
    return outcome.unit;
  });
}

function idOf(unit: Unit | undefined): UnitId {
  if (unit === undefined) throw new Error('there is no such unit');
  return unit.unitId;
}

const place = async (offerId: OfferId, quantity: number) => {
  const orderId = newId<OrderId>();
  await room.transact((tx) => new AllocateOrders().run(tx, [{ orderId, market: fr, lines: [{ offerId, quantity }] }]));
  return orderId;
};
const confirm = (orderId: OrderId) =>
  room.transact((tx) => new EndOrders().run(tx, 'confirmed', [{ orderId, market: fr }]));
const take = (goods: Partial<Goods> & Pick<Goods, 'effect' | 'orderId' | 'sellerId' | 'lines'>) =>
  room.transact((tx) => new TakeGoods().run(tx, [{ documentId: newId(), ...goods }]));
const parcel = (offerId: OfferId, devices: readonly (string | undefined)[], quantity = devices.length) => [
  { offerId, quantity, devices: devices.flatMap((imei) => (imei === undefined ? [] : [{ imei }])) },
];
const statusOf = async (unit: Unit | undefined) => {
  const [row] = await database.query<{ status: string; order_id: string | null }>(
    'SELECT status, order_id FROM unit WHERE id = $1',
    [unit?.unitId],
  );
  return row && [row.status, row.order_id];
};
const level = async (offerId: OfferId) => {
  const [row] = await database.query<{ on_hand: number; allocated: number; listed: number }>(
    `SELECT on_hand - withdrawn AS on_hand, allocated,
       (SELECT count(*)::int FROM unit WHERE unit.offer_id = stock.offer_id AND status = 'listed') AS listed
     FROM stock WHERE offer_id = $1`,
    [offerId],
  );
  return row;
};
const discrepancies = async (sellerId: SellerId) =>
  (await new ReadDiscrepancies(room).page(sellerId, { limit: 50 })).items.map(({ kind }) => kind);

test('counted by units, stock is what is listed, whatever the offer states, and the difference is noted', async () => {
  const { sellerId, offer, offerId, units } = await counted(3);
  expect(await level(offerId)).toEqual({ on_hand: 3, allocated: 0, listed: 3 });
  await room.transact((tx) => new TakeOffers().run(tx, [{ ...offer, version: 2, quantityVersion: 2, quantity: 40 }]));
  expect(await level(offerId)).toMatchObject({ on_hand: 3 });
  expect(await discrepancies(sellerId)).toEqual(['quantityDiffers']);
  await new MoveUnit(room).run(sellerId, idOf(units[0]), { to: 'scrapped', reason: 'dropped' });
  expect(await level(offerId)).toEqual({ on_hand: 2, allocated: 0, listed: 2 });
  await new CountStockBy(room).run(sellerId, 'SKU-1', 'offer');
  expect(await level(offerId)).toMatchObject({ on_hand: 40 });
});

test('a confirmed order sets the units listed first aside, and the parcel sells them', async () => {
  const { sellerId, offerId, units } = await counted(3);
  const orderId = await place(offerId, 2);
  expect(await level(offerId)).toEqual({ on_hand: 3, allocated: 2, listed: 3 });
  await confirm(orderId);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
  expect(await statusOf(units[0])).toEqual(['reserved', orderId]);
  const lines = parcel(offerId, [units[0]?.imei, units[1]?.imei]);
  const documentId = newId();
  for (const _again of [1, 2]) await take({ documentId, effect: 'shipped', orderId, sellerId, lines });
  expect(await statusOf(units[0])).toEqual(['sold', orderId]);
  expect(await statusOf(units[1])).toEqual(['sold', orderId]);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
  expect(await discrepancies(sellerId)).toEqual([]);
});

test('another device of the offer may leave: the one set aside takes its place', async () => {
  const { sellerId, offerId, units } = await counted(3);
  const [first, second] = [await place(offerId, 1), await place(offerId, 1)];
  await confirm(first);
  await confirm(second);
  await take({ effect: 'shipped', orderId: first, sellerId, lines: parcel(offerId, [units[1]?.imei]) });
  expect(await statusOf(units[1])).toEqual(['sold', first]);
  expect(await statusOf(units[0])).toEqual(['reserved', second]);
  await take({ effect: 'shipped', orderId: second, sellerId, lines: parcel(offerId, [units[2]?.imei]) });
  expect(await statusOf(units[0])).toEqual(['listed', null]);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
});

test('a parcel heard before its order is confirmed leaves one unit fewer, not two', async () => {
  const { sellerId, offerId, units } = await counted(2);
  const orderId = await place(offerId, 1);
  await take({ effect: 'shipped', orderId, sellerId, lines: parcel(offerId, [units[0]?.imei]) });
  await confirm(orderId);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
  expect(await statusOf(units[1])).toEqual(['listed', null]);
});

test('what comes back is returned, not for sale, and sold again only after a test', async () => {
  const { sellerId, offerId, units } = await counted(1);
  const orderId = await place(offerId, 1);
  await confirm(orderId);
  const lines = parcel(offerId, [units[0]?.imei]);
  await take({ effect: 'shipped', orderId, sellerId, lines });
  await take({ effect: 'received', orderId, sellerId, lines });
  expect(await statusOf(units[0])).toEqual(['returned', orderId]);
  expect(await level(offerId)).toEqual({ on_hand: 0, allocated: 0, listed: 0 });
  const mover = new MoveUnit(room);
  const unitId = idOf(units[0]);
  expect(await mover.run(sellerId, unitId, { to: 'listed', reason: 'as new' })).toMatchObject({
    code: 'UnitTransitionNotAllowed',
  });
  await mover.run(sellerId, unitId, { to: 'tested', reason: 'wiped again', checks });
  await mover.run(sellerId, unitId, { to: 'listed', reason: 'as new' });
  expect(await statusOf(units[0])).toEqual(['listed', null]);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
});

test('cancelled pieces go back on sale, except those the seller cannot send', async () => {
  const { sellerId, offerId, units } = await counted(2);
  const [one, two] = [await place(offerId, 1), await place(offerId, 1)];
  await confirm(one);
  // Two is cancelled before its confirmation is heard: nothing is set aside for it.
  await take({ effect: 'cancelled', orderId: two, sellerId, lines: parcel(offerId, [], 1) });
  await confirm(two);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });
  await take({ effect: 'cancelled', orderId: one, sellerId, lines: parcel(offerId, [], 1), cannotSupply: true });
  expect(await statusOf(units[0])).toEqual(['tested', null]);
  expect(await level(offerId)).toEqual({ on_hand: 1, allocated: 0, listed: 1 });

  const stated = statedOffer({ offerId: newId<OfferId>(), quantity: 5 });
  await room.transact((tx) => new TakeOffers().run(tx, [stated]));
  const orderId = await place(stated.offerId, 3);
  await confirm(orderId);
  const documentId = newId();
  const lines = parcel(stated.offerId, [], 2);
  for (const _again of [1, 2])
    await take({ documentId, effect: 'cancelled', orderId, sellerId: stated.sellerId, lines });
  expect(await level(stated.offerId)).toMatchObject({ on_hand: 4 });
});

test('a seller cannot take the last listed unit off sale while it is promised', async () => {
  const { sellerId, offerId, units } = await counted(1);
  await place(offerId, 1);
  const refused = await new MoveUnit(room).run(sellerId, idOf(units[0]), { to: 'tested', reason: 'look again' });
  expect(refused).toMatchObject({ code: 'UnitPromised' });
  expect(await statusOf(units[0])).toEqual(['listed', null]);
});

test('what the ledger does not know, or knows otherwise, is noted by what is wrong with it', async () => {
  const { sellerId, offerId, units } = await counted(2);
  const [untested] = await list(sellerId, 1, 'received');
  const other = await counted(1);
  const [first, second] = [newId<OrderId>(), newId<OrderId>()];
  await take({ effect: 'shipped', orderId: first, sellerId, lines: parcel(offerId, [units[0]?.imei]) });
  await take({
    ...{ effect: 'shipped', orderId: second, sellerId },
    lines: parcel(offerId, [units[0]?.imei, untested?.imei, other.units[0]?.imei, freshImei()], 5),
  });
  await take({ effect: 'received', orderId: second, sellerId, lines: parcel(offerId, [units[1]?.imei]) });
  expect((await discrepancies(sellerId)).sort()).toEqual(
    ['alreadySold', 'notTested', 'deviceOfAnotherSeller', 'unknownDevice', 'deviceNotNamed', 'notSoldWithOrder'].sort(),
  );
  expect(await statusOf(other.units[0])).toEqual(['listed', null]);
  expect(await statusOf(units[1])).toEqual(['listed', null]);
  const all = await new ReadDiscrepancies(room).page(undefined, { limit: 2 });
  expect(all.items).toHaveLength(2);
  expect(
    (await new ReadDiscrepancies(room).page(undefined, { limit: 2, cursor: all.nextCursor ?? undefined })).items,
  ).toHaveLength(2);
});

test('a serial number names a device too, however it is spelled', async () => {
  const { sellerId, offerId, units } = await counted(1);
  const orderId = newId<OrderId>();
  const serial = units[0]?.serial?.toLowerCase().replace('-', ' ');
  await take({
    ...{ effect: 'shipped', orderId, sellerId },
    lines: [{ offerId, quantity: 1, devices: [{ serial: serial ?? '' }] }],
  });
  expect(await statusOf(units[0])).toEqual(['sold', orderId]);
});

test('movements still sum to every level, and stock counted by units is what is listed', async () => {
  const wrong = await database.query(
    `SELECT s.offer_id FROM stock s
     LEFT JOIN (SELECT offer_id, sum(on_hand) h, sum(reserved) r, sum(allocated) a FROM stock_movement GROUP BY 1) m USING (offer_id)
     WHERE (s.on_hand, s.reserved, s.allocated) IS DISTINCT FROM (coalesce(h, 0), coalesce(r, 0), coalesce(a, 0))
        OR (counted_by = 'units' AND on_hand - withdrawn <>
            (SELECT count(*) FROM unit WHERE unit.offer_id = s.offer_id AND status = 'listed'))`,
  );
  expect(wrong).toEqual([]);
});
