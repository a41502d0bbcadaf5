import type { DataOf, saleRecordedV1 } from '@reprise/contracts/events';
import { Money } from '@reprise/kernel';
import { insertMany } from '@reprise/platform/persistence';
import type { Tx } from '@reprise/platform/persistence';
import type { Sale } from '../../domain/sale.js';

type SaleData = DataOf<typeof saleRecordedV1>;

/** Writes sales line by line, in the transaction that stores them. Lines sum to the sale: what no line holds is line 0. */
export async function insertSaleLines(tx: Tx, sales: readonly Sale[]): Promise<void> {
  await insertMany(tx, 'sale_line', columns, sales.flatMap(rowsOf));
}

function rowsOf(sale: Sale): Row[] {
  const said = sale.said as SaleData;
  const rows = said.lines.map((line, i) => {
    const [net, tax] = [Money.fromJson(line.net), Money.fromJson(line.tax)];
    const fees = Money.sum(
      line.fees.map(({ amount }) => Money.fromJson(amount)),
      net.currency,
    );
    return rowOf(sale, i + 1, {
      line_id: line.lineId,
      seller_id: line.sellerId,
      offer_id: line.offerId,
      variant_id: line.variantId,
      grade: line.grade,
      vat_scheme: line.vatScheme,
      treatment: treatmentOf(line.taxLines),
      quantity: line.quantity,
      ...{ net_minor: net.minor, tax_minor: tax.minor, fees_minor: fees.minor, shipping_minor: 0n },
    });
  });
  const left = (total: Money, of: 'net_minor' | 'tax_minor' | 'fees_minor'): bigint =>
    rows.reduce((minor, row) => minor - (row[of] as bigint), total.minor);
  const { totals } = sale;
  const rest = { tax_minor: left(totals.tax, 'tax_minor'), fees_minor: left(totals.fees, 'fees_minor') };
  if (totals.shipping.isZero() && rest.tax_minor === 0n && rest.fees_minor === 0n) return rows;
  const nobody = { line_id: null, seller_id: null, offer_id: null, variant_id: null, grade: null, vat_scheme: null };
  const treatment = treatmentOf(said.shipping?.taxLines ?? []);
  const delivery = { ...nobody, treatment, quantity: 1, net_minor: 0n, ...rest, shipping_minor: totals.shipping.minor };
  return [...rows, rowOf(sale, 0, delivery)];
}

/** How the law treats the line: as the largest tax on it does, where several fall. */
function treatmentOf(taxLines: SaleData['lines'][number]['taxLines']): string {
  const [largest] = [...taxLines].sort((a, b) =>
    Number(Money.fromJson(b.amount).minor - Money.fromJson(a.amount).minor),
  );
  return largest?.treatment ?? 'notTaxed';
}

type Row = Record<keyof typeof columns, unknown>;
type Parts = Omit<Row, 'event_id' | 'line_no' | 'order_id' | 'kind' | 'region' | 'market' | 'currency' | 'occurred_at'>;

function rowOf(sale: Sale, lineNo: number, parts: Omit<Parts, 'gross_minor'>): Row {
  const sum = [parts.net_minor, parts.tax_minor, parts.fees_minor, parts.shipping_minor] as bigint[];
  return {
    event_id: sale.eventId,
    line_no: lineNo,
    order_id: sale.orderId,
    kind: sale.kind,
    region: sale.region,
    market: sale.market,
    currency: sale.totals.gross.currency,
    occurred_at: sale.occurredAt,
    ...parts,
    gross_minor: sum.reduce((a, b) => a + b, 0n),
  };
}

const columns = {
  event_id: 'uuid',
  line_no: 'smallint',
  line_id: 'uuid',
  order_id: 'uuid',
  kind: 'text',
  region: 'text',
  market: 'text',
  currency: 'text',
  occurred_at: 'timestamptz',
  seller_id: 'uuid',
  offer_id: 'uuid',
  variant_id: 'uuid',
  grade: 'text',
  vat_scheme: 'text',
  treatment: 'text',
  quantity: 'integer',
  net_minor: 'bigint',
  tax_minor: 'bigint',
  fees_minor: 'bigint',
  shipping_minor: 'bigint',
  gross_minor: 'bigint',
} as const;
