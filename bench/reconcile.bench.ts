import { newId, instantOfEpochMs } from '@reprise/kernel';
import { Database, migrate } from '@reprise/platform/persistence';
import type * as BooksModule from '../apps/finance/src/outbound/books/read-books.ts';
import type * as AccountsModule from '../apps/finance/src/outbound/books/read-settlement-accounts.ts';
import type * as MigrationsModule from '../apps/finance/src/outbound/postgres/migrations/index.ts';
import type * as BookModule from '../apps/finance/src/outbound/postgres/postgres-reconciliation-book.ts';
import type { Bench, Duel } from './bench.ts';
import { loadBuilt } from './load-built.ts';
import { reconcileRows } from './reconcile.config.ts';

export const bench: Bench = {
  about:
    'Charges compared with as many lines of a provider, their payouts and the bank, every break found and queued, beside the bare hash join of the same rows in PostgreSQL.',
  rounds: 3,
  async prepare(stage) {
    const rows = reconcileRows(process.env);
    const { urlOf } = await stage.postgres();
    const url = urlOf('finance');
    const { migrations } = await loadBuilt<typeof MigrationsModule>(
      'apps/finance',
      'outbound/postgres/migrations/index',
    );
    await migrate({ url }, migrations);
    const database = await Database.connect({ url, applicationName: 'bench', statementTimeoutMs: 900_000 });
    stage.onClose(() => database.close());
    await furnish(database, rows);
    const { PostgresReconciliationBook } = await loadBuilt<typeof BookModule>(
      ...(['apps/finance', 'outbound/postgres/postgres-reconciliation-book'] as const),
    );
    const { readBooks } = await loadBuilt<typeof BooksModule>('apps/finance', 'outbound/books/read-books');
    const { readSettlementAccounts } = await loadBuilt<typeof AccountsModule>(
      ...(['apps/finance', 'outbound/books/read-settlement-accounts'] as const),
    );
    const [books, accounts] = [await readBooks(), await readSettlementAccounts()];
    const book = new PostgresReconciliationBook(database, books);
    const asOf = instantOfEpochMs(Date.parse('2026-11-01T00:00:00Z'));
    const duel: Duel = {
      label: `${rows.toLocaleString('en-US')} charges and lines`,
      unit: 'charges/s',
      better: 'higher',
      // Five times the time of the join, at most.
      target: { ratio: 0.2 },
      ours: {
        what: 'a reconciliation of all sides, stored',
        round: async () => {
          const [runId, began] = [newId(), performance.now()];
          await book.reconcile({ runId, asOf, requestedBy: 'bench', accounts, now: instantOfEpochMs(Date.now()) });
          const seconds = (performance.now() - began) / 1000;
          const run = await book.findRun(runId);
          return { value: rows / seconds, seen: { seconds: seconds.toFixed(2), breaks: JSON.stringify(run?.breaks) } };
        },
      },
      floor: {
        what: 'SELECT of the hash join of both tables',
        round: async () => {
          const began = performance.now();
          await database.inTransaction(async (tx) => {
            await tx.query(`SET LOCAL work_mem = '128MB'`);
            await tx.query(
              `SELECT count(*), sum(gross_minor - presented_minor) FROM (
                 SELECT sale.gross_minor, line.presented_minor FROM sale JOIN settlement_line line ON line.reference = sale.payment_reference
               ) each`,
            );
          });
          return rows / ((performance.now() - began) / 1000);
        },
      },
    };
    return [duel];
  },
};

/** A month of charges, each reported once but for one in ten thousand; a payout and a bank entry for each thousand. */
async function furnish(database: Database, rows: number): Promise<void> {
  await database.query(
    `INSERT INTO sale (event_id, sale_id, region, market, kind, order_id, currency, net_minor, tax_minor, fees_minor, shipping_minor, gross_minor, payload, occurred_at)
     SELECT gen_random_uuid(), id, 'eu', 'fr', 'sale', id, 'EUR', gross - gross / 6, gross / 6, 0, 0, gross,
            jsonb_build_object('payment', jsonb_build_object('reference', 'pi_' || n)), '2026-10-01T00:00:00Z'::timestamptz + n * interval '1 second' * (2000000.0 / $1)
     FROM (SELECT n, gen_random_uuid() AS id, 5000 + n % 90000 AS gross FROM generate_series(1, $1::int) n) each`,
    [rows],
  );
  const file = newId();
  await database.query(
    `INSERT INTO settlement_file (file_id, account, format, name, status, sha256, imported_by, started_at, touched_at, finished_at)
     VALUES ($1, 'stripe-eu', 'stripe-payout-reconciliation', 'bench', 'active', 'bench', 'bench', now(), now(), now())`,
    [file],
  );
  await database.query(
    `INSERT INTO settlement_line (file_id, line, account, line_key, kind, reference, payout, presented_currency, presented_minor, currency, gross_minor, fee_minor, net_minor, occurred_at)
     SELECT $2, n, 'stripe-eu', 'txn_' || n, 'charge', 'pi_' || n, 'po_' || n / 1000, 'EUR', gross, 'EUR', gross, fee, gross - fee,
            '2026-10-01T00:00:00Z'::timestamptz + n * interval '1 second' * (2000000.0 / $1)
     FROM (SELECT n, 5000 + n % 90000 AS gross, round((5000 + n % 90000) * 0.015)::bigint + 25 AS fee FROM generate_series(1, $1::int) n) each
     WHERE n % 10000 <> 0`,
    [rows, file],
  );
  await database.query(
    `INSERT INTO bank_entry (file_id, line, account, entry_key, currency, amount_minor, booked_on, text, provider_account, payout)
     SELECT $1, 1, 'bank-eu', payout, 'EUR', sum(net_minor), max(occurred_at)::date, payout, 'stripe-eu', payout
     FROM settlement_line GROUP BY payout`,
    [file],
  );
  await database.query('VACUUM ANALYZE');
}
