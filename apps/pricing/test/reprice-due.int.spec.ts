import { jest } from '@jest/globals';
import { productChangedV1 } from '@reprise/contracts/events';
import { isRejection } from '@reprise/kernel';
import { waitFor } from '@reprise/platform/testing';
import { StateOffers } from '../src/application/state-offers.js';
import { PostgresMarketBook } from '../src/outbound/postgres/postgres-market-book.js';
import { PostgresUnitOfWork } from '../src/outbound/postgres/postgres-unit-of-work.js';
import { offerBody, PricingDoor } from './pricing-door.js';

jest.setTimeout(60_000);

let door: PricingDoor;

beforeEach(async () => {
  door = await PricingDoor.open('2026-10-01T08:00:00Z');
});
afterEach(() => door.close());

const stateOffers = () =>
  new StateOffers(new PostgresUnitOfWork(door.test.database), new PostgresMarketBook(door.test.database), door.clock, {
    region: 'eu',
  });

async function stock(count: number): Promise<string[]> {
  const outcomes = await stateOffers().run(
    door.sellerId,
    Array.from({ length: count }, (_, i) => ({ sku: `SKU-${i}`, ...offerBody('400.00') }) as never),
  );
  if (isRejection(outcomes)) throw new Error(outcomes.message);
  return outcomes.map((outcome) => ('offer' in outcome ? outcome.offer.offerId : ''));
}

const counted = async (sql: string): Promise<number> => {
  const [row] = await door.test.database.query<{ count: string }>(sql);
  return Number(row?.count);
};
/** Facts and changes of the sale: how many, of how many offers. */
const published = async () => [
  await counted(`SELECT count(*) FROM outbox_fact WHERE envelope->>'version' = '2'`),
  await counted(
    `SELECT count(DISTINCT key) FROM outbox_fact WHERE envelope->'data'->'prices'->0->'price'->>'amount' = '360.00'`,
  ),
  await counted(`SELECT count(*) FROM outbox_fact WHERE envelope->>'version' = '3'`),
  await counted(`SELECT count(*) FROM price_change WHERE source = 'priceList:sale@1'`),
];

test('a publisher killed in the middle of a batch loses nothing and says nothing twice: another goes on where the last commit was', async () => {
  const offerIds = await stock(800);
  await door.putList('sale', {});
  door.clock.set(new Date('2026-11-02T00:00:00Z').getTime() as never);
  const doomed = await door.repricer();
  expect([await doomed.run(), await doomed.run()]).toEqual([true, true]);
  expect(await published()).toEqual([500, 500, 0, 500]);

  // Somebody holds one of the next offers, so the batch is begun and cannot end; then the server drops the session.
  const next = [...offerIds].sort()[600] as string;
  await door.test.database.inTransaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [next]);
    const killed = doomed.run();
    const refused = expect(killed).rejects.toThrow();
    await waitForWaiter();
    await door.test.database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    await refused;
  });
  await doomed.die();
  expect(await published()).toEqual([500, 500, 0, 500]);

  await door.settle();
  expect(await published()).toEqual([800, 800, 0, 800]);
  expect(await counted('SELECT count(*) FROM repricing_offer')).toBe(0);
  expect(await counted('SELECT count(*) FROM repricing')).toBe(0);
});

test('two publishers at once share the work and publish each offer once', async () => {
  await stock(800);
  await door.putList('sale', {});
  door.clock.set(new Date('2026-11-02T00:00:00Z').getTime() as never);
  await Promise.all([door.settle(), door.settle()]);
  await door.settle();
  expect(await published()).toEqual([800, 800, 0, 800]);
});

test('only the offers a list covers are touched', async () => {
  const [plain, graded, abroad] = [
    await door.putOffer('PLAIN', '400.00'),
    await door.putOffer('GRADED', '400.00', { grade: 'GOOD' }),
    await door.putOffer('ABROAD', '400.00', { grade: 'GOOD', prices: [{ market: 'de', amount: '400.00' }] }),
  ];
  await door.putList('sale', { rules: { market: 'fr', grade: 'GOOD', category: 'smartphone', seller: door.sellerId } });
  door.clock.set(new Date('2026-11-02T00:00:00Z').getTime() as never);
  const { run, die } = await door.repricer();
  await run();
  expect(await door.test.database.query('SELECT offer_id FROM repricing_offer')).toEqual([{ offer_id: graded }]);
  await die();
  await door.settle();
  expect([await door.said(plain), await door.said(graded), (await door.said(abroad)).length]).toEqual([
    [[1, '400.00']],
    [
      [1, '400.00'],
      [2, '360.00', '400.00'],
    ],
    1,
  ]);
});

