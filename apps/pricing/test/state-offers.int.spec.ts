import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { fixedClock, isRejection, mustBeInstant, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { StateOffers } from '../src/application/state-offers.js';
import type { OfferStatement, StatementOutcome } from '../src/application/state-offers.js';
import { adoptMarkets, adoptProducts, adoptStock } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresOfferCatalogue } from '../src/outbound/postgres/postgres-offer-catalogue.js';
import { PostgresRateTables } from '../src/outbound/postgres/postgres-rate-tables.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';

const sellerId = newId();
const variant = productChangedV1.example.variants[0];
let database: Database;
let drop: () => Promise<void>;
let stateOffers: StateOffers;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [marketChangedV1.example]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  const transactions = new PostgresUnitOfWork(database);
  await transactions.inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  const clock = fixedClock(mustBeInstant('2026-11-24T10:00:00Z'));
  stateOffers = new StateOffers(transactions, new PostgresMarketBook(database), clock, { region: 'eu' });
});
afterAll(() => drop());

const statement = (change: Partial<OfferStatement> = {}): OfferStatement => ({
  sku: `SKU-${newId()}`,
  variantId: variant?.variantId ?? '',
  grade: 'EXCELLENT',
  quantity: 5,
  vatScheme: 'REGULAR',
  warrantyMonths: 24,
  shipsFrom: 'FR',
  prices: [{ market: 'fr', amount: '399.00' }],
  ...change,
});
const state = async (...statements: OfferStatement[]): Promise<StatementOutcome[]> => {
  const outcomes = await stateOffers.run(sellerId, statements);
  if (isRejection(outcomes)) throw new Error(outcomes.message);
  return outcomes;
};
const said = (offerId: string) =>
  database.query<{ version: string }>(
    "SELECT envelope->>'version' AS version FROM outbox WHERE topic = 'pricing.offer' AND key = $1 ORDER BY id",
    [offerId],
  );
const offerIdIn = (outcome: StatementOutcome | undefined): string =>
  outcome !== undefined && 'offer' in outcome ? outcome.offer.offerId : '';

test('an offer stated twice is one row, one price change and one fact', async () => {
  const stated = statement();
  const [first] = await state(stated);
  const [second] = await state(stated);
  expect([first?.change, second?.change]).toEqual(['created', 'unchanged']);
  const offerId = offerIdIn(first);
  expect(await said(offerId)).toEqual([{ version: '1' }]);
  expect(await database.query('SELECT amount_minor FROM price_change WHERE offer_id = $1', [offerId])).toEqual([
    { amount_minor: '39900' },
  ]);
});

test('forty writers of one new offer at once leave one row, and versions without a gap', async () => {
  const sku = `SKU-${newId()}`;
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      state(statement({ sku, prices: [{ market: 'fr', amount: `${300 + i}.00` }] })),
    ),
  );
  const offerId = offerIdIn(outcomes[0]?.[0]);
  const versions = (await said(offerId)).map(({ version }) => Number(version));
  expect(versions).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(await database.query('SELECT version FROM offer WHERE sku = $1', [sku])).toEqual([{ version: '40' }]);
});

test('a batch that states an offer twice stores the last, with every price it went through', async () => {
  const sku = `SKU-${newId()}`;
  const outcomes = await state(statement({ sku }), statement({ sku, prices: [{ market: 'fr', amount: '389.00' }] }));
  const offerId = offerIdIn(outcomes[1]);
  expect(await said(offerId)).toEqual([{ version: '2' }]);
  expect(
    await database.query('SELECT amount_minor FROM price_change WHERE offer_id = $1 ORDER BY change_id', [offerId]),
  ).toEqual([{ amount_minor: '39900' }, { amount_minor: '38900' }]);
});

test('the same quantity again is a new statement once stock has moved', async () => {
  const stated = statement();
  const [first] = await state(stated);
  const offerId = offerIdIn(first);
  await database.inTransaction((tx) =>
    adoptStock(tx, [{ offerId, version: 2, onHand: 3, reserved: 0, allocated: 0, available: 3 }]),
  );
  const [again] = await state(stated);
  expect(again).toMatchObject({ change: 'updated', offer: { version: 2, quantityVersion: 2 } });
});

test('a bad statement is refused by field and stores nothing, and the good one beside it is stored', async () => {
  const outcomes = await state(
    statement({ prices: [{ market: 'fr', amount: '9.999' }] }),
    statement({ variantId: newId() }),
    statement({ prices: [{ market: 'zz', amount: '9.99' }] }),
    statement(),
  );
  expect(outcomes.map(({ change }) => change)).toEqual(['rejected', 'rejected', 'rejected', 'created']);
  expect(outcomes.slice(0, 3).map((outcome) => ('errors' in outcome ? outcome.errors[0].field : ''))).toEqual([
    'prices[0].amount',
    'variantId',
    'prices[0].market',
  ]);
});

test('a stored price comes back to the cent, with the product it belongs to', async () => {
  const [outcome] = await state(statement({ prices: [{ market: 'fr', amount: '9999.99' }] }));
  const offerId = offerIdIn(outcome);
  const found = await new PostgresOfferCatalogue(database).find([offerId]);
  expect(found.get(offerId)?.offer.prices[0]?.price.toDecimalString()).toBe('9999.99');
  expect(found.get(offerId)?.variant?.productId).toBe(productChangedV1.example.productId);
});

test('price history cannot be rewritten', async () => {
  await expect(database.query('UPDATE price_change SET amount_minor = 1')).rejects.toThrow(/append-only/);
});

test('a rate table stored twice is one version; every version stays', async () => {
  const tables = new PostgresRateTables(database);
  const store = (rate: number) => tables.store({ kind: 'tax', id: 'spec', content: { rate }, storedBy: 'spec' });
  expect(await store(1)).toEqual({ version: 1, changed: true });
  expect(await store(1)).toEqual({ version: 1, changed: false });
  expect(await store(2)).toEqual({ version: 2, changed: true });
  expect(await tables.headings()).toContainEqual({ kind: 'tax', table_id: 'spec', version: 2 });
});
