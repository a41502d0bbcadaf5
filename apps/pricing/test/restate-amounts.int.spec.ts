import { offerChangedV1, pricesChangedV1, productChangedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { fixedClock, isRejection, mustBeInstant, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import fc from 'fast-check';
import type { PricingTx } from '../src/application/ports.js';
import { RestateAmounts } from '../src/application/restate-amounts.js';
import { SettlePrices } from '../src/application/settle-prices.js';
import { StateOffers } from '../src/application/state-offers.js';
import type { OfferStatement } from '../src/application/state-offers.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';
import { marketOf } from './pricing-door.js';

let database: Database;
let drop: () => Promise<void>;
let transactions: PostgresUnitOfWork;
let markets: PostgresMarketBook;
let stateOffers: StateOffers;
let restateAmounts: RestateAmounts;
const clock = fixedClock(mustBeInstant('2026-11-24T10:00:00Z'));

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: pricingMigrations });
  database = test.database;
  drop = () => test.drop();
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [marketOf('fr'), marketOf('de')]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  transactions = new PostgresUnitOfWork(database);
  markets = new PostgresMarketBook(database);
  stateOffers = new StateOffers(transactions, markets, clock, { region: 'eu' });
  restateAmounts = new RestateAmounts(clock, { region: 'eu' });
});
afterAll(() => drop());

const variantId = productChangedV1.example.variants[0]?.variantId ?? '';
const statement = (sku: string, change: Partial<OfferStatement> = {}): OfferStatement => ({
  ...{ sku, variantId, grade: 'EXCELLENT', quantity: 5, vatScheme: 'REGULAR', warrantyMonths: 24, shipsFrom: 'FR' },
  prices: [{ market: 'fr', amount: '399.00' }],
  ...change,
});

async function register(): Promise<string> {
  const sellerId = newId();
  await transactions.inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  return sellerId;
}

/** One by one, as a person states offers. */
async function oneByOne(sellerId: string, statements: readonly OfferStatement[]): Promise<string[]> {
  const outcomes = await stateOffers.run(sellerId, statements);
  if (isRejection(outcomes)) throw new Error(outcomes.message);
  return outcomes.map(({ change }) => change);
}

/** As an import does: prices as a set, the rest one by one. */
async function asASet(sellerId: string, statements: readonly OfferStatement[], dryRun = false): Promise<string[]> {
  const known = await markets.current();
  return transactions.inTransaction(async (tx: PricingTx) => {
    const restated = await restateAmounts.run(tx, known, sellerId, statements, { dryRun });
    const left = statements.filter((_, i) => restated[i] === undefined);
    const others = await stateOffers.runIn(tx, known, sellerId, left, { dryRun });
    if (isRejection(others)) throw new Error(others.message);
    const rest = others.values();
    return restated.map((change) => change ?? rest.next().value?.change ?? '');
  });
}

/** Everything stored of a seller's offers, but for the ids that differ between sellers. */
async function stored(sellerId: string): Promise<unknown> {
  const [found] = await database.query(
    `SELECT
       (SELECT jsonb_agg(to_jsonb(o) - 'offer_id' - 'seller_id' ORDER BY sku) FROM offer o WHERE seller_id = $1) AS offers,
       (SELECT jsonb_agg(to_jsonb(p) - 'offer_id' || jsonb_build_object('sku', sku) ORDER BY sku, market)
        FROM offer_price p JOIN offer USING (offer_id) WHERE seller_id = $1) AS prices,
       (SELECT jsonb_agg(to_jsonb(c) - 'offer_id' - 'change_id' - 'recorded_at' || jsonb_build_object('sku', sku)
          ORDER BY sku, offer_version, c.market, change_id)
        FROM price_change c JOIN offer USING (offer_id) WHERE seller_id = $1) AS history`,
    [sellerId],
  );
  return found;
}

