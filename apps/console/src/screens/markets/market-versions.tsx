import { Button } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { ConfirmImpact } from '../../ui/confirm-impact.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { None } from '../../ui/money.js';
import { MarketStatusPill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';
import { useNotify } from '../../ui/notify.js';

type Version = Schema<'MarketVersion'>;

interface MarketVersionsProps {
  readonly region: string;
  readonly market: string;
  readonly version: number;
}

/** Every change with who and why; any earlier definition can be taken up again, or be compared with what is now. */
export function MarketVersions({ region, market, version }: MarketVersionsProps) {
  const text = useText();
  const words = useWords();
  const [chosen, setChosen] = useState<number>();
  const asked = useInfiniteQuery({
    queryKey: [region, 'market', market, 'versions'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/markets/{market}/versions', {
          params: { path: { market }, query: pageParam === undefined ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rollback = useRollback(region, market, version, () => setChosen(undefined));
  const columns: Column<Version>[] = [
    { id: 'version', header: text('market.version'), cell: (row) => row.version },
    {
      id: 'action',
      header: text('versions.action'),
      cell: ({ action, fromVersion }) =>
        `${words('versions.did', action)}${fromVersion === null ? '' : ` ${fromVersion}`}`,
    },
    { id: 'status', header: text('market.status'), cell: ({ status }) => <MarketStatusPill status={status} /> },
    { id: 'who', header: text('audit.who'), cell: ({ actor }) => actor },
    { id: 'when', header: text('audit.when'), cell: ({ changedAt }) => <When at={changedAt} /> },
    { id: 'why', header: text('audit.why'), cell: ({ why }) => why ?? <None /> },
    {
      id: 'do',
      header: text('ui.actions'),
      cell: (row) =>
        row.version !== version && (
          <Actions market={market} version={row.version} onRollback={() => setChosen(row.version)} />
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={text('versions.caption', { market: market.toUpperCase() })}
        columns={columns}
        rows={asked.data?.pages.flatMap(({ items }) => items)}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={(row) => String(row.version)}
        empty={text('versions.empty')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
      <ConfirmImpact
        opened={chosen !== undefined}
        title={text('versions.rollbackTitle', { market: market.toUpperCase(), version: chosen ?? 0 })}
        impact={text('versions.rollbackImpact')}
        verb={text('versions.rollback')}
        typed={market.toUpperCase()}
        pending={rollback.isPending}
        error={rollback.error}
        onConfirm={(why) => chosen !== undefined && rollback.mutate({ to: chosen, why })}
        onClose={() => {
          rollback.reset();
          setChosen(undefined);
        }}
      />
    </>
  );
}

function Actions({
  market,
  version,
  onRollback,
}: {
  readonly market: string;
  readonly version: number;
  readonly onRollback: () => void;
}) {
  const text = useText();
  return (
    <Button.Group>
      <Button
        size="compact-xs"
        variant="default"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/markets/$market"
            params={{ market }}
            search={{ tab: 'compare', against: String(version) }}
          />
        )}
      >
        {text('versions.compare')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onRollback}>
        {text('versions.rollback')}
      </Button>
    </Button.Group>
  );
}

/** Names the version that was looked at, so that two operators at once do not undo each other unseen. */
function useRollback(region: string, market: string, seen: number, onDone: () => void) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ to, why }: { to: number; why: string }) =>
      answerOf(
        cell(region).POST('/v1/ops/markets/{market}/rollback', {
          params: { path: { market }, header: { 'If-Match': `"${seen}"` } },
          body: { version: to, why },
        }),
      ),
    onSuccess: async (_now, { to }) => {
      onDone();
      notify(text('versions.rolledBack', { market: market.toUpperCase(), version: to }));
      await queries.invalidateQueries();
    },
  });
}
