import { readFileSync } from 'node:fs';
import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { fixedClock, isRejection, mustBeInstant, mustBeLocalDay, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { ImportFxRates } from '../src/application/import-fx-rates.js';
import { ListFxRates } from '../src/application/list-fx-rates.js';
import { ProposePrices } from '../src/application/propose-prices.js';
import { StateOffers } from '../src/application/state-offers.js';
import { fxQuoteText } from '../src/domain/fx-rate.js';
import type { FxRate } from '../src/domain/fx-rate.js';
import { readRates } from '../src/inbound/http/read-rate-files.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresFxRates } from '../src/outbound/postgres/postgres-fx-rates.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresOfferShelf } from '../src/outbound/postgres/postgres-offer-shelf.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';

const history = readFileSync(new URL('../../../markets/fx/ecb-reference-rates.csv', import.meta.url));
const clock = fixedClock(mustBeInstant('2026-10-31T10:00:00Z'));
const day = mustBeLocalDay;

let database: Database;
let drop: () => Promise<void>;
let rates: PostgresFxRates;
let importRates: ImportFxRates;
let listRates: ListFxRates;
let jumped: FxRate[];

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  rates = new PostgresFxRates(database);
  importRates = new ImportFxRates(rates, clock, { jumpPpm: 50_000, onJump: (rate) => void jumped.push(rate) });
  listRates = new ListFxRates(rates, clock, { maxAgeDays: 3 });
});
afterAll(() => drop());
beforeEach(() => {
  jumped = [];
});

async function* cut(file: string | Buffer, size = 7_001): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const take = (file: string | Buffer, mediaType: string) =>
  importRates.run('ecb', readRates(cut(file), mediaType), 'spec');
