import type { CartId, MarketCode, OfferId, OrderId } from '@reprise/kernel';
import { isRejection, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { AllocateOrders } from '../src/application/allocate-orders.js';
import { ExpireCarts } from '../src/application/expire-carts.js';
import { ExtendForPayment } from '../src/application/extend-for-payment.js';
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
  await room.transact((tx) => tx.saveMarkets([{ code: fr, status: 'live', region: 'eu', quantityMax: 5, version: 1 }]));
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
  const [row] = await database.query<{ on_hand: number; reserved: number; allocated: number; version: number }>(
    'SELECT on_hand, reserved, allocated, version FROM stock WHERE offer_id = $1',
    [offerId],
  );
  return row;
};
const heldOf = async (offerId: OfferId) => {
  const [row] = await database.query<{ held: number }>(
    'SELECT coalesce(sum(quantity), 0)::int AS held FROM hold WHERE offer_id = $1',
    [offerId],
  );
  return row?.held;
};

test('300 buyers race for 20 units through two processes: 20 hold one, and far fewer transactions than buyers did it', async () => {
  const offerId = await stocked(20);
  const processes = [new HoldLine(room, 900), new HoldLine(room, 900)];
  const carts: CartId[] = [];
  for (let i = 0; i < 300; i += 1) carts.push(await open());
  const outcomes = await Promise.all(
    carts.map((cartId, i) => (processes[i % 2] as HoldLine).run({ market: fr, cartId, offerId, quantity: 1 })),
  );
  expect(outcomes.filter((outcome) => !isRejection(outcome))).toHaveLength(20);
  const refused = outcomes.flatMap((outcome) => (isRejection(outcome) ? outcome.code : []));
  expect(refused).toEqual(Array.from({ length: 280 }, () => 'OutOfStock'));
  const reached = await level(offerId);
  expect(reached).toMatchObject({ on_hand: 20, reserved: 20, allocated: 0 });
  expect(await heldOf(offerId)).toBe(20);
  // Version 1 is the statement; each further one is a transaction that took units.
  expect(reached?.version).toBeLessThan(12);
});

test('500 orders for 20 units, in batches of two consumers, some with two lines of the offer: 20 units are promised', async () => {
  const offerId = await stocked(20);
  const orders = Array.from({ length: 500 }, (_, i) => ({
    orderId: newId<OrderId>(),
    market: fr,
    lines:
      i % 5 === 0
        ? [
            { offerId, quantity: 1 },
            { offerId, quantity: 1 },
          ]
        : [{ offerId, quantity: 1 }],
  }));
  const batches = Array.from({ length: 10 }, (_, i) => orders.slice(i * 50, i * 50 + 50));
  const consume = async (own: typeof batches): Promise<void> => {
    for (const batch of own) await room.transact((tx) => new AllocateOrders().run(tx, batch));
  };
  await Promise.all([consume(batches.filter((_, i) => i % 2 === 0)), consume(batches.filter((_, i) => i % 2 === 1))]);
  expect(await level(offerId)).toMatchObject({ on_hand: 20, reserved: 0, allocated: 20 });
  const [sum] = await database.query<{ allocated: number }>(
    'SELECT sum(quantity)::int AS allocated FROM allocation WHERE offer_id = $1',
    [offerId],
  );
  expect(sum?.allocated).toBe(20);
});

test('a buyer who asks for less in the rush frees units for those behind', async () => {
  const offerId = await stocked(3);
  const hold = new HoldLine(room, 900);
  const [rich, poor, other] = [await open(), await open(), await open()];
  await hold.run({ market: fr, cartId: rich, offerId, quantity: 3 });
  const [, less, got, gone] = await Promise.all([
    hold.run({ market: fr, cartId: other, offerId, quantity: 0 }),
    hold.run({ market: fr, cartId: rich, offerId, quantity: 1 }),
    hold.run({ market: fr, cartId: poor, offerId, quantity: 2 }),
    hold.run({ market: fr, cartId: other, offerId, quantity: 1 }),
  ]);
  expect(less).toMatchObject({ lines: [{ offerId, quantity: 1 }] });
  expect(got).toMatchObject({ lines: [{ offerId, quantity: 2 }] });
  expect(gone).toMatchObject({ code: 'OutOfStock', details: { quantityAvailable: 0 } });
  expect(await heldOf(offerId)).toBe(3);
});

