import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { isRejection, newId, systemClock } from '@reprise/kernel';
import { createTestDatabase, waitFor } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { StateOffers } from '../src/application/state-offers.js';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';
import { offerBody } from './pricing-door.js';
import { PricingProcess } from './pricing-process.js';

const sellerId = newId();
const offers = 3_000;
let platform: TestDatabase;
let pricing: PricingProcess;

beforeAll(async () => {
  platform = await createTestDatabase({ migrations: pricingMigrations });
  const { database } = platform;
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [marketChangedV1.example]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  const transactions = new PostgresUnitOfWork(database);
  await transactions.inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  const stateOffers = new StateOffers(transactions, new PostgresMarketBook(database), systemClock, { region: 'eu' });
  for (let first = 0; first < offers; first += 500) {
    const batch = Array.from({ length: 500 }, (_, i) => ({ sku: `S-${first + i}`, ...offerBody('400.00') }));
    const outcomes = await stateOffers.run(sellerId, batch as never);
    if (isRejection(outcomes)) throw new Error(outcomes.message);
  }
  pricing = new PricingProcess(platform.url);
  await pricing.start();
}, 120_000);
afterAll(async () => {
  await pricing.kill();
  await platform.drop();
});

/** Facts and history of the sale price, how many and of how many offers. */
async function onSale() {
  const [row] = await platform.database.query<{ facts: number; offers: number; changes: number; left: number }>(
    `SELECT count(*)::int AS facts, count(DISTINCT key)::int AS offers,
       (SELECT count(*)::int FROM price_change WHERE source <> 'offer') AS changes,
       (SELECT count(*)::int FROM repricing) AS left
     FROM outbox_fact WHERE topic = 'pricing.offer' AND envelope->'data'->'prices'->0->'price'->>'amount' = '360.00'`,
  );
  return row;
}

test('a sale begins by itself at its moment, and a process killed while it begins leaves no offer out and none twice', async () => {
  const validFrom = new Date(Date.now() + 2_000).toISOString();
  const stated = await fetch(`${pricing.url}/v1/ops/price-lists/sale`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await pricing.opsToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'sale',
      title: 'Spec',
      reason: 'A spec wants it.',
      validFrom,
      rules: { market: 'fr' },
      adjustment: { type: 'percentOff', percent: '10' },
    }),
  });
  expect(stated.status).toBe(201);
  expect(await onSale()).toMatchObject({ facts: 0, left: 1 });

  await waitFor(async () => ((await onSale())?.facts ?? 0) > 0, { timeoutMs: 30_000, everyMs: 5 });
  await pricing.kill();
  const cut = await onSale();
  expect(cut?.left).toBe(1);
  expect(cut?.facts).toBeLessThan(offers);

  await pricing.start();
  await waitFor(async () => (await onSale())?.left === 0, { timeoutMs: 60_000, everyMs: 50 });
  expect(await onSale()).toEqual({ facts: offers, offers, changes: offers, left: 0 });
  // Each one's history says when the sale began, not when we got round to it.
  const moments = await platform.database.query<{ changed_at: Date }>(
    "SELECT DISTINCT changed_at FROM price_change WHERE source <> 'offer'",
  );
  expect(moments.map(({ changed_at }) => changed_at.toISOString())).toEqual([validFrom]);
}, 120_000);
