import {
  fxRatePublishedV1,
  productChangedV1,
  saleDocumentedV1,
  saleRecordedV1,
  salesTalliedV1,
  saleShippedV1,
  unitChangedV1,
} from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { hears } from '@reprise/platform/messaging';
import type { HeardFact, Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { SalesJournal } from '../../application/ports.js';
import { recordSales } from '../../application/record-sales.js';
import { saleOf } from './sale-of.js';

/** What finance keeps of others' facts, in the transaction that hears them. */
export interface FactCopies {
  adoptProducts(tx: Tx, facts: readonly DataOf<typeof productChangedV1>[]): Promise<void>;
  adoptRates(tx: Tx, facts: readonly DataOf<typeof fxRatePublishedV1>[]): Promise<void>;
  adoptUnits(tx: Tx, facts: readonly DataOf<typeof unitChangedV1>[]): Promise<void>;
  adoptTallies(tx: Tx, facts: readonly DataOf<typeof salesTalliedV1>[]): Promise<void>;
  noteDocuments(tx: Tx, facts: readonly DataOf<typeof saleDocumentedV1>[]): Promise<void>;
  noteGoodsSent(tx: Tx, facts: readonly HeardFact<DataOf<typeof saleShippedV1>>[]): Promise<void>;
}

/** What books what was heard. */
export interface FactBooking extends FactCopies {
  journalIn(tx: Tx): SalesJournal;
  post(tx: Tx, orderIds: readonly string[]): Promise<void>;
}

const dataOf = <Data>(facts: readonly HeardFact<Data>[]): Data[] => facts.map(({ data }) => data);

/** Every fact finance hears. It reconciles across markets, so of sales it hears this cell's and every copy mirrored into it. */
export function hearFacts(booking: FactBooking): Hearing[] {
  return [
    hears(saleRecordedV1, {
      hear: async (facts, tx) => {
        const sales = facts.map(saleOf);
        await recordSales(booking.journalIn(tx), sales);
        await booking.post(
          tx,
          sales.map(({ orderId }) => orderId),
        );
      },
    }),
    hears(saleShippedV1, {
      hear: async (facts, tx) => {
        await booking.noteGoodsSent(tx, facts);
        await booking.post(
          tx,
          facts.map(({ data }) => data.orderId),
        );
      },
    }),
    hears(saleDocumentedV1, { hear: (facts, tx) => booking.noteDocuments(tx, dataOf(facts)) }),
    hears(salesTalliedV1, { comparesVersions: true, hear: (facts, tx) => booking.adoptTallies(tx, dataOf(facts)) }),
    hears(productChangedV1, { comparesVersions: true, hear: (facts, tx) => booking.adoptProducts(tx, dataOf(facts)) }),
    hears(unitChangedV1, { comparesVersions: true, hear: (facts, tx) => booking.adoptUnits(tx, dataOf(facts)) }),
    hears(fxRatePublishedV1, { comparesVersions: true, hear: (facts, tx) => booking.adoptRates(tx, dataOf(facts)) }),
  ];
}