/** What a reader of both topics ends up with, by SKU: whole offers, and packs where they are newer. */
async function heard(sellerId: string): Promise<Record<string, unknown>> {
  const rows = await database.query<{
    topic: string;
    data: DataOf<typeof offerChangedV1> | DataOf<typeof pricesChangedV1>;
  }>(
    `SELECT topic, envelope->'data' AS data FROM outbox_fact
     WHERE envelope->'data'->>'sellerId' = $1 AND topic IN ('pricing.offer', 'pricing.prices') ORDER BY id`,
    [sellerId],
  );
  const skuOf = new Map<string, string>();
  const states: Record<string, { version: number; prices: unknown[]; terms: unknown }> = {};
  for (const { topic, data } of rows) {
    if (topic === 'pricing.offer') {
      const { offerId, sellerId: _seller, version, prices, ...terms } = offerChangedV1.schema.parse(data);
      skuOf.set(offerId, terms.sku);
      states[terms.sku] = { version, prices, terms };
      continue;
    }
    const pack: DataOf<typeof pricesChangedV1> = pricesChangedV1.schema.parse(data);
    pack.offerIds.forEach((offerId, i) => {
      const known = states[skuOf.get(offerId) ?? ''];
      if (known === undefined) throw new Error('a pack tells of an offer that was never said whole');
      known.version = pack.versions[i] ?? 0;
      known.prices = pack.prices.map(({ market, currency, amounts, minAmounts }) => ({
        ...{ market, price: { amount: amounts[i], currency } },
        ...(minAmounts?.[i] != null && { minPrice: { amount: minAmounts[i], currency } }),
      }));
    });
  }
  return states;
}

