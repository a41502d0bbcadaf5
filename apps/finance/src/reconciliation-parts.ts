import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import { CsvRecords } from '@reprise/platform/http';
import type { Database } from '@reprise/platform/persistence';
import { ImportSettlement } from './application/reconciliation/import-settlement.js';
import { PostSettled } from './application/reconciliation/post-settled.js';
import { Reconcile } from './application/reconciliation/reconcile.js';
import { ReconciliationBook } from './application/reconciliation/reconciliation-book.js';
import { SettleExceptions } from './application/reconciliation/settle-exceptions.js';
import { SettlementFiles } from './application/reconciliation/settlement-files.js';
import type { Books } from './domain/ledger/books.js';
import type { SettlementAccounts } from './domain/settlement/settlement-account.js';
import { CamtEntries } from './inbound/http/camt-entries.js';
import { ReconciliationController } from './inbound/http/reconciliation.controller.js';
import { SettlementFilesController } from './inbound/http/settlement-files.controller.js';
import { PostgresReconciliationBook } from './outbound/postgres/postgres-reconciliation-book.js';
import { PostgresSettledDesks } from './outbound/postgres/postgres-settled-desks.js';
import { PostgresSettlementFiles } from './outbound/postgres/postgres-settlement-files.js';

/** Imports of settlement files, the comparison of all sides, and the queue of what differs. */
export function reconciliationParts(
  {
    database,
    accounts,
    books,
  }: { readonly database: Database; readonly accounts: SettlementAccounts; readonly books: Books },
  clock: Clock,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const files = new PostgresSettlementFiles(database);
  const book = new PostgresReconciliationBook(database, books);
  const [csv, camt] = [new CsvRecords(), new CamtEntries()];
  const importSettlement = new ImportSettlement({
    ...{ files, accounts, clock },
    cut: (format, bytes) => (format === 'camt.053' ? camt.read(bytes) : csv.read(bytes)),
  });
  const postSettled = new PostSettled(new PostgresSettledDesks(database, books), books, accounts, clock);
  return {
    controllers: [SettlementFilesController, ReconciliationController],
    providers: [
      { provide: SettlementFiles, useValue: files },
      { provide: ReconciliationBook, useValue: book },
      { provide: ImportSettlement, useValue: importSettlement },
      { provide: Reconcile, useValue: new Reconcile(book, accounts, clock) },
      { provide: PostSettled, useValue: postSettled },
      { provide: SettleExceptions, useValue: new SettleExceptions(book, accounts, clock) },
    ],
  };
}
