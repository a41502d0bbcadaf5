import type { Provider, Type } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { PostDue } from './application/ledger/post-due.js';
import { PostOrders } from './application/ledger/post-orders.js';
import { ReadLedger } from './application/ledger/read-ledger.js';
import type { Books } from './domain/ledger/books.js';
import { LedgerController } from './inbound/http/ledger.controller.js';
import { PostgresLedgerBook } from './outbound/postgres/postgres-ledger-book.js';
import { PostgresPostingDesks } from './outbound/postgres/postgres-posting-desk.js';

/** Wires the ledger: what books, and what reads it. */
export function ledgerParts(
  { database, books }: Pick<ServiceParts, 'database'> & { readonly books: Books },
  clock: Clock,
): { readonly controllers: Type[]; readonly providers: Provider[] } {
  const postDue = new PostDue(new PostgresPostingDesks(database, books), new PostOrders(books), clock);
  return {
    controllers: [LedgerController],
    providers: [
      { provide: ReadLedger, useValue: new ReadLedger(new PostgresLedgerBook(database), books) },
      { provide: PostDue, useValue: postDue },
    ],
  };
}
