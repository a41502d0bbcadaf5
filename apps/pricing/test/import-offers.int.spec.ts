import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { isRejection, newId, systemClock } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { ImportOffers } from '../src/application/import-offers.js';
import type { ImportRequest } from '../src/application/import-offers.js';
import { RestateAmounts } from '../src/application/restate-amounts.js';
import { StateOffers } from '../src/application/state-offers.js';
import type { OfferStatement } from '../src/application/state-offers.js';
import { OfferLines } from '../src/inbound/http/offer-lines.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresOfferImports } from '../src/outbound/postgres/postgres-offer-imports.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';

let database: Database;
let drop: () => Promise<void>;
let importOffers: ImportOffers;
let imports: PostgresOfferImports;
let sellerId: string;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [marketChangedV1.example]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  const transactions = new PostgresUnitOfWork(database);
  const markets = new PostgresMarketBook(database);
  imports = new PostgresOfferImports(database);
  importOffers = new ImportOffers({
    ...{ imports, transactions, markets, clock: systemClock, lines: new OfferLines() },
    stateOffers: new StateOffers(transactions, markets, systemClock, { region: 'eu' }),
    restateAmounts: new RestateAmounts(systemClock, { region: 'eu' }),
  });
});
beforeEach(async () => {
  sellerId = newId();
  await new PostgresUnitOfWork(database).inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
});
afterAll(() => drop());

const statement = (change: Partial<OfferStatement> = {}): OfferStatement => ({
  sku: `SKU-${newId()}`,
  variantId: productChangedV1.example.variants[0]?.variantId ?? '',
  grade: 'EXCELLENT',
  quantity: 5,
  vatScheme: 'REGULAR',
  warrantyMonths: 24,
  shipsFrom: 'FR',
  prices: [{ market: 'fr', amount: '399.00' }],
  ...change,
});
const fileOf = (count: number, amount = (i: number) => `${100 + (i % 900)}.00`): string =>
  Array.from(
    { length: count },
    (_, i) => `${JSON.stringify(statement({ sku: `S-${i}`, prices: [{ market: 'fr', amount: amount(i) }] }))}\n`,
  ).join('');

/** A body that ends, or is cut off, as a socket that breaks: after what came before it was read. */
async function* arriving(text: string, cut = false): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  if (cut) throw new Error('aborted');
}
const take = async (text: string, options: Partial<ImportRequest> & { readonly cut?: boolean } = {}) => {
  const { cut, ...request } = options;
  const taken = await importOffers.run({
    ...{ sellerId, dryRun: false, importId: undefined, from: 1, length: undefined },
    bytes: arriving(text, cut),
    ...request,
  });
  if (isRejection(taken)) throw new Error(`${taken.code}: ${taken.message}`);
  return taken;
};
const offers = () =>
  database.query<{ count: number }>('SELECT count(*)::int AS count FROM offer WHERE seller_id = $1', [sellerId]);

test('bad rows are reported by line and field and the others are taken; blank lines count as lines and not as rows', async () => {
  const good = JSON.stringify(statement());
  const taken = await take([good, '', JSON.stringify({ ...statement(), grade: 'MINT' }), good, '{broken'].join('\n'));
  expect(taken).toMatchObject({ rows: 4, created: 1, unchanged: 1, rejected: 2, lines: 5 });
  const { items } = await imports.errors(sellerId, taken.importId, { after: 0, limit: 100 });
  expect(items).toEqual([
    { line: 3, field: 'grade', code: expect.any(String), message: expect.any(String) },
    { line: 5, field: '', code: 'malformedJson', message: expect.any(String) },
  ]);
});

test('errors are paged by line, and a line with many errors is never halved', async () => {
  const bad = { ...statement(), grade: 'MINT', quantity: -1, shipsFrom: 'france' };
  const taken = await take([bad, bad, bad].map((row) => JSON.stringify(row)).join('\n'));
  const first = await imports.errors(sellerId, taken.importId, { after: 0, limit: 2 });
  expect(first.items.map(({ line }) => line)).toEqual([1, 1, 1]);
  const rest = await imports.errors(sellerId, taken.importId, { after: first.nextAfter ?? 0, limit: 7 });
  expect(rest.items.map(({ line }) => line)).toEqual([2, 2, 2, 3, 3, 3]);
  expect(rest.nextAfter).toBeUndefined();
});

