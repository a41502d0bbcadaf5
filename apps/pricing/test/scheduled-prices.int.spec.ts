import { jest } from '@jest/globals';
import { PricingDoor } from './pricing-door.js';

jest.setTimeout(30_000);

let door: PricingDoor;

beforeEach(async () => {
  door = await PricingDoor.open('2026-10-01T08:00:00Z');
});
afterEach(() => door.close());

const path = (name = 'friday', sku = 'ONE') => `/v1/seller/offers/${sku}/scheduled-prices/${name}`;
const schedule = (change: Record<string, unknown> = {}, name?: string) =>
  door.call('PUT', path(name), {
    as: 'seller',
    body: {
      ...{ market: 'fr', kind: 'sale', amount: '349.00' },
      ...{ validFrom: '2026-11-27T00:00:00+01:00', validTo: '2026-11-30T00:00:00+01:00' },
      ...change,
    },
  });
const shown = async (offerId: string, query: Record<string, string> = {}) => {
  const { unitPrice, priorPrice, source } = await door.price(offerId, query);
  return [unitPrice?.amount ?? null, priorPrice?.amount ?? null, source];
};
const unitPriceQuoted = async (offerId: string) => {
  const { body } = await door.call('POST', '/v1/markets/fr/quotes', {
    body: { lines: [{ offerId, quantity: 1 }], shipTo: { country: 'FR', postalCode: '75011' } },
  });
  return body['lines'][0].unitPrice.amount as string;
};

test('a sale stated ahead begins and ends on time, in quotes, pages, facts and history, with the prior price the law wants', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  const { status, body } = await schedule();
  expect([status, body['status'], body['version']]).toEqual([201, 'scheduled', 1]);
  expect(body['expected']).toEqual({
    unitPrice: { amount: '349.00', currency: 'EUR' },
    source: 'scheduled:friday@1',
    priorPrice: { amount: '399.00', currency: 'EUR' },
    reduction: { amount: { amount: '50.00', currency: 'EUR' }, percent: 12 },
  });
  await door.at('2026-11-26T22:59:59.999Z');
  expect([await shown(offerId), await unitPriceQuoted(offerId)]).toEqual([['399.00', null, 'offer'], '399.00']);
  await door.at('2026-11-26T23:00:00Z');
  expect([await shown(offerId), await unitPriceQuoted(offerId)]).toEqual([
    ['349.00', '399.00', 'scheduled:friday@1'],
    '349.00',
  ]);
  await door.at('2026-11-29T23:00:00Z');
  expect([await shown(offerId), await unitPriceQuoted(offerId)]).toEqual([['399.00', null, 'offer'], '399.00']);
  expect(await door.said(offerId)).toEqual([
    [1, '399.00'],
    [2, '349.00', '399.00'],
    [3, '399.00'],
  ]);
  expect(await shown(offerId, { at: '2026-11-28T12:00:00Z' })).toEqual(['349.00', '399.00', 'scheduled:friday@1']);
});

test('the audit says who stated what ahead, changed it and took it back', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await schedule();
  await schedule({ amount: '339.00', reason: 'Others are cheaper.' });
  expect((await door.call('DELETE', path(), { as: 'seller' })).status).toBe(204);
  const { body } = await door.call('GET', `/v1/ops/audit?entity=offer:${offerId}`, { as: 'ops' });
  const entries = (
    body['items'] as { action: string; why: string; actor: object; from: unknown; to: unknown }[]
  ).filter(({ action }) => action.startsWith('schedule'));
  const said = (amount: string) => ({
    ...{ id: 'friday', kind: 'sale', price: { amount, currency: 'EUR' } },
    ...{ validFrom: '2026-11-26T23:00:00.000Z', validTo: '2026-11-29T23:00:00.000Z' },
  });
  const actor = { subject: door.sellerId, role: 'seller' };
  expect(entries.map(({ action, why, from, to, actor: who }) => [action, why, from, to, who])).toEqual([
    ['scheduleWithdrawn', 'Taken back by the seller.', said('339.00'), null, actor],
    ['scheduleUpdated', 'Others are cheaper.', said('349.00'), said('339.00'), actor],
    ['scheduleCreated', 'Stated ahead by the seller.', null, said('349.00'), actor],
  ]);
});

test('the same statement again changes nothing, one taken back never begins and its name may be used again', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await schedule();
  const again = await schedule({ validFrom: '2026-11-26T23:00:00Z' });
  expect([again.status, again.body['version']]).toEqual([200, 1]);
  await door.call('DELETE', path(), { as: 'seller' });
  expect((await door.call('DELETE', path(), { as: 'seller' })).body['code']).toBe('ScheduledPriceNotFound');
  await door.at('2026-11-28T12:00:00Z');
  expect(await shown(offerId)).toEqual(['399.00', null, 'offer']);
  const anew = await schedule({ validFrom: '2026-12-01T00:00:00Z', validTo: '2026-12-02T00:00:00Z' });
  expect([anew.status, anew.body['version']]).toEqual([201, 3]);
});

