import { newId } from '@reprise/kernel';
import { PricingDoor, marketOf } from './pricing-door.js';

let door: PricingDoor;
beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T12:00:00Z');
  const de = marketOf('de');
  await door.adopt([{ ...de, version: de.version + 1, definition: { ...de.definition, contentLint: [] } }], []);
}, 60_000);
afterAll(() => door.close());

const put = (sellerId: string, name: string, markets?: string[]) =>
  door.call('PUT', `/v1/ops/sellers/${sellerId}`, {
    as: 'ops',
    body: { name, establishedIn: 'FR', ...(markets && { markets }) },
  });

test('a seller cannot be called what the law of a market it sells in forbids, and is not registered', async () => {
  const sellerId = newId();
  const refused = await put(sellerId, 'Téléphones COMME-NEUF');
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { code: 'ContentForbidden', errors: [{ field: 'body.name', message: expect.stringContaining('2022-190') }] },
  ]);
  expect((await door.call('GET', `/v1/ops/sellers/${sellerId}`, { as: 'ops' })).status).toBe(404);
});

test('where no market it sells in forbids the words, they are its own business', async () => {
  expect((await put(newId(), 'Comme Neuf', ['de'])).status).toBe(200);
  expect((await put(newId(), 'Comme Neuf', ['fr'])).status).toBe(422);
  expect((await put(newId(), 'Neuf et demi')).status).toBe(200);
});
