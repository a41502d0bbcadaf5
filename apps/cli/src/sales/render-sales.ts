import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type SalesList = Schema<'SalesList'>;

/** A page of sales, then the totals of everything that matched. */
export function renderSales({ items, totals, nextCursor }: SalesList): string {
  if (items.length === 0) return 'No sale matches.';
  const sales = renderTable(
    [
      { heading: 'when (UTC)' },
      { heading: 'market' },
      { heading: 'region' },
      { heading: 'kind' },
      { heading: 'order' },
      { heading: 'lines', align: 'right' },
      { heading: 'net', align: 'right' },
      { heading: 'tax', align: 'right' },
      { heading: 'gross', align: 'right' },
    ],
    items.map(({ occurredAt, region, sale }) => [
      occurredAt.slice(0, 19).replace('T', ' '),
      sale.market,
      region,
      sale.kind,
      sale.orderId,
      `${sale.lines.length}`,
      sale.totals.net.amount,
      sale.totals.tax.amount,
      `${sale.totals.gross.amount} ${sale.totals.gross.currency}`,
    ]),
  );
  const sums = renderTable(
    [
      { heading: 'total of' },
      { heading: 'sales', align: 'right' },
      { heading: 'refunds', align: 'right' },
      { heading: 'net', align: 'right' },
      { heading: 'tax', align: 'right' },
      { heading: 'gross', align: 'right' },
    ],
    totals.map(({ market, sales: sold, refunds, net, tax, gross }) => [
      market,
      `${sold}`,
      `${refunds}`,
      net.amount,
      tax.amount,
      `${gross.amount} ${gross.currency}`,
    ]),
  );
  const more = nextCursor === null ? '' : `\n\nMore: reprise sales list --cursor ${nextCursor}`;
  return `${sales}\n\n${sums}${more}`;
}
