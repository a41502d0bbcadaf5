import { saleRecordedV1 } from '@reprise/contracts/events';
import type { DataOf } from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import { hears } from '@reprise/platform/messaging';
import type { HeardFact, Hearing } from '@reprise/platform/messaging';
import type { Tx } from '@reprise/platform/persistence';
import type { SalesJournal } from '../../application/ports.js';
import { recordSales } from '../../application/record-sales.js';
import type { Sale } from '../../domain/sale.js';

type SaleRecorded = DataOf<typeof saleRecordedV1>;

/** Finance reconciles across markets, so it hears this cell's sales and every copy mirrored into it. */
export function onSaleRecorded(
  journalIn: (tx: Tx) => SalesJournal,
  post: (tx: Tx, orderIds: readonly string[]) => Promise<void>,
): Hearing {
  return hears(saleRecordedV1, {
    from: 'everywhere',
    hear: async (facts, tx) => {
      const sales = facts.map(saleOf);
      await recordSales(journalIn(tx), sales);
      await post(
        tx,
        sales.map(({ orderId }) => orderId),
      );
    },
  });
}

/** A sale as it is booked, of the fact that tells it. */
export function saleOf({
  id,
  region,
  occurredAt,
  data,
}: Pick<HeardFact<SaleRecorded>, 'id' | 'region' | 'occurredAt' | 'data'>): Sale {
  return {
    eventId: id,
    saleId: data.saleId,
    region,
    market: data.market,
    kind: data.kind,
    orderId: data.orderId,
    occurredAt: new Date(occurredAt),
    lines: data.lines.map((line) => ({
      lineId: line.lineId,
      net: Money.fromJson(line.net),
      tax: Money.fromJson(line.tax),
      gross: Money.fromJson(line.gross),
      taxes: line.taxLines.map(({ amount }) => Money.fromJson(amount)),
      fees: line.fees.map(({ amount }) => Money.fromJson(amount)),
    })),
    totals: {
      net: Money.fromJson(data.totals.net),
      tax: Money.fromJson(data.totals.tax),
      fees: Money.fromJson(data.totals.fees),
      shipping: Money.fromJson(data.totals.shipping),
      gross: Money.fromJson(data.totals.gross),
    },
    said: data,
  };
}
