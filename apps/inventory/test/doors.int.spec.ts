import type { OfferId } from '@reprise/kernel';
import { newId } from '@reprise/kernel';
import { TakeGoods } from '../src/application/take-goods.js';
import { TakeOffers } from '../src/application/take-offers.js';
import { InventoryDoor } from './inventory-door.js';
import { statedOffer } from './stated-offer.js';

let door: InventoryDoor;
beforeAll(async () => {
  door = await InventoryDoor.open();
});
afterAll(() => door.close());

const offerId = newId<OfferId>();
const checks = { wipeCertificateRef: 'W-1', blacklist: 'clear', accountLock: 'off', deviceManagement: 'off' };
const unit = {
  sku: 'PHONE-A',
  imei: '49-015420-323751-8',
  grade: 'EXCELLENT',
  unitCost: { amount: '220.00', currency: 'EUR' },
  acquisition: { supplierKind: 'private', documentRef: 'PO-1', acquiredAt: '2026-10-03', country: 'FR' },
};

test('a unit is registered, found, moved and counted over HTTP, and answers are what the contract says', async () => {
  const offer = statedOffer({ offerId, sellerId: door.sellerId, sku: 'PHONE-A', quantity: 9, vatScheme: 'MARGINAL' });
  await door.room.transact((tx) => new TakeOffers().run(tx, [offer]));
  const created = await door.call('POST', '/v1/seller/units', { as: 'seller', body: unit });
  expect(created).toMatchObject({
    status: 201,
    body: { imei: '490154203237518', offerId, status: 'received', acquisition: { vatScheme: 'MARGINAL' } },
  });
  const again = await door.call('POST', '/v1/seller/units', { as: 'seller', body: unit });
  expect(again).toEqual({ status: 200, body: created.body });

  const path = `/v1/seller/units/${created.body['unitId']}`;
  const move = (to: string, more = {}) =>
    door.call('POST', `${path}/transitions`, { as: 'seller', body: { to, reason: 'as a person would', ...more } });
  expect(await move('tested', { checks })).toMatchObject({ status: 200, body: { status: 'tested', version: 2 } });
  expect(await move('listed')).toMatchObject({ status: 200, body: { status: 'listed' } });
  expect(await door.call('GET', path, { as: 'seller' })).toMatchObject({
    status: 200,
    body: { history: [{ from: null, to: 'received' }, { to: 'tested' }, { to: 'listed', by: 'seller' }] },
  });
  expect(await door.call('GET', path, { as: 'rival' })).toMatchObject({ status: 404, body: { code: 'UnitNotFound' } });
  const listed = await door.call('GET', '/v1/seller/units?sku=PHONE-A&status=listed', { as: 'seller' });
  expect(listed.body).toMatchObject({ items: [{ imei: '490154203237518' }], nextCursor: null });
  expect((await door.call('GET', '/v1/seller/units', { as: 'rival' })).body['items']).toEqual([]);

  const counted = await door.call('PUT', '/v1/seller/stock/PHONE-A', { as: 'seller', body: { countedBy: 'units' } });
  expect(counted).toMatchObject({ status: 200, body: { countedBy: 'units', onHand: 1, available: 1 } });
  expect(await door.call('GET', '/v1/seller/stock/PHONE-A', { as: 'seller' })).toEqual(counted);
});

test.each<[string, string, string, unknown, number, string, string]>([
  ['a mistyped IMEI', 'POST', '/v1/seller/units', { ...unit, imei: '490154203237517' }, 422, 'UnitRejected', 'imei'],
  ['a grade nobody knows', 'POST', '/v1/seller/units', { ...unit, grade: 'MINT' }, 400, 'ValidationFailed', 'grade'],
  ['a field nobody knows', 'POST', '/v1/seller/units', { ...unit, colour: 'red' }, 400, 'ValidationFailed', 'colour'],
  [
    'an untested unit, listed',
    'POST',
    '/v1/seller/units',
    { ...unit, imei: '260531793113837', status: 'listed' },
    ...([422, 'UnitNotSellable', 'checks.wipeCertificateRef'] as const),
  ],
  ['stock of no offer', 'PUT', '/v1/seller/stock/NONE', { countedBy: 'units' }, 404, 'OfferNotFound', 'path.sku'],
])('%s is refused by name', async (_what, method, path, body, status, code, field) => {
  const answer = await door.call(method, path, { as: 'seller', body });
  expect(answer).toMatchObject({ status, body: { code, errors: [{ field }] } });
});