test('boundaries that were slept through take effect in their order, each at its own moment', async () => {
  const [offerId = ''] = await stock(1);
  const week = (id: string, percent: string, from: string, to: string) =>
    door.putList(id, {
      ...{ validFrom: `2026-11-${from}T00:00:00Z`, validTo: `2026-11-${to}T00:00:00Z` },
      adjustment: { type: 'percentOff', percent },
    });
  await week('one', '10', '01', '08');
  await week('two', '20', '08', '15');
  await door.at('2026-11-20T00:00:00Z');
  const { body } = await door.call('GET', `/v1/markets/fr/offers/${offerId}/price-history`);
  expect(
    body['items'].map(({ from, price }: { from: string; price: { amount: string } }) => [from, price.amount]),
  ).toEqual([
    ['2026-11-15T00:00:00.000Z', '400.00'],
    ['2026-11-08T00:00:00.000Z', '320.00'],
    ['2026-11-01T00:00:00.000Z', '360.00'],
    ['2026-10-01T08:00:00.000Z', '400.00'],
  ]);
});

test('what a seller states after a boundary nobody has published yet is priced with it, and not undone by it', async () => {
  const [offerId = ''] = await stock(1);
  await door.putList('sale', { validTo: '2026-11-08T00:00:00Z' });
  door.clock.set(new Date('2026-11-10T00:00:00Z').getTime() as never);
  await door.putOffer('SKU-0', '390.00');
  await door.settle();
  expect(await door.said(offerId)).toEqual([
    [1, '400.00'],
    [2, '390.00'],
  ]);
});

test('an offer whose statement was under way when a sale began is on sale too', async () => {
  await door.putList('sale', {});
  const markets = new PostgresMarketBook(door.test.database);
  const { run, die } = await door.repricer();
  let racing: Promise<boolean> = Promise.resolve(false);
  await new PostgresUnitOfWork(door.test.database).inTransaction(async (tx) => {
    const statement = { sku: 'RACED', ...offerBody('400.00') } as never;
    await stateOffers().runIn(tx, await markets.current(), door.sellerId, [statement]);
    door.clock.set(new Date('2026-10-31T23:00:00Z').getTime() as never);
    racing = run();
    await waitForWaiter();
  });
  expect(await racing).toBe(true);
  await die();
  await door.settle();
  const [offer] = await door.test.database.query<{ offer_id: string }>('SELECT offer_id FROM offer');
  expect(await door.said(offer?.offer_id ?? '')).toEqual([
    [1, '400.00'],
    [2, '360.00', '400.00'],
  ]);
});

test('goods that move into another category move into its sale', async () => {
  const offerId = await door.putOffer('ONE', '400.00');
  await door.putList('tablets', { validFrom: '2026-09-01T00:00:00Z', rules: { market: 'fr', category: 'tablet' } });
  await door.settle();
  // A fact becomes due when the database hears it, by its own clock.
  const now = () => new Date(Date.now() + 1_000).toISOString();
  const { example } = productChangedV1;
  await door.adopt([], [{ ...example, version: 3, category: 'tablet', categoryPath: ['mobile', 'tablet'] }]);
  await door.at(now());
  expect((await door.price(offerId))['unitPrice'].amount).toBe('360.00');
  expect((await door.said(offerId)).at(-1)).toEqual([2, '360.00', '400.00']);
  await door.adopt([], [{ ...example, version: 4 }]);
  await door.at(now());
  expect((await door.said(offerId)).at(-1)).toEqual([3, '400.00']);
});

/** Waits until some session of this database waits for a lock. */
async function waitForWaiter(): Promise<void> {
  const waiting =
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  await waitFor(async () => (await counted(waiting)) > 0, {
    timeoutMs: 10_000,
    what: 'a session that waits for a lock',
  });
}
