import { readFileSync } from 'node:fs';
import { createTestDatabase } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PricingProcess } from './pricing-process.js';

let platform: TestDatabase;
let pricing: PricingProcess;

beforeAll(async () => {
  platform = await createTestDatabase({ migrations: pricingMigrations });
  pricing = new PricingProcess(platform.url);
  await pricing.start();
}, 60_000);
afterAll(async () => {
  await pricing.kill();
  await platform.drop();
});

const history = readFileSync(new URL('../../../markets/fx/ecb-reference-rates.csv', import.meta.url), 'utf8');
async function send(method: 'GET' | 'POST', query = '', body?: string, mediaType = 'text/csv') {
  const answer = await fetch(`${pricing.url}/v1/ops/fx-rates${query}`, {
    method,
    headers: {
      authorization: `Bearer ${await pricing.opsToken()}`,
      ...(body !== undefined && { 'content-type': mediaType }),
    },
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a history file is taken as it is published, and rates are answered as they were', async () => {
  const taken = await send('POST', '', history, 'text/csv; charset=utf-8');
  expect(taken).toMatchObject({
    status: 200,
    body: { source: 'ecb', firstDate: '2016-01-04', lastDate: '2026-10-30' },
  });
  const { body } = await send('GET', '?date=2026-11-01&currency=PLN');
  expect(body).toMatchObject({
    ...{ base: 'EUR', date: '2026-11-01', maxAgeDays: 3 },
    items: [{ date: '2026-10-30', currency: 'PLN', rate: '4.4038', version: 1, ageDays: 0, stale: false }],
  });
  expect((await send('GET', '?date=2026-11-20')).body['items']).toContainEqual(
    expect.objectContaining({ currency: 'USD', ageDays: 15, stale: true }),
  );
}, 60_000);

test('a bad row is named by its place and nothing of the file is stored; a format nobody reads is 415', async () => {
  const refused = await send('POST', '', 'Date,USD\n2026-10-29,9.9\n2026-10-30,abc\n');
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'FxRatesRejected', errors: [{ field: 'row 3, USD', code: 'rateMalformed' }] },
  });
  expect((await send('GET', '?date=2026-10-29&currency=USD')).body['items']).toMatchObject([{ rate: '1.113' }]);
  expect(await send('POST', '', '{}', 'application/json')).toMatchObject({
    status: 415,
    body: { code: 'UnsupportedMediaType' },
  });
  expect(await send('POST', '?source=mine', history)).toMatchObject({
    status: 400,
    body: { code: 'ValidationFailed' },
  });
});
