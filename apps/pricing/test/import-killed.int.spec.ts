import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { marketChangedV1, productChangedV1 } from '@reprise/contracts/events';
import { newId } from '@reprise/kernel';
import { createTestDatabase, waitFor } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { adoptMarkets, adoptProducts } from '../src/outbound/postgres/adopt-facts.js';
import { pricingMigrations } from '../src/outbound/postgres/migrations/index.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';
import { PricingProcess } from './pricing-process.js';

const sellerId = newId();
const rows = 20_000;
let platform: TestDatabase;
let pricing: PricingProcess;

beforeAll(async () => {
  platform = await createTestDatabase({ migrations: pricingMigrations });
  const { database } = platform;
  await database.inTransaction(async (tx) => {
    await adoptMarkets(tx, [marketChangedV1.example]);
    await adoptProducts(tx, [productChangedV1.example]);
  });
  await new PostgresUnitOfWork(database).inTransaction((tx) =>
    tx.saveSeller({ sellerId, version: 1, name: 'Spec', establishedIn: 'FR', status: 'active', demo: true }),
  );
  pricing = new PricingProcess(platform.url);
  await pricing.start();
}, 60_000);
afterAll(async () => {
  await pricing.kill();
  await platform.drop();
});

const fileOf = (cents: number): Buffer =>
  Buffer.from(
    Array.from({ length: rows }, (_, i) => {
      const amount = `${100 + (i % 900)}.${cents}`;
      return `${JSON.stringify({
        sku: `S-${i}`,
        variantId: productChangedV1.example.variants[0]?.variantId,
        grade: 'EXCELLENT',
        quantity: 5,
        vatScheme: 'REGULAR',
        warrantyMonths: 24,
        shipsFrom: 'FR',
        prices: [{ market: 'fr', amount }],
      })}\n`;
    }).join(''),
  );

/** Sends a file, or what is left of it. Undefined when the connection was lost before an answer. */
async function upload(body: Buffer, query: string): Promise<Record<string, unknown> | undefined> {
  const token = await pricing.sellerToken(sellerId);
  return new Promise((resolve, reject) => {
    const outgoing = request(`${pricing.url}/v1/seller/offers/bulk?${query}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/x-ndjson',
        'content-length': String(body.length),
      },
    });
    outgoing.once('error', () => resolve(undefined));
    outgoing.once('response', (answer) => json(answer).then((said) => resolve(said as never), reject));
    outgoing.end(body);
  });
}

async function importOf(importId: string) {
  const authorization = `Bearer ${await pricing.sellerToken(sellerId)}`;
  const answer = await fetch(`${pricing.url}/v1/seller/imports/${importId}`, { headers: { authorization } });
  return (await answer.json()) as { status: string; rows: number; resumeFrom: { line: number; byte: number } };
}

/** Every offer at a version, with exactly that many prices in its history and facts in the outbox. */
async function traces(version: number): Promise<unknown> {
  const [found] = await platform.database.query(
    `SELECT (SELECT count(*)::int FROM offer WHERE version = $1) AS offers,
       (SELECT count(*)::int FROM price_change) AS changes,
       (SELECT count(DISTINCT (offer_id, offer_version))::int FROM price_change) AS distinct_changes,
       (SELECT count(*)::int FROM said) AS facts,
       (SELECT count(DISTINCT (key, version))::int FROM said) AS distinct_facts`,
    [version],
  );
  return found;
}

/** Everything the outbox holds of offers, one row an offer and version: said whole, or its prices in a pack. */
const saidView = `CREATE VIEW said AS
  SELECT key, envelope->>'version' AS version FROM outbox_fact WHERE topic = 'pricing.offer'
  UNION ALL
  SELECT offer.id, offer.version
  FROM (SELECT (envelope->'data')::jsonb AS data FROM outbox_fact WHERE topic = 'pricing.prices') pack
  CROSS JOIN LATERAL ROWS FROM (jsonb_array_elements_text(data->'offerIds'), jsonb_array_elements_text(data->'versions'))
    AS offer (id, version)`;

test('killed half-way and gone on with, an import has every row once: in offers, in history, in what was said', async () => {
  await platform.database.query(saidView);
  const taken = () => platform.database.query<{ rows: string }>('SELECT sum(rows) AS rows FROM offer_import');
  for (const [version, cents] of [
    [1, 10],
    [2, 20],
  ] as const) {
    const importId = newId();
    const before = Number((await taken())[0]?.rows ?? 0);
    const file = fileOf(cents);
    const cut = upload(file, `import=${importId}`);
    await waitFor(async () => Number((await taken())[0]?.rows ?? 0) > before + rows / 3, {
      timeoutMs: 30_000,
      everyMs: 5,
    });
    await pricing.kill();
    expect(await cut).toBeUndefined();
    await pricing.start();
    const halfway = await importOf(importId);
    expect(halfway.rows).toBeLessThan(rows);
    const { line, byte } = halfway.resumeFrom;
    const ended = await upload(file.subarray(byte), `import=${importId}&from=${line}`);
    expect(ended).toMatchObject({
      ...{ status: 'completed', rows, accepted: rows, unchanged: 0, rejected: 0 },
      ...{ bytes: file.length, progress: 1, resumeFrom: { line: rows + 1, byte: file.length } },
    });
    const all = rows * version;
    expect(await traces(version)).toEqual({
      offers: rows,
      ...{ changes: all, distinct_changes: all, facts: all, distinct_facts: all },
    });
  }
}, 120_000);

test('killed half-way and sent again from the start under a new id, the rows that were taken are unchanged', async () => {
  const importId = newId();
  const file = fileOf(30);
  const cut = upload(file, `import=${importId}`);
  await waitFor(async () => (await importOf(importId)).rows > rows / 3, { timeoutMs: 30_000, everyMs: 20 });
  await pricing.kill();
  expect(await cut).toBeUndefined();
  await pricing.start();
  const { rows: before } = await importOf(importId);
  expect(await upload(file, '')).toMatchObject({ rows, accepted: rows - before, unchanged: before });
  expect(await traces(3)).toMatchObject({ offers: rows, changes: rows * 3, distinct_facts: rows * 3 });
}, 120_000);