test('a dry run says exactly what the import would, and stores no offer and no fact', async () => {
  const text = `${fileOf(3)}{broken\n`;
  const dry = await take(text, { dryRun: true });
  expect(await offers()).toEqual([{ count: 0 }]);
  const counts = { rows: 4, created: 3, updated: 0, unchanged: 0, rejected: 1 };
  expect(dry).toMatchObject(counts);
  expect(await take(text)).toMatchObject(counts);
});

test('the same file again changes nothing, says nothing and writes no history', async () => {
  const text = fileOf(5_000);
  await take(text);
  const traces = () =>
    database.query(
      `SELECT (SELECT count(*) FROM outbox_fact) AS outbox, (SELECT count(*) FROM price_change) AS history,
         (SELECT max(version) FROM offer WHERE seller_id = $1) AS version`,
      [sellerId],
    );
  const before = await traces();
  expect(await take(text)).toMatchObject({ rows: 5_000, created: 0, updated: 0, unchanged: 5_000 });
  expect(await traces()).toEqual(before);
});

test('an upload cut off goes on at the line and byte it is told, and every row is taken once', async () => {
  const importId = newId();
  const text = fileOf(20_000);
  await expect(take(text.slice(0, Math.floor(text.length * 0.6)), { importId, cut: true })).rejects.toThrow('aborted');
  const halfway = await imports.find(sellerId, importId);
  expect(halfway?.finishedAt).toBeUndefined();
  expect(halfway?.lines).toBeGreaterThan(4_999);
  expect(halfway?.lines).toBeLessThan(12_001);
  const { lines = 0, bytes = 0 } = halfway ?? {};
  expect(Buffer.from(text).subarray(0, bytes).toString().split('\n')).toHaveLength(lines + 1);
  const ended = await take(text.slice(bytes), { importId, from: lines + 1 });
  expect(ended).toMatchObject({ rows: 20_000, created: 20_000, unchanged: 0, rejected: 0, bytes: text.length });
  expect(await offers()).toEqual([{ count: 20_000 }]);
  expect(await database.query('SELECT DISTINCT version FROM offer WHERE seller_id = $1', [sellerId])).toEqual([
    { version: '1' },
  ]);
});

test('sending the whole file again under its id skips what was taken; once complete it is answered without being read', async () => {
  const importId = newId();
  const text = fileOf(15_000);
  await expect(take(text.slice(0, text.length * 0.8), { importId, cut: true })).rejects.toThrow('aborted');
  expect(await take(text, { importId })).toMatchObject({ rows: 15_000, created: 15_000, bytes: text.length });
  const again = await take('{broken', { importId });
  expect(again).toMatchObject({ rows: 15_000, rejected: 0 });
});

test('an upload cannot leave a gap, nor go on with somebody else’s import, nor turn a trial into earnest', async () => {
  const importId = newId();
  await expect(take(fileOf(10), { importId, from: 2 })).rejects.toThrow('OfferImportNotFound');
  await expect(take(fileOf(12_000), { importId, cut: true })).rejects.toThrow('aborted');
  const lines = (await imports.find(sellerId, importId))?.lines ?? 0;
  await expect(take('', { importId, from: lines + 2 })).rejects.toThrow('OfferImportOutOfStep');
  await expect(take('', { importId, dryRun: true })).rejects.toThrow('OfferImportOutOfStep');
  const mine = sellerId;
  sellerId = newId();
  await expect(take('', { importId })).rejects.toThrow('SellerNotRegistered');
  expect(await imports.find(sellerId, importId)).toBeUndefined();
  expect((await imports.find(mine, importId))?.lines).toBe(lines);
});

test('an upload whose import was taken over stops, and counts nothing of what it still holds', async () => {
  const importId = newId();
  const text = fileOf(9_000);
  let takeOver: Promise<unknown> | undefined;
  async function* slow(): AsyncGenerator<Buffer> {
    yield Buffer.from(text.slice(0, text.length / 2));
    takeOver = take(text, { importId });
    await takeOver;
    yield Buffer.from(text.slice(text.length / 2));
  }
  await expect(take('', { importId, bytes: slow() })).rejects.toThrow('OfferImportTakenOver');
  expect(await imports.find(sellerId, importId)).toMatchObject({ rows: 9_000, lines: 9_000, bytes: text.length });
});

test('a suspended seller is refused before a line is read', async () => {
  await new PostgresUnitOfWork(database).inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 2, name: 'Spec', establishedIn: 'FR', status: 'suspended', demo: true }),
  );
  await expect(take(fileOf(1))).rejects.toThrow('SellerSuspended');
  expect(await imports.list(sellerId, 10)).toEqual([]);
});