const taken = async (file: string | Buffer, mediaType: string) => {
  const report = await take(file, mediaType);
  if ('errors' in report) throw new Error(report.message);
  return report;
};
const rateOn = async (date: string, currency: string, which: 'previous' | 'next' = 'previous') => {
  const rate = (await rates.on('ecb', day(date), which)).get(currency);
  return rate && `${rate.date} ${fxQuoteText(rate.quote)}`;
};
const xml = (date: string, cubes: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube><Cube time='${date}'>${cubes}</Cube></Cube>
</gesmes:Envelope>`;

test('ten years of real history are stored exactly, and again change nothing', async () => {
  const first = await taken(history, 'text/csv');
  const cells = history
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((row) => row.split(',').slice(1));
  const quoted = cells.filter((cell) => cell !== 'N/A').length;
  expect(first).toMatchObject({
    ...{ rates: quoted, stored: quoted, corrected: 0, unchanged: 0, notQuoted: cells.length - quoted },
    ...{ firstDate: '2016-01-04', lastDate: '2026-10-30', ignoredCurrencies: [] },
  });
  expect(await rateOn('2026-10-30', 'USD')).toBe('2026-10-30 1.1172');
  const [said] = await database.query<{ facts: number; kept: number }>(
    `SELECT sum(facts)::int AS facts, (SELECT count(*)::int FROM fx_rate) AS kept FROM outbox`,
  );
  expect(said).toEqual({ facts: quoted, kept: quoted });
  expect(await rateOn('2025-12-31', 'PLN')).toBe('2025-12-31 4.221');
  expect(await rateOn('2026-06-30', 'USD')).toBe('2026-06-30 1.1394');
  expect(jumped).toEqual(first.jumps);
  expect(await taken(history, 'text/csv')).toMatchObject({ stored: 0, unchanged: quoted, jumps: [] });
});

test('on a weekend the last quote before it counts, or the next one where the law says so', async () => {
  expect(await rateOn('2026-10-25', 'USD')).toMatch(/^2026-10-23 /);
  expect(await rateOn('2026-10-25', 'USD', 'next')).toMatch(/^2026-10-26 /);
  expect(await rateOn('2026-10-26', 'USD', 'next')).toMatch(/^2026-10-26 /);
  expect(await rateOn('2015-12-31', 'USD')).toBeUndefined();
}, 60_000);

test('the ECB’s daily XML is taken; a correction is a new version and the old one stays', async () => {
  const file = xml('2026-10-30', "<Cube currency='USD' rate='1.1172'/><Cube currency='SEK' rate='10.9790'/>");
  expect(await taken(file, 'application/xml')).toMatchObject({ rates: 2, stored: 1, corrected: 1, unchanged: 1 });
  expect(await rateOn('2026-10-30', 'SEK')).toBe('2026-10-30 10.979');
  expect(
    await database.query(
      "SELECT version, digits, scale FROM fx_rate WHERE currency = 'SEK' AND rate_date = '2026-10-30' ORDER BY version",
    ),
  ).toEqual([
    { version: 1, digits: '10978', scale: 3 },
    { version: 2, digits: '10979', scale: 3 },
  ]);
  expect(await taken('{"date":"2026-10-30","currency":"SEK","rate":"10.978"}\n', 'application/x-ndjson')).toMatchObject(
    {
      corrected: 1,
    },
  );
  expect(await rateOn('2026-10-30', 'SEK')).toBe('2026-10-30 10.978');
  await expect(database.query('UPDATE fx_rate SET digits = 1')).rejects.toThrow(/append-only/);
});

test('a jump is stored with its flag, said once and listed', async () => {
  const before = (await listRates.run({ source: 'ecb', date: day('2026-10-31'), currency: 'RON', which: 'previous' }))
    .jumps;
  await taken('Date,RON,\n2026-10-31,6.0001,\n', 'text/csv');
  expect(jumped).toMatchObject([{ currency: 'RON', changePpm: 122_626, jump: true }]);
  const { items, jumps } = await listRates.run({
    ...{ source: 'ecb', date: day('2026-10-31'), currency: 'RON', which: 'previous' },
  });
  expect(items).toMatchObject([{ date: '2026-10-31', jump: true, ageDays: 0, stale: false }]);
  expect(jumps).toEqual([expect.objectContaining({ currency: 'RON', date: '2026-10-31' }), ...before]);
});

test.each([
  ['text/csv', 'Date,USD\n2026-10-29,1.1\n2026-10-30,1,1172\n', 'row 3', 'columnsMissing'],
  ['text/csv', 'Date,USD\n2026-10-29,1.1\n2026-10-30,-1.1172\n', 'row 3, USD', 'rateMalformed'],
  ['text/csv', 'Date,USD\n2026-02-30,1.1\n', 'row 2, USD', 'dateMalformed'],
  ['text/csv', 'Date,USD\n2026-12-30,1.1\n', 'row 2, USD', 'dateInFuture'],
  ['text/csv', 'Day,USD\n2026-10-30,1.1\n', 'row 1', 'headerMalformed'],
  ['text/csv', 'Date,US$\n2026-10-30,1.1\n', 'row 2, US$', 'currencyMalformed'],
  ['text/csv', 'Date,USD\n2026-10-30,"1.1\n', 'row 2', 'csvMalformed'],
  ['text/csv', '', '', 'noRates'],
  ['application/xml', xml('2026-10-30', "<Cube currency='USD' rate='1.1x'/>"), '2026-10-30, USD', 'rateMalformed'],
  [
    'application/xml',
    xml('2026-10-30', '<Cube currency="USD"/>'),
    'Envelope.Cube.Cube.0.Cube.0.rate',
    'envelopeMalformed',
  ],
  ['text/xml', '<Envelope><Cube>', 'row 1', 'xmlMalformed'],
  ['application/xml', '<html/>', 'Envelope', 'envelopeMalformed'],
  ['application/x-ndjson', '{"date":"2026-10-30","currency":"USD"}', 'row 1, rate', 'required'],
])('of a bad file nothing is stored: %s %j', async (mediaType, file, field, code) => {
  const count = () => database.query('SELECT count(*) FROM fx_rate');
  const before = await count();
  const refused = await take(file, mediaType);
  expect(refused).toMatchObject({ code: 'FxRatesRejected', errors: [{ field, code }] });
  expect(await count()).toEqual(before);
});

test('a file that does not end is refused before it fills the memory', async () => {
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.alloc(1 << 20, '2026-10-30,1.1\n');
  }
  for (const mediaType of ['text/csv', 'application/xml'])
    expect(await importRates.run('ecb', readRates(endless(), mediaType), 'spec')).toMatchObject({
      code: 'FxRatesRejected',
    });
}, 60_000);

test('proposals for a market an offer is not in: rate, margin, ending, the seller’s bound, what would refuse it', async () => {
  const target = { ...marketChangedV1.example, market: 'us' };
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [
      marketChangedV1.example,
      {
        ...target,
        definition: {
          ...target.definition,
          ...{ code: 'us', currency: 'USD', taxInclusive: false, shipsFrom: ['US'] },
          charm: { step: '1.00', endings: ['0.99'], direction: 'nearest' },
        },
      },
    ]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  const transactions = new PostgresUnitOfWork(database);
  const markets = new PostgresMarketBook(database);
  const sellerId = newId();
  await transactions.inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  const state = (sku: string, prices: { market: string; amount: string; minPrice?: string }[]) => ({
    ...{ sku, variantId: productChangedV1.example.variants[0]?.variantId ?? '', grade: 'EXCELLENT', quantity: 5 },
    ...{ vatScheme: 'REGULAR' as const, warrantyMonths: 24, shipsFrom: 'FR', prices },
  });
  await new StateOffers(transactions, markets, clock, { region: 'eu' }).run(sellerId, [
    state('a', [{ market: 'fr', amount: '399.00' }]),
    state('b', [{ market: 'fr', amount: '399.00', minPrice: '399.00' }]),
  ]);
  const propose = new ProposePrices(new PostgresOfferShelf(database), markets, listRates);
  const request = {
    ...{ fromMarket: 'fr', toMarket: 'us', source: 'ecb' as const, date: day('2026-10-30') },
    ...{ marginPpm: -100_000, outlierPpm: 250_000, limit: 10, after: undefined },
  };
  const proposals = await propose.run(request);
  if (isRejection(proposals)) throw new Error(proposals.message);
  const bySku = new Map('items' in proposals ? proposals.items.map((item) => [item.offer.sku, item]) : []);
  expect(bySku.get('a')?.proposal.withMargin.toDecimalString()).toBe('401.19');
  expect(bySku.get('a')?.proposal.price.toDecimalString()).toBe('400.99');
  // Its bound is 445.77, so the lowest ending that is not below it.
  expect(bySku.get('b')?.proposal.price.toDecimalString()).toBe('445.99');
  expect(bySku.get('a')?.blockers.map(({ code }) => code)).toContain('originNotServed');
  expect(bySku.get('a')).toMatchObject({ usual: undefined, outlier: false });
  expect(await propose.run({ ...request, toMarket: 'zz' })).toMatchObject({
    code: 'MarketNotFound',
    field: 'toMarket',
  });
  expect(await propose.run({ ...request, date: day('2026-11-09') })).toMatchObject({ code: 'FxRateStale' });
  expect(await propose.run({ ...request, date: day('2015-01-01') })).toMatchObject({ code: 'FxRateMissing' });
});