test('one in force may be ended, at once or at another time, and not be made another price', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await schedule();
  await door.at('2026-11-28T12:00:00Z');
  expect((await schedule({ amount: '329.00' })).body['errors']).toEqual([
    expect.objectContaining({ field: 'validFrom', code: 'alreadyInForce' }),
  ]);
  expect((await schedule({ validTo: '2026-11-28T18:00:00Z' })).status).toBe(200);
  await door.at('2026-11-28T15:00:00Z');
  expect(await shown(offerId)).toEqual(['349.00', '399.00', 'scheduled:friday@2']);
  await door.call('DELETE', path(), { as: 'seller' });
  await door.settle();
  expect([await shown(offerId), await unitPriceQuoted(offerId)]).toEqual([['399.00', null, 'offer'], '399.00']);
  const { body } = await door.call('GET', '/v1/seller/offers/ONE/scheduled-prices', { as: 'seller' });
  expect(body['items']).toEqual([
    expect.objectContaining({ id: 'friday', status: 'ended', validTo: '2026-11-28T15:00:00.000Z' }),
  ]);
});

test('a price list works on the price stated ahead, and gives way to the seller’s bounds', async () => {
  const offerId = await door.putOffer('ONE', '399.00', {
    prices: [{ market: 'fr', amount: '399.00', minPrice: '320.00' }],
  });
  await schedule({ kind: 'price', amount: '359.00' });
  await door.putList('ten-off', { adjustment: { type: 'percentOff', percent: '10' } });
  await door.at('2026-11-28T12:00:00Z');
  expect((await shown(offerId)).slice(0, 1)).toEqual(['323.10']);
  await door.call('DELETE', path(), { as: 'seller' });
  await schedule(
    { kind: 'price', amount: '340.00', validFrom: '2026-11-29T00:00:00Z', validTo: '2026-11-29T12:00:00Z' },
    'sunday',
  );
  await door.at('2026-11-29T06:00:00Z');
  // Ten off 340.00 is below 320.00, so the list does not hold.
  expect(await shown(offerId)).toEqual(['340.00', null, 'scheduled:sunday@1']);
});

test('a bound set since then keeps a price stated ahead from holding, and the explanation says so', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await schedule();
  await door.putOffer('ONE', '399.00', { prices: [{ market: 'fr', amount: '399.00', minPrice: '380.00' }] });
  await door.at('2026-11-28T12:00:00Z');
  expect([await shown(offerId), await unitPriceQuoted(offerId)]).toEqual([['399.00', null, 'offer'], '399.00']);
  const { candidates } = await door.price(offerId, { explain: 'true' });
  expect(candidates).toContainEqual(
    expect.objectContaining({
      source: 'scheduled:friday@1',
      outcome: 'rejected',
      reason: expect.stringContaining('minimum'),
    }),
  );
});

test('nobody but its seller and operators learn of it before it begins', async () => {
  const offerId = await door.putOffer('ONE', '399.00');
  await schedule();
  const sources = async (as?: 'ops' | 'seller') =>
    (await door.price(offerId, { explain: 'true' }, 'fr', as))['candidates'].map(
      ({ source }: { source: string }) => source,
    );
  expect(await sources()).toEqual(['offer']);
  expect(await sources('seller')).toEqual(['scheduled:friday@1', 'offer']);
  expect(await sources('ops')).toEqual(['scheduled:friday@1', 'offer']);
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['begins in the past', { validFrom: '2026-09-01T00:00:00Z' }, 'validFrom', 'windowBegun'],
  ['ends before it starts', { validTo: '2026-11-01T00:00:00Z' }, 'validTo', 'windowInverted'],
  ['has three decimals in EUR', { amount: '349.005' }, 'amount', 'tooManyDecimals'],
  ['is in another currency', { currency: 'USD' }, 'currency', 'currencyNotAllowedInMarket'],
  ['is nothing', { amount: '0.00' }, 'amount', 'priceNotPositive'],
  ['is below the seller’s own bound', { amount: '299.00' }, 'amount', 'priceBelowMinimum'],
  ['is above the seller’s own bound', { kind: 'price', amount: '450.00' }, 'amount', 'priceAboveMaximum'],
  ['is a sale that is no reduction', { amount: '399.00' }, 'amount', 'noReduction'],
  ['is for a market the offer is not in', { market: 'de' }, 'market', 'notPricedInMarket'],
])('a price stated ahead that %s is refused, and nothing of it is kept', async (_name, change, field, code) => {
  await door.putOffer('ONE', '399.00', {
    prices: [{ market: 'fr', amount: '399.00', minPrice: '300.00', maxPrice: '420.00' }],
  });
  const { status, body } = await schedule(change);
  expect([
    status,
    body['code'],
    body['errors'].map((error: { field: string; code: string }) => [error.field, error.code]),
  ]).toEqual([422, 'ScheduledPriceRejected', [[field, code]]]);
  const { body: after } = await door.call('GET', '/v1/seller/offers/ONE/scheduled-prices', { as: 'seller' });
  expect(after['items']).toEqual([]);
});

test('two that would be in force together are refused and the other named; one after the other they are not', async () => {
  await door.putOffer('ONE', '399.00');
  await schedule();
  const clash = await schedule({ validFrom: '2026-11-29T00:00:00Z', validTo: '2026-12-02T00:00:00Z' }, 'monday');
  expect(clash.body['errors']).toEqual([expect.objectContaining({ field: 'validFrom', code: 'overlappingWindow' })]);
  expect(clash.body['detail']).toContain('friday');
  expect(
    (await schedule({ validFrom: '2026-11-29T23:00:00Z', validTo: '2026-12-02T00:00:00Z' }, 'monday')).status,
  ).toBe(201);
});

test('another seller’s SKU is not found', async () => {
  const { status, body } = await schedule();
  expect([status, body['code']]).toEqual([404, 'OfferNotFound']);
});
