import { Anchor, Group, TextInput } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useChosenRegion } from '../../api/session.js';
import { useText } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money, None } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { When } from '../../ui/when.js';

type Posting = Schema<'LedgerPage'>['items'][number];

/** Where does this number come from? Postings in the order of their chain, each with the order, the document and the fact it follows from. */
export function Ledger() {
  const text = useText();
  const search = useSearch({ from: '/shell/ledger' });
  const region = useChosenRegion();
  const asked = usePostings(region, search);
  return (
    <Page
      title={text('nav.ledger')}
      lead={text('ledger.lead')}
      back={{ to: '/trial-balance', label: text('nav.trialBalance') }}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/finance/ledger?${new URLSearchParams(search)}` }}
        />
      }
    >
      <Filters />
      <DataTable
        caption={text('nav.ledger')}
        columns={useColumns()}
        rows={asked.data?.pages.flatMap(({ items }) => items)}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={({ entryId, lineNo }) => `${entryId} ${lineNo}`}
        empty={text('ledger.empty')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
    </Page>
  );
}

function useColumns(): Column<Posting>[] {
  const text = useText();
  return [
    {
      id: 'place',
      header: text('ledger.place'),
      cell: ({ period, sequence, lineNo }) => `${period} · ${sequence}.${lineNo}`,
    },
    { id: 'at', header: text('audit.when'), cell: ({ occurredAt }) => <When at={occurredAt} /> },
    { id: 'text', header: text('ledger.text'), cell: (row) => row.text },
    {
      id: 'account',
      header: text('ledger.account'),
      cell: ({ account, aux }) => (aux === '' ? account : `${account} · ${aux}`),
    },
    {
      id: 'debit',
      header: text('ledger.debits'),
      align: 'right',
      cell: ({ side, amount }) => (side === 'debit' ? <Money value={amount} mixed /> : ''),
    },
    {
      id: 'credit',
      header: text('ledger.credits'),
      align: 'right',
      cell: ({ side, amount }) => (side === 'credit' ? <Money value={amount} mixed /> : ''),
    },
    {
      id: 'order',
      header: text('sales.order'),
      cell: ({ orderId }) =>
        orderId === undefined ? (
          <None />
        ) : (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/ledger" search={{ orderId }} />}>
            {orderId.slice(0, 8)}…
          </Anchor>
        ),
    },
    {
      id: 'document',
      header: text('ledger.document'),
      cell: ({ document }) => (document === undefined ? <None /> : `${document.kind} ${document.ref}`),
    },
    { id: 'source', header: text('ledger.source'), cell: ({ source, kind }) => `${source} · ${kind}` },
  ];
}

/** What the address narrows the ledger down to. */
type Search = { readonly [name in 'entity' | 'period' | 'account' | 'aux' | 'orderId']?: string };

function usePostings(region: string, search: Search) {
  return useInfiniteQuery({
    queryKey: [region, 'ledger', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/finance/ledger', {
          params: { query: { ...search, ...(pageParam !== undefined && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: region !== '',
  });
}

function Filters() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/ledger' });
  const go = (name: string, value: string): void =>
    void navigate({
      to: '/ledger',
      search: Object.fromEntries(Object.entries({ ...search, [name]: value.trim() }).filter(([, said]) => said)),
    });
  return (
    <Group align="flex-end">
      {(['entity', 'period', 'account', 'aux', 'orderId'] as const).map((name) => (
        <TextInput
          key={`${name} ${search[name] ?? ''}`}
          label={text(`ledgerFilter.${name}`)}
          {...(name === 'period' && { type: 'month' })}
          defaultValue={search[name] ?? ''}
          onBlur={({ currentTarget }) => currentTarget.value !== (search[name] ?? '') && go(name, currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && go(name, currentTarget.value)}
          w={name === 'orderId' ? 300 : 160}
        />
      ))}
    </Group>
  );
}
