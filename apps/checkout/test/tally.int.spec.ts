import { saleRecordedV1 } from '@reprise/contracts/events';
import { fixedClock, mustBeInstant, newId } from '@reprise/kernel';
import { createTestDatabase } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { TallySales } from '../src/application/tally-sales.js';
import { checkoutMigrations } from '../src/outbound/postgres/migrations/index.js';
import { noteSaid, PostgresSalesTallies } from '../src/outbound/postgres/postgres-sales-tallies.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ migrations: checkoutMigrations });
});
afterAll(() => db.drop());

const clock = fixedClock(mustBeInstant('2026-11-24T12:00:00.000Z'));
const noFailure = (error: unknown): never => {
  throw error;
};

const noted = (at: string, changed: Partial<typeof saleRecordedV1.example> = {}) =>
  db.database.inTransaction((tx) =>
    noteSaid(tx, [{ ...saleRecordedV1.example, saleId: newId(), ...changed }], new Date(at)),
  );

async function said() {
  const rows = await db.database.query<{ data: { day: string; version: number; upTo: string; sums: unknown[] } }>(
    `SELECT envelope->'data' AS data FROM outbox ORDER BY id`,
  );
  return rows.map(({ data: { day, version, upTo, sums } }) => ({ day, version, upTo, sums }));
}

test('a day is said with all that was noted of it, said again only when that grew or the day is over', async () => {
  const tally = new TallySales(new PostgresSalesTallies(db.database, 'eu'), clock, noFailure);
  expect(await tally.run()).toBe(0);
  await noted('2026-11-24T10:00:00.000Z');
  await noted('2026-11-24T11:00:00.000Z');
  await noted('2026-11-24T11:00:00.000Z', { kind: 'refund' });
  await noted('2026-11-24T11:59:59.000Z');
  expect(await tally.run()).toBe(1);
  expect(await tally.run()).toBe(0);
  const gross = (amount: string) => ({ amount, currency: 'EUR' });
  const refunds = { market: 'fr', kind: 'refund', count: 1, gross: gross('499.00') };
  const first = {
    ...{ day: '2026-11-24', version: 1, upTo: '2026-11-24T11:59:55.000Z' },
    sums: [refunds, { market: 'fr', kind: 'sale', count: 2, gross: gross('998.00') }],
  };
  expect(await said()).toEqual([first]);

  clock.set(mustBeInstant('2026-11-25T00:00:10.000Z'));
  expect(await tally.run()).toBe(1);
  // One noted late, by a payment that was slow to commit.
  await noted('2026-11-24T23:59:59.000Z');
  expect(await tally.run()).toBe(1);
  expect(await tally.run()).toBe(0);
  expect((await said()).slice(1)).toEqual([
    {
      ...{ day: '2026-11-24', version: 2, upTo: '2026-11-25T00:00:00.000Z' },
      sums: [refunds, { market: 'fr', kind: 'sale', count: 3, gross: gross('1497.00') }],
    },
    {
      ...{ day: '2026-11-24', version: 3, upTo: '2026-11-25T00:00:00.000Z' },
      sums: [refunds, { market: 'fr', kind: 'sale', count: 4, gross: gross('1996.00') }],
    },
  ]);
});

test('a day that saw nothing new is closed once it is over', async () => {
  clock.set(mustBeInstant('2026-11-26T12:00:00.000Z'));
  await noted('2026-11-26T11:00:00.000Z', { market: 'de' });
  const tally = new TallySales(new PostgresSalesTallies(db.database, 'eu'), clock, noFailure);
  expect(await tally.run()).toBe(1);
  clock.set(mustBeInstant('2026-11-27T12:00:00.000Z'));
  expect(await tally.run()).toBe(1);
  expect((await said()).at(-1)).toMatchObject({ day: '2026-11-26', version: 2, upTo: '2026-11-27T00:00:00.000Z' });
});