test('without a token, or with another role, nothing is read', async () => {
  for (const path of ['/v1/seller/units', '/v1/seller/unit-discrepancies', '/v1/ops/unit-discrepancies'])
    expect((await door.call('GET', path)).status).toBe(401);
  expect((await door.call('GET', '/v1/ops/unit-discrepancies', { as: 'seller' })).status).toBe(403);
});

test('a stream of units takes the good lines and names the bad ones by line and field', async () => {
  const serial = (text: string) => ({ ...unit, imei: undefined, serial: text, brand: 'Dell', sku: 'LAPTOP' });
  const lines = [serial('AAA-1'), '{ not json', serial('aaa 1'), { ...serial('BBB'), brand: undefined }];
  const dry = await door.call('POST', '/v1/seller/units/bulk?dryRun=true', { as: 'seller', lines });
  const taken = await door.call('POST', '/v1/seller/units/bulk', { as: 'seller', lines });
  expect(taken).toEqual(dry);
  expect(taken.body).toMatchObject({ received: 4, created: 1, unchanged: 1, rejectedCount: 2 });
  expect(taken.body['rejected']).toMatchObject([
    { line: 2, code: 'malformedJson' },
    { line: 4, field: 'brand' },
  ]);
});

test('what a parcel got wrong is listed for its seller and for operations, and for no other seller', async () => {
  const device = { imei: '356938035643809' };
  await door.room.transact((tx) =>
    new TakeGoods().run(tx, [
      {
        ...{ documentId: newId(), effect: 'shipped', orderId: newId(), sellerId: door.sellerId },
        lines: [{ offerId, quantity: 1, devices: [device] }],
      },
    ]),
  );
  const seen = { items: [{ kind: 'unknownDevice', ...device, offerId }] };
  expect((await door.call('GET', '/v1/seller/unit-discrepancies', { as: 'seller' })).body).toMatchObject(seen);
  const all = `/v1/ops/unit-discrepancies?sellerId=${door.sellerId}`;
  expect((await door.call('GET', all, { as: 'ops' })).body).toMatchObject(seen);
  expect((await door.call('GET', '/v1/seller/unit-discrepancies', { as: 'rival' })).body['items']).toEqual([]);
});

test('a cart says what it refuses, and paying extends it', async () => {
  const cart = (await door.call('POST', '/v1/markets/fr/carts')).body;
  const line = `/v1/markets/fr/carts/${cart['id']}/lines/${offerId}`;
  expect(await door.call('PUT', line, { body: { quantity: 6 } })).toMatchObject({
    status: 422,
    body: { code: 'QuantityExceeded', details: { quantityMax: 5 }, errors: [{ field: 'quantity' }] },
  });
  expect(await door.call('PUT', line, { body: { quantity: 2 } })).toMatchObject({
    status: 409,
    body: { code: 'OutOfStock', details: { quantityAvailable: 1 } },
  });
  expect((await door.call('PUT', line, { body: { quantity: 1 } })).status).toBe(200);
  const paying = await door.call('POST', `/v1/markets/fr/carts/${cart['id']}/payment`);
  expect(paying).toMatchObject({ status: 200, body: { id: cart['id'], lines: [{ offerId, quantity: 1 }] } });
  const nobody = await door.call('POST', `/v1/markets/fr/carts/${newId()}/payment`);
  expect(nobody).toMatchObject({ status: 404, body: { code: 'CartNotFound' } });
});
