import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import type { HeardFact } from '@reprise/platform/messaging';
import type { Sale } from '../../domain/sale.js';

type SaleRecorded = DataOf<typeof saleRecordedV1>;

/** A fact of a sale or refund as finance records it. */
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
