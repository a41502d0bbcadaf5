import { Group, Select } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useChosenRegion, useOpenRegions } from '../../api/session.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { None } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { Pill } from '../../ui/status-pill.js';
import { Share } from './share.js';
import { SellerStatePill } from './seller-state-pill.js';

type Seller = Schema<'SellerPage'>['items'][number];

/** Whose failure rate hurts us? Ordered by the server: the worst first, the unmeasured last. */
export function SellerList() {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/sellers' });
  const regions = useOpenRegions();
  const region = useChosenRegion(search.region);
  const sort = search.sort === 'name' ? 'name' : 'failureRate';
  const asked = useInfiniteQuery({
    queryKey: [region, 'sellers', sort],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/sellers', {
          params: { query: { sort, ...(pageParam !== undefined && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: region !== '',
  });
  const go = (next: { region?: string; sort?: string }): void =>
    void navigate({ to: '/sellers', search: { region, sort, ...next } });
  const columns: Column<Seller>[] = [
    { id: 'name', header: text('buyBox.seller'), cell: ({ name }) => name },
    { id: 'status', header: text('market.status'), cell: ({ status }) => <SellerStatePill state={status} /> },
    { id: 'country', header: text('sellers.establishedIn'), cell: ({ establishedIn }) => establishedIn },
    {
      id: 'rate',
      header: text('sellers.failureRate'),
      align: 'right',
      cell: ({ failureRate }) => <Share value={failureRate} />,
    },
    { id: 'shipped', header: text('sellers.shipped'), align: 'right', cell: ({ shipped }) => shipped },
    {
      id: 'gates',
      header: text('sellers.gates'),
      cell: ({ gates }) =>
        gates > 0 ? <Pill tone="bad">{text('sellers.gatesClosed', { count: gates })}</Pill> : <None />,
    },
  ];
  return (
    <Page
      title={text('nav.sellers')}
      lead={text('sellers.lead')}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/ops/sellers?sort=${sort}` }}
          cli="npx reprise sellers list"
        />
      }
    >
      <Group align="flex-end">
        <Select
          label={text('market.region')}
          data={regions.map((value) => ({ value, label: value.toUpperCase() }))}
          value={region}
          onChange={(chosen) => chosen !== null && go({ region: chosen })}
          w={110}
        />
        <Select
          label={text('sellers.order')}
          data={(['failureRate', 'name'] as const).map((value) => ({ value, label: words('sellerOrder', value) }))}
          value={sort}
          onChange={(chosen) => chosen !== null && go({ sort: chosen })}
          w={220}
        />
      </Group>
      <DataTable
        caption={text('nav.sellers')}
        columns={columns}
        rows={asked.data?.pages.flatMap(({ items }) => items)}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={({ sellerId }) => sellerId}
        onOpen={({ sellerId }) =>
          void navigate({ to: '/sellers/$region/$seller', params: { region, seller: sellerId } })
        }
        empty={text('sellers.empty')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
    </Page>
  );
}
