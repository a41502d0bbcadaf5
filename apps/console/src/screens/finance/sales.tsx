import { Group, Select, Skeleton, Stack, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { compareAmounts } from '../../format/format-money.js';
import { useText } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { MarketSelect } from '../../ui/market-select.js';
import { Money } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { SaleList } from './sale-list.js';
import { useSales } from './use-sales.js';

type Total = Schema<'SalesList'>['totals'][number];

/** Charts come after the numbers, and only when a screen has one. */
const SalesChart = lazy(() => import('./sales-chart.js').then(({ SalesChart: chart }) => ({ default: chart })));

/** How much was sold where? */
export function Sales() {
  const text = useText();
  const navigate = useNavigate();
  const { market, kind } = useSearch({ from: '/shell/sales' });
  const { region, totals, ...list } = useSales(market, kind);
  const go = (next: { market?: string | undefined; kind?: string | undefined }): void =>
    void navigate({
      to: '/sales',
      search: Object.fromEntries(Object.entries({ market, kind, ...next }).filter(([, value]) => value)),
    });
  const columns: Column<Total>[] = [
    { id: 'market', header: text('market.one'), cell: ({ market: code }) => code.toUpperCase() },
    { id: 'sales', header: text('sales.sales'), align: 'right', cell: ({ sales }) => sales },
    { id: 'refunds', header: text('sales.refunds'), align: 'right', cell: ({ refunds }) => refunds },
    ...(['net', 'tax', 'fees', 'shipping', 'gross'] as const).map((part): Column<Total> => ({
      id: part,
      header: text(`sales.${part}`),
      align: 'right',
      cell: (row) => <Money value={row[part]} mixed />,
    })),
  ];
  const path = `/v1/finance/sales?${new URLSearchParams(Object.entries({ market, kind }).filter((entry): entry is [string, string] => entry[1] !== undefined))}`;
  return (
    <Page
      title={text('nav.sales')}
      lead={text('sales.lead')}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path }}
          cli={`npx reprise sales list${market === undefined ? '' : ` --market ${market}`}`}
        />
      }
    >
      <Group align="flex-end">
        <MarketSelect value={market} onChange={(chosen) => go({ market: chosen })} />
        <Select
          label={text('sales.kind')}
          data={[
            { value: '', label: text('sales.all') },
            { value: 'sale', label: text('sales.sales') },
            { value: 'refund', label: text('sales.refunds') },
          ]}
          value={kind ?? ''}
          onChange={(chosen) => go({ kind: chosen ?? undefined })}
          w={180}
        />
      </Group>
      <DataTable
        caption={text('sales.byMarket')}
        columns={columns}
        rows={
          totals === undefined ? undefined : [...totals].sort((a, b) => compareAmounts(b.gross.amount, a.gross.amount))
        }
        error={list.error}
        fetching={list.fetching}
        retry={list.retry}
        keyOf={({ market: code, gross }) => `${code} ${gross.currency}`}
        onOpen={({ market: code }) => go({ market: code })}
        empty={text('sales.empty')}
      />
      {totals !== undefined && totals.length > 0 && (
        <Stack gap="xs" className="card">
          <Suspense fallback={<Skeleton height={260} className="late" />}>
            <SalesChart totals={totals} />
          </Suspense>
        </Stack>
      )}
      <Title order={2} size="h4">
        {text('sales.newest')}
      </Title>
      <SaleList {...list} />
    </Page>
  );
}
