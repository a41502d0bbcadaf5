import type { Schema } from '@reprise/sdk';
import { useText, useWords } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';

type Item = Schema<'SalesList'>['items'][number];

interface SaleListProps {
  readonly items: readonly Item[] | undefined;
  readonly error: unknown;
  readonly fetching: boolean;
  readonly retry: () => void;
  readonly onMore: (() => void) | undefined;
}

/** Each movement of money, newest first. */
export function SaleList({ items, ...query }: SaleListProps) {
  const text = useText();
  const words = useWords();
  const columns: Column<Item>[] = [
    { id: 'at', header: text('audit.when'), cell: ({ occurredAt }) => <When at={occurredAt} /> },
    {
      id: 'kind',
      header: text('sales.kind'),
      cell: ({ sale }) => <Pill tone={sale.kind === 'sale' ? 'ok' : 'warn'}>{words('saleKind', sale.kind)}</Pill>,
    },
    { id: 'market', header: text('market.one'), cell: ({ sale }) => sale.market.toUpperCase() },
    { id: 'order', header: text('sales.order'), cell: ({ sale }) => <code>{sale.orderId.slice(0, 8)}…</code> },
    {
      id: 'shipTo',
      header: text('sales.shipTo'),
      cell: ({ sale }) => [sale.shipTo.country, sale.shipTo.region].filter(Boolean).join('-'),
    },
    { id: 'lines', header: text('sales.lines'), align: 'right', cell: ({ sale }) => sale.lines.length },
    {
      id: 'tax',
      header: text('sales.tax'),
      align: 'right',
      cell: ({ sale }) => <Money value={sale.totals.tax} mixed />,
    },
    {
      id: 'gross',
      header: text('sales.gross'),
      align: 'right',
      cell: ({ sale }) => <Money value={sale.totals.gross} mixed />,
    },
    { id: 'method', header: text('sales.method'), cell: ({ sale }) => sale.payment.method },
  ];
  return (
    <DataTable
      caption={text('sales.newest')}
      columns={columns}
      rows={items}
      {...query}
      keyOf={({ eventId }) => eventId}
      empty={text('sales.empty')}
    />
  );
}
