import { Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import type { Proposal, ProposalRow, RowFilter } from '../../api/proposals.js';
import { formatPpm } from '../../format/format-ppm.js';
import { useLanguage, useText, useWords } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money, None } from '../../ui/money.js';
import { Pill } from '../../ui/status-pill.js';
import type { Tone } from '../../ui/status-pill.js';
import { EditAll } from './edit-all.js';
import { EditRow } from './edit-row.js';

interface ProposedPricesProps {
  readonly region: string;
  readonly found: Proposal;
  readonly only: RowFilter;
}

/** The rows that answer to a filter, the farthest from their reference first. */
export function ProposedPrices({ region, found, only }: ProposedPricesProps) {
  const text = useText();
  const { language } = useLanguage();
  const [opened, setOpened] = useState<string>();
  const asked = useInfiniteQuery({
    queryKey: [region, 'proposals', found.id, 'rows', only, found.version],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/price-proposals/{proposalId}/rows', {
          params: {
            path: { proposalId: found.id },
            query: { only, sort: 'deviation', ...(pageParam !== undefined && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = asked.data?.pages.flatMap(({ items }) => items);
  const total = asked.data?.pages[0]?.total ?? 0;
  const columns: Column<ProposalRow>[] = [
    { id: 'sku', header: text('seeding.sku'), cell: ({ sku }) => sku },
    {
      id: 'from',
      header: found.fromMarket.toUpperCase(),
      align: 'right',
      cell: (row) => <Money value={row.from} mixed />,
    },
    {
      id: 'converted',
      header: text('seeding.withMargin'),
      align: 'right',
      cell: ({ withMargin }) => <Money value={withMargin} mixed />,
    },
    { id: 'price', header: found.toMarket.toUpperCase(), align: 'right', cell: (row) => <Price row={row} /> },
    {
      id: 'reference',
      header: text('seeding.reference'),
      align: 'right',
      cell: ({ reference }) => (reference === null ? <None /> : <Money value={reference.price} mixed />),
    },
    {
      id: 'deviation',
      header: text('seeding.deviation'),
      align: 'right',
      cell: ({ deviationPpm }) => (deviationPpm === null ? <None /> : formatPpm(deviationPpm, language)),
    },
    {
      id: 'cost',
      header: text('seeding.cost'),
      align: 'right',
      cell: ({ unitCost }) => <Money value={unitCost} mixed />,
    },
    { id: 'marks', header: text('seeding.marks'), cell: (row) => <Marks row={row} /> },
  ];
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {text('seeding.matching', { count: total })}
        </Text>
        {found.status === 'review' && total > 0 && <EditAll region={region} found={found} only={only} total={total} />}
      </Group>
      <DataTable
        caption={text('seeding.rows')}
        columns={columns}
        rows={rows}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={({ offerId }) => offerId}
        onOpen={({ offerId }) => setOpened(offerId)}
        empty={text('seeding.noRows')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
      <EditRow
        region={region}
        found={found}
        row={rows?.find(({ offerId }) => offerId === opened)}
        onClose={() => setOpened(undefined)}
      />
    </Stack>
  );
}

function Price({ row: { price, proposed, edited } }: { readonly row: ProposalRow }) {
  if (!edited || price.amount === proposed.amount) return <Money value={price} mixed />;
  return (
    <>
      <s className="before">
        <Money value={proposed} mixed />
      </s>{' '}
      <Money value={price} mixed />
    </>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  outlier: 'warn',
  belowCost: 'bad',
  belowMin: 'bad',
  blocked: 'bad',
  optedOut: 'neutral',
  excluded: 'neutral',
  edited: 'info',
  applied: 'ok',
  skipped: 'warn',
};

function Marks({ row }: { readonly row: ProposalRow }) {
  const words = useWords();
  const marks = [
    ...(['outlier', 'belowCost', 'belowMin', 'optedOut', 'excluded', 'edited'] as const).filter((mark) => row[mark]),
    ...(row.blockers.length > 0 ? ['blocked'] : []),
    ...(row.outcome === 'pending' ? [] : [row.outcome]),
  ];
  if (marks.length === 0) return <None />;
  return (
    <Group gap={4}>
      {marks.map((mark) => (
        <Pill key={mark} tone={tones[mark] ?? 'info'}>
          {words('proposalRows', mark)}
        </Pill>
      ))}
      {row.skipped !== null && <Text size="xs">{words('proposalSkipped', row.skipped)}</Text>}
    </Group>
  );
}
