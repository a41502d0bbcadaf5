import type { DynamicModule } from '@nestjs/common';
import type { Clock } from '@reprise/kernel';
import { systemClock } from '@reprise/kernel';
import type { Hearing } from '@reprise/platform/messaging';
import type { ServiceParts } from '@reprise/platform/service';
import { ListSales } from './application/list-sales.js';
import { PostOrders } from './application/ledger/post-orders.js';
import { PostDue } from './application/ledger/post-due.js';
import { PostSettled } from './application/reconciliation/post-settled.js';
import type { Books } from './domain/ledger/books.js';
import type { SettlementAccounts } from './domain/settlement/settlement-account.js';
import { KeepPosting } from './inbound/clock/keep-posting.js';
import { SalesController } from './inbound/http/sales.controller.js';
import { hearFacts } from './inbound/kafka/hear-facts.js';
import { ledgerParts } from './ledger-parts.js';
import * as copies from './outbound/postgres/adopt-facts.js';
import { PostgresPostingDesk } from './outbound/postgres/postgres-posting-desk.js';
import { PostgresSalesBook } from './outbound/postgres/postgres-sales-book.js';
import { PostgresSalesJournal } from './outbound/postgres/postgres-sales-journal.js';
import { reconciliationParts } from './reconciliation-parts.js';

/** Wires the use-cases of finance to their doors. */
export class FinanceModule {
  static with(
    parts: Pick<ServiceParts, 'database' | 'logger'> & {
      readonly books: Books;
      readonly accounts: SettlementAccounts;
    },
    clock: Clock = systemClock,
  ): DynamicModule {
    const ledger = ledgerParts(parts, clock);
    const reconciliation = reconciliationParts(parts, clock);
    return {
      module: FinanceModule,
      controllers: [SalesController, ...ledger.controllers, ...reconciliation.controllers],
      providers: [
        { provide: ListSales, useValue: new ListSales(new PostgresSalesBook(parts.database)) },
        ...ledger.providers,
        ...reconciliation.providers,
        {
          provide: KeepPosting,
          inject: [PostDue, PostSettled],
          useFactory: (...postings: [PostDue, PostSettled]) => new KeepPosting(postings, parts.logger),
        },
      ],
    };
  }

  /** Every fact finance hears. */
  static hearings(books: Books): Hearing[] {
    const postOrders = new PostOrders(books);
    return hearFacts({
      ...copies,
      journalIn: (tx) => new PostgresSalesJournal(tx),
      post: (tx, orderIds) => postOrders.run(new PostgresPostingDesk(tx, books), orderIds),
    });
  }
}
