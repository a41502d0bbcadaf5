import { saleRecordedV1 } from '@reprise/contracts/events';
import { instantOfEpochMs, isRejection, newId } from '@reprise/kernel';
import type { Clock } from '@reprise/kernel';
import { CsvRecords } from '@reprise/platform/http';
import { createTestDatabase } from '@reprise/platform/testing';
import type { TestDatabase } from '@reprise/platform/testing';
import { boundsOf, tradeOf } from './money-trade.ts';
import { plantBreaks } from './plant-breaks.ts';
import { saleFactOf } from './sale-facts.ts';
import { settle } from './settled-month.ts';
import { textsOf } from './settlement-texts.ts';
import { Random } from '../random.ts';
import { ImportSettlement } from '../../apps/finance/src/application/reconciliation/import-settlement.ts';
import { PostDue } from '../../apps/finance/src/application/ledger/post-due.ts';
import { PostOrders } from '../../apps/finance/src/application/ledger/post-orders.ts';
import { PostSettled } from '../../apps/finance/src/application/reconciliation/post-settled.ts';
import { Reconcile } from '../../apps/finance/src/application/reconciliation/reconcile.ts';
import { recordSales } from '../../apps/finance/src/application/record-sales.ts';
import { breakTypes } from '../../apps/finance/src/domain/reconciliation/break.ts';
import { CamtEntries } from '../../apps/finance/src/inbound/http/camt-entries.ts';
import { saleOf } from '../../apps/finance/src/inbound/kafka/sale-of.ts';
import { readBooks } from '../../apps/finance/src/outbound/books/read-books.ts';
import { readSettlementAccounts } from '../../apps/finance/src/outbound/books/read-settlement-accounts.ts';
import { migrations } from '../../apps/finance/src/outbound/postgres/migrations/index.ts';
import { PostgresPostingDesks } from '../../apps/finance/src/outbound/postgres/postgres-posting-desk.ts';
import { PostgresSettledDesks } from '../../apps/finance/src/outbound/postgres/postgres-settled-desks.ts';
import { PostgresReconciliationBook } from '../../apps/finance/src/outbound/postgres/postgres-reconciliation-book.ts';
import { PostgresSalesJournal } from '../../apps/finance/src/outbound/postgres/postgres-sales-journal.ts';
import { PostgresSettlementFiles } from '../../apps/finance/src/outbound/postgres/postgres-settlement-files.ts';

const month = '2026-10';
const [, end] = boundsOf(month);
const clock: Clock = { now: () => instantOfEpochMs(end) };
const [books, accounts] = await Promise.all([readBooks(), readSettlementAccounts()]);