test('a cart holds no more of one offer than its market allows, and no more lines than a quote takes', async () => {
  const offerId = await stocked(9);
  const cartId = await open();
  const hold = new HoldLine(room, 900);
  expect(await hold.run({ market: fr, cartId, offerId, quantity: 6 })).toMatchObject({
    ...{ code: 'QuantityExceeded', field: 'quantity', details: { quantityMax: 5 } },
  });
  expect(await level(offerId)).toMatchObject({ reserved: 0 });
  const offers: OfferId[] = [];
  for (let i = 0; i < 50; i += 1) offers.push(await stocked(2));
  for (const each of offers) await hold.run({ market: fr, cartId, offerId: each, quantity: 1 });
  expect(await hold.run({ market: fr, cartId, offerId, quantity: 1 })).toMatchObject({ code: 'CartFull' });
  const [known] = offers;
  expect(await hold.run({ market: fr, cartId, offerId: known as OfferId, quantity: 2 })).toMatchObject({
    status: 'open',
  });
});

test('paying extends a hold once, from the first time it was asked for; shopping on begins anew', async () => {
  const cartId = await open();
  await database.query("UPDATE cart SET expires_at = now() + interval '10 seconds' WHERE id = $1", [cartId]);
  const pay = new ExtendForPayment(room, 600);
  const until = async () => {
    const cart = await pay.run(fr, cartId);
    if (isRejection(cart)) throw new Error(cart.message);
    return cart.expiresAt;
  };
  const first = await until();
  expect(first - Date.now()).toBeGreaterThan(590_000);
  expect(await until()).toBe(first);
  const offerId = await stocked(1);
  const cart = await new HoldLine(room, 300).run({ market: fr, cartId, offerId, quantity: 1 });
  if (isRejection(cart)) throw new Error(cart.message);
  expect(cart.expiresAt).toBeLessThan(first);
  expect(await until()).toBeGreaterThan(first);
  await database.query("UPDATE cart SET expires_at = now() - interval '1 second' WHERE id = $1", [cartId]);
  expect(await pay.run(fr, cartId)).toMatchObject({ code: 'CartExpired' });
});

test('an order placed in the last second of its cart is heard after it, and still finds what the cart held', async () => {
  const offerId = await stocked(1);
  const cartId = await open();
  await new HoldLine(room, 900).run({ market: fr, cartId, offerId, quantity: 1 });
  await database.query("UPDATE cart SET expires_at = now() - interval '5 seconds' WHERE id = $1", [cartId]);
  await new ExpireCarts(room, 100, 20).run();
  expect(await level(offerId)).toMatchObject({ reserved: 1 });
  const order = { orderId: newId<OrderId>(), market: fr, cartId, lines: [{ offerId, quantity: 1 }] };
  await room.transact((tx) => new AllocateOrders().run(tx, [order]));
  expect(await level(offerId)).toMatchObject({ reserved: 0, allocated: 1 });
});

test('the database refuses a level its movements do not explain, and a movement that moves no level', async () => {
  const offerId = await stocked(5);
  await expect(
    database.query('UPDATE stock SET on_hand = on_hand + 1, version = version + 1 WHERE offer_id = $1', [offerId]),
  ).rejects.toThrow('do not sum');
  await expect(database.query('UPDATE stock SET on_hand = on_hand + 5 WHERE offer_id = $1', [offerId])).rejects.toThrow(
    'without a version',
  );
  await expect(
    database.query(
      `INSERT INTO stock_movement (offer_id, level_version, kind, on_hand, reserved, allocated) VALUES ($1, 1, 'count', 4, 0, 0)`,
      [offerId],
    ),
  ).rejects.toThrow('belongs to no change');
  expect(await level(offerId)).toMatchObject({ on_hand: 5, version: 1 });
});
