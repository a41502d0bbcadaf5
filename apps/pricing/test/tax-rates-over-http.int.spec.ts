import { readFileSync } from 'node:fs';
import { createTestDatabase } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { parse } from 'yaml';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PricingProcess } from './pricing-process.js';

let platform: TestDatabase;
let pricing: PricingProcess;

const table = (file: string) =>
  parse(readFileSync(new URL(`../../../markets/tax/${file}.yaml`, import.meta.url), 'utf8')) as Record<string, unknown>;

beforeAll(async () => {
  platform = await createTestDatabase({ migrations: pricingMigrations });
  pricing = new PricingProcess(platform.url);
  await pricing.start();
  expect(await put('us-sales-tax', table('us-sales-tax'))).toMatchObject({ status: 200 });
}, 60_000);
afterAll(async () => {
  await pricing.kill();
  await platform.drop();
});

// Answers are asserted piece by piece.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function call(method: string, path: string, body?: string, mediaType = 'text/csv'): Promise<any> {
  const answer = await fetch(`${pricing.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await pricing.opsToken()}`,
      ...(body === undefined ? {} : { 'content-type': mediaType }),
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, body: await answer.json() };
}

const put = (id: string, content: unknown) =>
  call('PUT', `/v1/ops/tax-tables/${id}`, JSON.stringify(content), 'application/json');
const send = (text: string, query: Record<string, string>) =>
  call('POST', `/v1/ops/tax-rates/imports?${new URLSearchParams(query).toString()}`, text);
const rowsStored = async () =>
  (
    await platform.database.query<{ rows: number }>(
      `SELECT ((SELECT count(*) FROM tax_area) + (SELECT count(*) FROM tax_jurisdiction_rate))::int AS rows`,
    )
  )[0]?.rows;

const avalara =
  'State,ZipCode,TaxRegionName,StateRate,EstimatedCombinedRate,EstimatedCountyRate,EstimatedCityRate,EstimatedSpecialRate,RiskLevel\n';
const newYork = `${avalara}NY,10001,"NEW YORK CITY",0.040000,0.088750,0,0.045000,0.003750,3\n`;
const ofNewYork = { format: 'avalara-zip5', state: 'NY', period: '2026-11', fileName: 'TAXRATES_ZIP5_NY202611.csv' };

test('a file as Avalara publishes it holds at once, is known when it comes again, and is on record', async () => {
  const taken = await send(newYork, ofNewYork);
  expect(taken).toMatchObject({
    status: 201,
    body: { status: 'active', version: 1, rows: 1, accepted: 1, errors: [] },
  });
  expect((await send(newYork, ofNewYork)).body).toMatchObject({ status: 'unchanged' });
  expect((await call('GET', `/v1/ops/tax-rates/imports/${taken.body.id}`)).body).toEqual(taken.body);
  expect((await call('GET', '/v1/ops/tax-rates/imports?state=NY')).body.items).toHaveLength(2);
});

test.each([
  ['200 % of tax', `${newYork}NY,10002,"X",0.040000,2.000000,0,0,1.960000,3\n`, 'EstimatedCombinedRate'],
  ['parts that do not make the whole', `${newYork}NY,10002,"X",0.040000,0.080000,0,0,0,3\n`, 'EstimatedCombinedRate'],
  ['another state', `${newYork}NJ,07030,"HOBOKEN",0.066250,0.066250,0,0,0,1\n`, 'State'],
  ['letters for a rate', `${newYork}NY,10002,"X",four,0.040000,0,0,0,1\n`, 'StateRate'],
])('a file with %s holds in no part: the row is named, and what held goes on', async (_name, text, field) => {
  const before = await rowsStored();
  const refused = await send(text, { ...ofNewYork, period: '2026-12' });
  expect(refused).toMatchObject({ status: 201, body: { status: 'rejected', version: null } });
  expect(refused.body.errors).toContainEqual(expect.objectContaining({ line: 3, field }));
  expect(await rowsStored()).toBe(before);
});

test('rates and boundaries of the Streamlined states are taken as a pair, each with what it lacks named', async () => {
  const rates = '31,45,31,0.055,0.055,0.0,0.0,20260101,99991231\n';
  const ofNebraska = { state: 'NE', period: '2026Q4' };
  expect(await send(rates, { ...ofNebraska, format: 'sst-rates' })).toMatchObject({
    status: 201,
    body: { format: 'sst-rates', status: 'active', accepted: 1 },
  });
  const before = await rowsStored();
  const inverted = '31,45,31,0.055,0.055,0.0,0.0,20270101,20260101\n';
  expect((await send(rates + inverted, { ...ofNebraska, format: 'sst-rates', period: '2027Q1' })).body).toMatchObject({
    status: 'rejected',
    errors: [expect.objectContaining({ line: 2 })],
  });
  const boundaries = await send('Z,nonsense\n', { ...ofNebraska, format: 'sst-boundaries' });
  expect(boundaries.body.status).toBe('rejected');
  expect(boundaries.body.errors).toContainEqual(
    expect.objectContaining({ line: 1, field: 'BeginDate', code: 'notADay' }),
  );
  expect(await rowsStored()).toBe(before);
});

test.each<[Record<string, string>, string]>([
  [{ ...ofNewYork, format: 'excel' }, 'query.format'],
  [{ ...ofNewYork, state: 'New York' }, 'query.state'],
  [{ ...ofNewYork, period: '2026-13' }, 'query.period'],
])('a file said to be %j is not read: %s', async (query, field) => {
  const refused = await send(newYork, query);
  expect([refused.status, refused.body.code, refused.body.errors[0].field]).toEqual([400, 'ValidationFailed', field]);
});

test.each<[string, (content: Record<string, never>) => unknown, string]>([
  [
    'a rate above the whole price',
    (vat) => changed(vat, 'countries.0.standard.0.ratePpm', 2_000_000),
    'countries[0].standard[0].ratePpm',
  ],
  [
    'a window that ends before it starts',
    (vat) => changed(vat, 'countries.0.standard.0.validTo', '1990-01-01'),
    'countries[0].standard[0].validTo',
  ],
])('a tax table with %s is refused by its place, and the one that holds stays', async (_name, change, field) => {
  const vat = table('eu-vat');
  const { body: held } = await put('eu-vat', vat);
  const refused = await put('eu-vat', change(vat as Record<string, never>));
  expect([refused.status, refused.body.code]).toEqual([400, 'ValidationFailed']);
  expect(refused.body.errors.map((each: { field: string }) => each.field)).toContain(field);
  expect((await put('eu-vat', vat)).body).toMatchObject({ version: held.version, changed: false });
});

/** A copy that says something else at one place. */
function changed(content: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(content) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  place[last] = value;
  return copy;
}
