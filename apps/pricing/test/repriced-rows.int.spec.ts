import fc from 'fast-check';
import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { fixedClock, isRejection, mustBeInstant, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import type { PricingTx, UnitOfWork } from '../src/application/ports.js';
import { StateOffers } from '../src/application/state-offers.js';
import type { OfferStatement } from '../src/application/state-offers.js';
import { adoptMarkets, adoptProducts, adoptStock } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';

const now = mustBeInstant('2026-11-24T10:00:00Z');
const variants = productChangedV1.example.variants.map(({ variantId }) => variantId);
let database: Database;
let drop: () => Promise<void>;
let transactions: UnitOfWork;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  const { example } = marketChangedV1;
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [example, { ...example, market: 'de', definition: { ...example.definition, code: 'de' } }]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  transactions = new PostgresUnitOfWork(database);
});
afterAll(() => drop());

/** Reads every offer whole and writes it whole, whatever has changed of it. */
const unhurried: UnitOfWork = {
  inTransaction: (work) =>
    transactions.inTransaction((tx) =>
      work(
        Object.assign(Object.create(tx) as PricingTx, {
          offersStated: (stated) => tx.offers(stated.map(({ offerId }) => offerId)),
          saveOffers: (offers) => tx.saveOffers(offers.map((offer) => ({ ...offer, onlyAmounts: false }))),
        } satisfies Partial<PricingTx>),
      ),
    ),
};

const amount = fc.constantFrom('399.00', '389.00', '350.50');
const price = fc.record(
  { amount, minPrice: fc.constantFrom('100.00', '200.00'), maxPrice: fc.constant('900.00') },
  { requiredKeys: ['amount'] },
);
const prices = fc
  .record({ fr: price, de: fc.option(price, { freq: 3 }) })
  .map(({ fr, de }) => [{ market: 'fr', ...fr }, ...(de === null ? [] : [{ market: 'de', ...de }])]);
/** Mostly price changes, as a seller's file is, and now and then everything else. */
const statement: fc.Arbitrary<OfferStatement> = fc.record({
  sku: fc.constantFrom('A', 'B', 'C'),
  variantId: fc.constantFrom(...variants),
  grade: often('EXCELLENT', 'GOOD'),
  quantity: often(5, 0, 6),
  vatScheme: often('REGULAR' as const, 'MARGINAL' as const),
  warrantyMonths: often(24, 36),
  batteryHealth: often(undefined, 91),
  shipsFrom: often('FR', 'DE'),
  prices,
});

function often<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

type Step = { readonly state: readonly OfferStatement[] } | { readonly sold: string };

async function run(unitOfWork: UnitOfWork, steps: readonly Step[]) {
  const sellerId = newId();
  await transactions.inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  const stateOffers = new StateOffers(unitOfWork, new PostgresMarketBook(database), fixedClock(now), { region: 'eu' });
  const said: unknown[] = [];
  for (const [version, step] of steps.entries()) {
    if ('sold' in step) {
      await sellOne(sellerId, step.sold, version + 1);
      continue;
    }
    const outcomes = await stateOffers.run(sellerId, step.state);
    if (isRejection(outcomes)) throw new Error(outcomes.message);
    said.push(outcomes.map(({ change }) => change));
  }
  return { said, ...(await traces(sellerId)) };
}

async function sellOne(sellerId: string, sku: string, version: number): Promise<void> {
  const [found] = await database.query<{ offer_id: string; quantity: number }>(
    'SELECT offer_id, quantity FROM offer WHERE seller_id = $1 AND sku = $2',
    [sellerId, sku],
  );
  if (found === undefined || found.quantity === 0) return;
  const onHand = found.quantity - 1;
  const level = { offerId: found.offer_id, version, onHand, reserved: 0, allocated: 0, available: onHand };
  await database.inTransaction((tx) => adoptStock(tx, [level]));
}

/** Everything a statement leaves behind, but for what names the seller, the offer and the moment of writing. */
async function traces(sellerId: string) {
  const of = (columns: string, table: string, order: string) =>
    database.query(
      `SELECT o.sku, ${columns} FROM ${table} JOIN offer o ON o.offer_id::text = t.offer_id::text
       WHERE o.seller_id = $1 ORDER BY o.sku, ${order}`,
      [sellerId],
    );
  return {
    offers: await of("to_jsonb(t) - '{offer_id,seller_id}'::text[] AS row", 'offer t', 't.offer_id'),
    prices: await of("to_jsonb(t) - 'offer_id' AS row", 'offer_price t', 't.market'),
    history: await of(
      "to_jsonb(t) - '{offer_id,change_id,recorded_at}'::text[] AS row",
      'price_change t',
      't.change_id',
    ),
    facts: await of(
      "t.version, t.data - '{offerId,sellerId}'::text[] AS data",
      `(SELECT id, key AS offer_id, envelope->>'version' AS version, (envelope->'data')::jsonb AS data
        FROM outbox_fact WHERE topic = 'pricing.offer') t`,
      't.id',
    ),
  };
}

test('an offer of which only amounts change is read and written short, and leaves the rows and facts a whole one does', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ state: fc.array(statement, { minLength: 1, maxLength: 4 }) }) },
    { weight: 1, arbitrary: fc.record({ sold: fc.constantFrom('A', 'B', 'C') }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      expect(await run(transactions, steps)).toEqual(await run(unhurried, steps));
    }),
    { numRuns: 25 },
  );
}, 120_000);
