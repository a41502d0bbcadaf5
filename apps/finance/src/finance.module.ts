import type { DynamicModule } from '@nestjs/common';
import type { Tx } from '@reprise/platform/persistence';
import type { Hearing } from '@reprise/platform/messaging';
import type { ServiceParts } from '@reprise/platform/service';
import { ListSales } from './application/list-sales.js';
import { SalesController } from './inbound/http/sales.controller.js';
import { onSaleRecorded } from './inbound/kafka/on-sale-recorded.js';
import { PostgresSalesBook } from './outbound/postgres/postgres-sales-book.js';
import { PostgresSalesJournal } from './outbound/postgres/postgres-sales-journal.js';

/** Wires the use-cases of finance to their doors. */
export class FinanceModule {
  static with({ database }: Pick<ServiceParts, 'database'>): DynamicModule {
    return {
      module: FinanceModule,
      controllers: [SalesController],
      providers: [{ provide: ListSales, useValue: new ListSales(new PostgresSalesBook(database)) }],
    };
  }

  /** Every fact finance hears. */
  static hearings(): Hearing[] {
    return [onSaleRecorded((tx: Tx) => new PostgresSalesJournal(tx))];
  }
}
