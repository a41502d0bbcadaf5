import { isRejection, newId } from '@reprise/kernel';
import type { CartId, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { AllocateOrders } from '../src/application/allocate-orders.js';
import { EndOrders } from '../src/application/end-orders.js';
import { ExpireCarts } from '../src/application/expire-carts.js';
import { HoldLine } from '../src/application/hold-line.js';
import { OpenCart } from '../src/application/open-cart.js';
import { TakeOffers } from '../src/application/take-offers.js';
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
  await room.transact((tx) =>
    tx.saveMarkets([{ code: fr, status: 'live', region: 'eu', quantityMax: 10, version: 1 }]),
  );
});
afterAll(() => drop());

async function stocked(quantity: number): Promise<OfferId> {
  const offerId = newId<OfferId>();
  await room.transact((tx) => new TakeOffers().run(tx, [statedOffer({ offerId, quantity })]));
  return offerId;
}

async function open(): Promise<CartId> {
  const cart = await new OpenCart(room, 'eu', 900).run(fr);
  if (isRejection(cart)) throw new Error(cart.message);
  return cart.id;
}

const level = async (offerId: OfferId) => {
  const [row] = await database.query<{ on_hand: number; reserved: number; allocated: number }>(
    'SELECT on_hand, reserved, allocated FROM stock WHERE offer_id = $1',
    [offerId],
  );
  return row;
};
const place = (orderId: OrderId, offerId: OfferId, quantity: number, cartId?: CartId) =>
  room.transact((tx) =>
    new AllocateOrders().run(tx, [
      { orderId, market: fr, lines: [{ offerId, quantity }], ...(cartId === undefined ? {} : { cartId }) },
    ]),
  );
const answersTo = async (orderIds: readonly OrderId[]) => {
  const rows = await database.query<{ type: string }>(
    "SELECT envelope->>'type' AS type FROM outbox WHERE topic = 'inventory.reservation' AND key = ANY($1::text[])",
    [orderIds],
  );
  return rows.map(({ type }) => type);
};

test('forty carts at once for seven units: seven hold one, the rest are told what is left', async () => {
  const offerId = await stocked(7);
  const hold = new HoldLine(room, 900);
  const carts = await Promise.all(Array.from({ length: 40 }, open));
  const outcomes = await Promise.all(carts.map((cartId) => hold.run({ market: fr, cartId, offerId, quantity: 1 })));
  expect(outcomes.filter((outcome) => !isRejection(outcome))).toHaveLength(7);
  expect(new Set(outcomes.flatMap((outcome) => (isRejection(outcome) ? outcome.code : [])))).toEqual(
    new Set(['OutOfStock']),
  );
  expect(await level(offerId)).toEqual({ on_hand: 7, reserved: 7, allocated: 0 });
});

test('two orders race for the last unit: one is reserved, one rejected, whatever the order of arrival', async () => {
  const offerId = await stocked(1);
  const orders = [newId<OrderId>(), newId<OrderId>()];
  await Promise.all(orders.map((orderId) => place(orderId, offerId, 1)));
  expect((await answersTo(orders)).sort()).toEqual(['inventory.stock.rejected', 'inventory.stock.reserved']);
  expect(await level(offerId)).toEqual({ on_hand: 1, reserved: 0, allocated: 1 });
});

test('an order heard twice is allocated once, and confirmed twice is sold once', async () => {
  const offerId = await stocked(5);
  const orderId = newId<OrderId>();
  await place(orderId, offerId, 2);
  await place(orderId, offerId, 2);
  const end = () => room.transact((tx) => new EndOrders().run(tx, 'confirmed', [{ orderId, market: fr }]));
  await end();
  await end();
  expect(await level(offerId)).toEqual({ on_hand: 3, reserved: 0, allocated: 0 });
  expect(await answersTo([orderId])).toEqual(['inventory.stock.reserved']);
});

test('a cancellation that overtakes its order bars it: nothing is held for an order that is over', async () => {
  const offerId = await stocked(1);
  const orderId = newId<OrderId>();
  await room.transact((tx) => new EndOrders().run(tx, 'cancelled', [{ orderId, market: fr }]));
  await place(orderId, offerId, 1);
  expect(await level(offerId)).toEqual({ on_hand: 1, reserved: 0, allocated: 0 });
});

test("an order takes over its cart's hold, so the last unit in the cart is the buyer's", async () => {
  const offerId = await stocked(1);
  const cartId = await open();
  await new HoldLine(room, 900).run({ market: fr, cartId, offerId, quantity: 1 });
  const [stranger, buyer] = [newId<OrderId>(), newId<OrderId>()];
  await place(stranger, offerId, 1);
  await place(buyer, offerId, 1, cartId);
  expect(await answersTo([stranger])).toEqual(['inventory.stock.rejected']);
  expect(await answersTo([buyer])).toEqual(['inventory.stock.reserved']);
  expect(await level(offerId)).toEqual({ on_hand: 1, reserved: 0, allocated: 1 });
});

test('an overdue cart gives back what it held, and can hold nothing more', async () => {
  const offerId = await stocked(3);
  const cartId = await open();
  const hold = new HoldLine(room, 900);
  await hold.run({ market: fr, cartId, offerId, quantity: 2 });
  await database.query("UPDATE cart SET expires_at = now() - interval '1 second' WHERE id = $1", [cartId]);
  await new ExpireCarts(room, 100, 0).run();
  expect(await level(offerId)).toEqual({ on_hand: 3, reserved: 0, allocated: 0 });
  expect(await hold.run({ market: fr, cartId, offerId, quantity: 1 })).toMatchObject({ code: 'CartExpired' });
});

test('a seller cannot un-promise: a lower statement waits until the promise falls away', async () => {
  const offerId = await stocked(3);
  const orderId = newId<OrderId>();
  await place(orderId, offerId, 2);
  await room.transact((tx) =>
    new TakeOffers().run(tx, [
      statedOffer({ offerId, version: 2, status: 'delisted', quantity: 0, quantityVersion: 2 }),
    ]),
  );
  expect(await level(offerId)).toEqual({ on_hand: 2, reserved: 0, allocated: 2 });
  await room.transact((tx) => new EndOrders().run(tx, 'cancelled', [{ orderId, market: fr }]));
  expect(await level(offerId)).toEqual({ on_hand: 0, reserved: 0, allocated: 0 });
});

test('the movements of every offer sum to its level', async () => {
  const wrong = await database.query(
    `SELECT s.offer_id FROM stock s
     LEFT JOIN (SELECT offer_id, sum(on_hand) h, sum(reserved) r, sum(allocated) a FROM stock_movement GROUP BY 1) m USING (offer_id)
     WHERE (s.on_hand, s.reserved, s.allocated) IS DISTINCT FROM (coalesce(h, 0), coalesce(r, 0), coalesce(a, 0))`,
  );
  expect(wrong).toEqual([]);
});
