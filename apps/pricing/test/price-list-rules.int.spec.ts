import { newId } from '@reprise/kernel';
import { PricingDoor } from './pricing-door.js';

let door: PricingDoor;

beforeAll(async () => {
  door = await PricingDoor.open('2026-09-01T08:00:00Z');
}, 30_000);
afterAll(() => door.close());

test.each([
  ['validTo', 'windowInverted', { validTo: '2026-10-01T00:00:00Z' }],
  ['validTo', 'windowOver', { validFrom: '2026-08-01T00:00:00Z', validTo: '2026-08-02T00:00:00Z' }],
  ['adjustment.percent', 'percentOutOfRange', { adjustment: { type: 'percentOff', percent: '200' } }],
  ['adjustment.percent', 'percentOutOfRange', { adjustment: { type: 'percentOff', percent: '0' } }],
  ['adjustment.amount', 'tooManyDecimals', { adjustment: { type: 'amountOff', amount: '9.999' } }],
  [
    'adjustment.currency',
    'currencyNotAllowedInMarket',
    { adjustment: { type: 'amountOff', amount: '9', currency: 'USD' } },
  ],
  ['rules.market', 'marketNotFound', { rules: { market: 'zz' } }],
  ['rules.grade', 'gradeNotAllowed', { rules: { market: 'fr', grade: 'PREMIUM' } }],
  [
    'adjustment.prices[0].offerId',
    'offerNotFound',
    { adjustment: { type: 'fixedPrices', prices: [{ offerId: newId(), amount: '9.00' }] } },
  ],
])('a bad list is refused at %s with %s, and nothing of it stays', async (field, code, list) => {
  const { status, body } = await door.putList('bad', list);
  expect([status, body['code'], body['errors'][0]]).toEqual([
    422,
    'PriceListRejected',
    expect.objectContaining({ field, code }),
  ]);
  expect((await door.call('GET', '/v1/ops/price-lists/bad', { as: 'ops' })).status).toBe(404);
  expect(await door.test.database.query('SELECT 1 FROM repricing')).toEqual([]);
});

test('a list that would tie is refused with the other named; another priority or a narrower one is taken', async () => {
  expect((await door.putList('all', {})).status).toBe(201);
  const tie = await door.putList('again', { validFrom: '2027-01-01T00:00:00Z' });
  expect([tie.status, tie.body['code'], tie.body['details']]).toEqual([
    409,
    'OverlappingPriceValidity',
    { listId: 'all', priority: 0 },
  ]);
  expect(tie.body['errors']).toMatchObject([{ field: 'priority' }]);
  expect((await door.putList('again', { priority: 1 })).status).toBe(201);
  expect((await door.putList('graded', { rules: { market: 'fr', grade: 'GOOD' } })).status).toBe(201);
  expect(
    (await door.putList('phones', { rules: { market: 'fr', category: 'smartphone' } })).body['details'].listId,
  ).toBe('graded');
});

test('lists are paged in order of id; the past ones too', async () => {
  for (const id of ['c', 'a', 'b']) await door.putList(id, { priority: id.charCodeAt(0), rules: { market: 'de' } });
  const first = await door.call('GET', '/v1/ops/price-lists?market=de&limit=2', { as: 'ops' });
  const rest = await door.call('GET', `/v1/ops/price-lists?market=de&limit=2&cursor=${first.body['nextCursor']}`, {
    as: 'ops',
  });
  const ids = [...first.body['items'], ...rest.body['items']].map(({ id }) => id);
  expect([ids, rest.body['nextCursor']]).toEqual([['a', 'b', 'c'], null]);
});

test('neither seller nor stranger states, reads or deletes a list, nor reads the audit', async () => {
  for (const as of ['seller', undefined] as const)
    for (const [method, path] of [
      ['GET', '/v1/ops/price-lists'],
      ['GET', '/v1/ops/price-lists/x'],
      ['DELETE', '/v1/ops/price-lists/x?reason=none'],
      ['GET', '/v1/ops/audit'],
    ] as const)
      expect((await door.call(method, path, as === undefined ? {} : { as })).status).toBe(as === undefined ? 401 : 403);
});
