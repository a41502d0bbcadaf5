import { marketChangedV1 } from '@reprise/contracts/events';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PricingDoor } from './pricing-door.js';

let door: PricingDoor;
const { definition } = marketChangedV1.example;

beforeAll(async () => {
  door = await PricingDoor.open('2026-11-24T10:00:00Z');
  await door.putOffer('CHEAP', '5.00');
  await door.putOffer('PLAIN', '300.00');
  await door.putOffer('GOOD', '200.00', { grade: 'GOOD' });
});
afterAll(() => door.close());

const plan = (change: Record<string, unknown>, more: Record<string, unknown> = {}, market = 'fr') =>
  door.call('POST', `/v1/ops/markets/${market}/plan`, {
    as: 'ops',
    body: { definition: { ...definition, ...change }, ...more },
  });
const deliveredTo = (country: string) => definition.shipping.map((method) => ({ ...method, countries: [country] }));
const stored = async () =>
  (await door.test.database.query('SELECT version FROM market UNION ALL SELECT version FROM rate_table')).length;

test('what is said already changes nothing, for nobody', async () => {
  expect(await plan({})).toMatchObject({
    status: 200,
    body: {
      ...{ market: 'fr', action: 'none', version: 3, counts: [], changes: [], tables: [], reasons: [] },
      offers: { priced: 3, same: 3, repriced: 0, stopping: 0, starting: 0 },
      prices: { shipTo: { country: 'FR' }, examples: [] },
    },
  });
});

test('offers a rule would stop are counted by why, and nothing is stored', async () => {
  const before = await stored();
  const { body } = await plan({
    grades: definition.grades.filter(({ grade }) => grade !== 'GOOD'),
    offerLimits: { ...definition.offerLimits, priceMin: '10.00' },
  });
  expect(body).toMatchObject({
    action: 'change',
    counts: [
      { consequence: 'prices', changes: 1 },
      { consequence: 'grades', changes: 1 },
    ],
    offers: { priced: 3, same: 1, stopping: 2 },
    reasons: [
      { code: 'gradeNotAllowed', offers: 1 },
      { code: 'priceBelowMarketMinimum', offers: 1 },
    ],
  });
  expect(body['prices'].examples).toMatchObject([
    { effect: 'stopping', before: { gross: { currency: 'EUR' } }, after: null },
    { effect: 'stopping', after: null },
  ]);
  expect(await stored()).toBe(before);
});

test('dearer delivery moves what every buyer pays, and says by how much', async () => {
  const [standard, ...others] = definition.shipping;
  const { body } = await plan({ shipping: [{ ...standard, price: '3.00', freeFrom: undefined }, ...others] });
  expect(body).toMatchObject({
    counts: [{ consequence: 'shipping' }],
    offers: { same: 0, repriced: 3, stopping: 0 },
  });
  const [most] = body['prices'].examples;
  // On 5.00 three euros more are sixty percent; 300.00 move by one percent exactly.
  expect(most).toMatchObject({
    sku: 'CHEAP',
    before: { gross: { amount: '5.00' } },
    after: { gross: { amount: '8.00' } },
  });
  const moved = body['prices'].buckets.filter(({ offers }: { offers: number }) => offers > 0);
  expect(moved).toEqual([
    { fromPpm: 10_000, toPpm: 20_000, offers: 2 },
    { fromPpm: 40_000, toPpm: 50_000, offers: 1 },
  ]);
});

test('a table that is sent along counts as if it held: another rate, another tax in the same price', async () => {
  const table = parse(readFileSync(new URL('../../../markets/tax/eu-vat.yaml', import.meta.url), 'utf8'));
  const france = table.countries.find(({ country }: { country: string }) => country === 'FR');
  france.standard = [{ ...france.standard.at(-1), ratePpm: 250_000 }];
  const { body } = await plan({}, { taxTables: [table] });
  expect(body).toMatchObject({
    ...{ action: 'change', changes: [], tables: [{ kind: 'tax', id: 'eu-vat', change: 'changed' }] },
    offers: { same: 0, repriced: 3 },
  });
  const plain = body['prices'].examples.find(({ sku }: { sku: string }) => sku === 'PLAIN');
  expect(plain).toMatchObject({
    before: { tax: { amount: '50.00' }, gross: { amount: '300.00' } },
    after: { tax: { amount: '60.00' }, gross: { amount: '300.00' } },
  });
});

test('a market nobody knows yet is one to create, with what could be delivered there', async () => {
  const { body } = await plan(
    { code: 'lu', countries: ['LU'], shipsTo: ['LU'], shipping: deliveredTo('LU') },
    {},
    'lu',
  );
  expect(body).toMatchObject({ action: 'create', version: 0, offers: { priced: 0, deliverable: 3 } });
});

test('a definition under another address or for another region is refused by name', async () => {
  expect(await plan({}, {}, 'de')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'definition.code' }] },
  });
  expect(await plan({ region: 'us' })).toMatchObject({ status: 421, body: { code: 'MarketInOtherRegion' } });
});