const amount = fc.constantFrom('399.00', '398.5', '401', '0', '399.999');
const changes: fc.Arbitrary<Partial<OfferStatement>> = fc.oneof(
  { weight: 6, arbitrary: amount.map((each) => ({ prices: [{ market: 'fr', amount: each }] })) },
  {
    weight: 3,
    arbitrary: fc.tuple(amount, amount).map(([fr, de]) => ({
      prices: [
        { market: 'fr', amount: fr },
        { market: 'de', amount: de },
      ],
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('300', '399.00', '500')
      .map((minPrice) => ({ prices: [{ market: 'fr', amount: '399.00', minPrice }] })),
  },
  { weight: 1, arbitrary: fc.constantFrom(0, 5, 6).map((quantity) => ({ quantity })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Partial<OfferStatement>>(
      { grade: 'GOOD' },
      { batteryHealth: 90 },
      { variantId: newId() },
      { shipsFrom: 'DE' },
    ),
  },
);
const batch = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E-1'), changes), { minLength: 1, maxLength: 8 });

test('property: prices taken as a set leave what offers stated one by one leave: outcomes, rows, history, and what a reader ends with', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 4 }), async (batches) => {
      const [slow, quick] = [await register(), await register()];
      for (const each of batches) {
        clock.advance(1_000);
        const statements = each.map(([sku, change]) => statement(sku, change));
        const dry = await asASet(quick, statements, true);
        const outcomes = await asASet(quick, statements);
        expect(outcomes).toEqual(await oneByOne(slow, statements));
        expect(dry).toEqual(outcomes);
        expect(await stored(quick)).toEqual(await stored(slow));
      }
      expect(await heard(quick)).toEqual(await heard(slow));
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('a file of prices is said in packs of a thousand, and of a file said again nothing is', async () => {
  const sellerId = await register();
  const skus = Array.from({ length: 2_500 }, (_, i) => `S-${i}`);
  const at = (price: string) => skus.map((sku) => statement(sku, { prices: [{ market: 'fr', amount: price }] }));
  await asASet(sellerId, at('399.00'));
  const outcomes = await asASet(sellerId, at('389.00'));
  expect(new Set(outcomes)).toEqual(new Set(['updated']));
  const packs = () =>
    database.query<{ offers: number }>(
      `SELECT json_array_length(envelope->'data'->'offerIds') AS offers FROM outbox_fact
       WHERE topic = 'pricing.prices' AND envelope->'data'->>'sellerId' = $1 ORDER BY 1`,
      [sellerId],
    );
  expect(await packs()).toEqual([{ offers: 500 }, { offers: 1_000 }, { offers: 1_000 }]);
  expect(new Set(await asASet(sellerId, at('389.00')))).toEqual(new Set(['unchanged']));
  expect(await packs()).toHaveLength(3);
});

describe('settling', () => {
  const settle = () => new SettlePrices(transactions, markets, clock, { afterMs: 600_000 });
  const facts = (sellerId: string) =>
    database.query<{ sku: string; version: number; amount: string }>(
      `SELECT envelope->'data'->>'sku' AS sku, (envelope->>'version')::int AS version,
         envelope->'data'->'prices'->0->'price'->>'amount' AS amount
       FROM outbox_fact WHERE topic = 'pricing.offer' AND envelope->'data'->>'sellerId' = $1 ORDER BY sku, version, id`,
      [sellerId],
    );
  const tombstones = () => database.query(`SELECT key FROM outbox WHERE topic = 'pricing.prices' AND envelope IS NULL`);
  const state = (sellerId: string, amounts: Record<string, string>) =>
    asASet(
      sellerId,
      Object.entries(amounts).map(([sku, each]) => statement(sku, { prices: [{ market: 'fr', amount: each }] })),
    );

  beforeEach(async () => {
    clock.advance(3_600_000);
    while (await settle().run());
  });

  test('says each offer of a pack whole at the version the pack told, once the pack is old enough, and takes the pack away', async () => {
    const sellerId = await register();
    await state(sellerId, { A: '399.00', B: '299.00' });
    await state(sellerId, { A: '398.00', B: '298.00' });
    const before = (await tombstones()).length;
    expect(await settle().run()).toBe(false);
    clock.advance(600_001);
    expect(await settle().run()).toBe(true);
    expect(await facts(sellerId)).toEqual([
      { sku: 'A', version: 1, amount: '399.00' },
      { sku: 'A', version: 2, amount: '398.00' },
      { sku: 'B', version: 1, amount: '299.00' },
      { sku: 'B', version: 2, amount: '298.00' },
    ]);
    expect(await tombstones()).toHaveLength(before + 1);
    expect(await settle().run()).toBe(false);
  });

  test('an offer that changed again is left to what changed it, so no older version is ever said after a newer one', async () => {
    const sellerId = await register();
    await state(sellerId, { A: '399.00', B: '299.00', C: '199.00' });
    await state(sellerId, { A: '398.00', B: '298.00', C: '198.00' });
    await oneByOne(sellerId, [statement('A', { prices: [{ market: 'fr', amount: '397.00' }] })]);
    await state(sellerId, { B: '297.00' });
    clock.advance(600_001);
    expect(await settle().run()).toBe(true);
    const versions = async () => (await facts(sellerId)).map(({ sku, version }) => `${sku}${version}`);
    expect(await versions()).toEqual(['A1', 'A3', 'B1', 'C1', 'C2']);
    expect(await settle().run()).toBe(true);
    expect(await versions()).toEqual(['A1', 'A3', 'B1', 'B3', 'C1', 'C2']);
  });
});

test('while a file of prices is stored, the same seller’s other statements wait, and nobody else’s', async () => {
  const [busy, other] = [await register(), await register()];
  await oneByOne(busy, [statement('A')]);
  const release = Promise.withResolvers<undefined>();
  const held = Promise.withResolvers<undefined>();
  const file = transactions.inTransaction(async (tx) => {
    await restateAmounts.run(
      tx,
      await markets.current(),
      busy,
      [statement('A', { prices: [{ market: 'fr', amount: '388.00' }] })],
      {
        dryRun: false,
      },
    );
    held.resolve(undefined);
    await release.promise;
  });
  await held.promise;
  const order: string[] = [];
  const mine = oneByOne(busy, [statement('A', { quantity: 6 })]).then(() => order.push('busy'));
  await oneByOne(other, [statement('A')]).then(() => order.push('other'));
  release.resolve(undefined);
  await Promise.all([file, mine]);
  expect(order).toEqual(['other', 'busy']);
  expect(await database.query('SELECT version FROM offer WHERE seller_id = $1', [busy])).toEqual([{ version: '3' }]);
});