describe.each([1, 2, 3])('a month of trade, seed %i', (seed) => {
  const random = new Random(seed);
  const trade = tradeOf(month, random, 0.5);
  const { settled, planted } = plantBreaks(trade, settle(month, trade, random), random);
  const sales = trade.filter(({ kind }) => kind !== 'chargeback');
  let db: TestDatabase;
  let files: PostgresSettlementFiles;
  let importSettlement: ImportSettlement;
  let reconciliation: Reconcile;
  let book: PostgresReconciliationBook;

  beforeAll(async () => {
    db = await createTestDatabase({ migrations });
    files = new PostgresSettlementFiles(db.database);
    book = new PostgresReconciliationBook(db.database, books);
    reconciliation = new Reconcile(book, accounts, clock);
    const [csv, camt] = [new CsvRecords(), new CamtEntries()];
    importSettlement = new ImportSettlement({
      ...{ files, accounts, clock },
      cut: (format, bytes) => (format === 'camt.053' ? camt.read(bytes) : csv.read(bytes)),
    });
    await db.database.inTransaction((tx) =>
      recordSales(
        new PostgresSalesJournal(tx),
        sales.map((movement) => {
          const data = saleRecordedV1.schema.parse(saleFactOf(movement));
          const head = { id: newId(), region: movement.market.region, occurredAt: movement.at.toISOString() };
          return saleOf({ ...head, data });
        }),
      ),
    );
  }, 60_000);
  afterAll(() => db.drop());

  test('every file of it is read whole', async () => {
    for (const { account, format, name, text } of textsOf(month, settled.payouts)) {
      const bytes = (async function* () {
        yield Buffer.from(text);
      })();
      const file = await importSettlement.run({ account, format, name, oldest: undefined, importedBy: 'spec', bytes });
      expect(isRejection(file) ? file : file.problems).toEqual([]);
    }
    const states = await db.database.query(
      'SELECT account, format, status, known > 0 AS repeats FROM settlement_file ORDER BY 1, 2',
    );
    expect(states).toEqual(
      [
        ['adyen-eu', 'adyen-settlement-details', false],
        ['bank-eu', 'camt.053', false],
        ['bank-us', 'camt.053', false],
        ['stripe-eu', 'stripe-payout-reconciliation', false],
        ['stripe-us', 'stripe-balance', false],
        ['stripe-us', 'stripe-payout-reconciliation', true],
      ].map(([account, format, repeats]) => ({ account, format, status: 'active', repeats })),
    );
  });

  test('every planted break is found, each as what it is, and nothing else', async () => {
    const run = await reconciliation.run({ asOf: undefined, requestedBy: 'spec' });
    const found = await book.breaksOf(run.runId, { type: undefined, after: undefined, limit: 10_000 });
    const words = (each: { type: string; side: string; reference: string }): string =>
      `${each.type} ${each.side} ${each.reference}`;
    expect(found.map(words).sort()).toEqual(planted.map(words).sort());
    expect(Object.keys(run.breaks).sort()).toEqual([...breakTypes].sort());
    expect(run.movements).toBe(sales.length);
    const unmatched = planted.filter(
      ({ type, side }) => /charge|refund/.test(side) && side !== 'chargeback' && !/fee|fx|internal/.test(type),
    );
    expect(run.matched).toBe(sales.length - unmatched.length);
  });

  test('the same again finds the same, and the queue holds each once', async () => {
    const first = (await book.listRuns(1))[0];
    const again = await reconciliation.run({ asOf: undefined, requestedBy: 'spec' });
    expect({ ...again, runId: '', finishedAt: 0, startedAt: 0 }).toEqual({
      ...first,
      runId: '',
      finishedAt: 0,
      startedAt: 0,
    });
    const { items } = await book.listExceptions(
      { state: 'open', type: undefined, owner: undefined },
      { after: undefined, limit: 10_000 },
    );
    expect(items).toHaveLength(planted.length);
  });

  test('the books say what is still at the providers: what was captured, less what was given back, kept, disputed and paid out', async () => {
    const rates = { PLN: 4.27, SEK: 11.2, USD: 1.1 };
    for (const [currency, rate] of Object.entries(rates))
      await db.database.query(`INSERT INTO fx_rate VALUES ($1, $2, '2026-09-30', 1, 'EUR', $3)`, [
        ...[books.fxSource, currency, rate],
      ]);
    const postDue = new PostDue(new PostgresPostingDesks(db.database, books), new PostOrders(books), clock);
    const postSettled = new PostSettled(new PostgresSettledDesks(db.database, books), books, accounts, clock);
    while (await postDue.run());
    while (await postSettled.run());
    expect(
      await db.database.query('SELECT reason FROM settlement_due UNION ALL SELECT reason FROM posting_due'),
    ).toEqual([]);

    const left = new Map<string, number>();
    const add = (currency: string, minor: number): void => void left.set(currency, (left.get(currency) ?? 0) + minor);
    for (const { kind, market, minor } of sales) add(market.currency, kind === 'sale' ? minor : -minor);
    for (const { lines, currency, bankEntries } of settled.payouts) {
      for (const line of lines) {
        add(currency, -line.fee);
        if (line.kind === 'chargeback') add(line.presentedIn, line.presented);
        if (line.presentedIn === currency) continue;
        add(line.presentedIn, -line.presented);
        add(currency, line.gross);
      }
      for (const { amount } of bankEntries) add(currency, -amount);
    }
    const booked = await db.database.query<{ currency: string; minor: string }>(
      `SELECT currency, sum(amount_minor)::text AS minor FROM ledger_posting WHERE account = '517' GROUP BY currency`,
    );
    const asText = (rows: Iterable<readonly [string, number | string]>): string[] =>
      [...rows].map(([currency, minor]) => `${currency} ${minor}`).sort();
    expect(asText(booked.map(({ currency, minor }) => [currency, minor]))).toEqual(asText(left));
    const [off] = await db.database.query('SELECT sum(base_minor)::int AS base FROM ledger_posting');
    expect(off).toEqual({ base: 0 });
  });
});
