import { Drawer, Group, Stack } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { readinessQuery } from '../../api/readiness.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Pill } from '../../ui/status-pill.js';
import type { Tone } from '../../ui/status-pill.js';

type Check = Schema<'ReadinessCheck'>;
type Item = Schema<'ReadinessItems'>['items'][number];

const toneOf: { readonly [outcome in Check['outcome']]: Tone } = { block: 'bad', warn: 'warn', pass: 'ok' };
const worstFirst: readonly Check['outcome'][] = ['block', 'warn', 'pass'];

interface MarketReadinessProps {
  /** The market’s own: there are its offers and its stock. */
  readonly region: string;
  readonly market: string;
  /** The check whose failures are looked at. */
  readonly check: string | undefined;
}

/** What blocks the opening, how much of it, and which exactly? Asked for anew while it is looked at. */
export function MarketReadiness({ region, market, check }: MarketReadinessProps) {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const asked = useQuery(readinessQuery(region, market));
  const go = (next: string | undefined): void =>
    void navigate({
      to: '/markets/$market',
      params: { market },
      search: { tab: 'readiness', ...(next !== undefined && { check: next }) },
    });
  const checks = asked.data?.checks.toSorted((a, b) => worstFirst.indexOf(a.outcome) - worstFirst.indexOf(b.outcome));
  const columns: Column<Check>[] = [
    { id: 'check', header: text('readiness.check'), cell: (row) => wordedCheck(words, row) },
    {
      id: 'outcome',
      header: text('readiness.outcome'),
      cell: ({ outcome }) => <Pill tone={toneOf[outcome]}>{words('readinessOutcome', outcome)}</Pill>,
    },
    {
      id: 'failing',
      header: text('readiness.failing'),
      align: 'right',
      cell: ({ failing, total }) => `${failing} / ${total}`,
    },
    { id: 'message', header: text('letters.message'), cell: ({ message }) => message },
  ];
  const opened = checks?.find((each) => each.check === check);
  return (
    <Stack>
      <Group justify="space-between">
        {asked.data ? <Verdict {...asked.data} /> : <span />}
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/ops/markets/${market}/readiness` }}
          cli={`npx reprise market readiness ${market.toUpperCase()}`}
        />
      </Group>
      <DataTable
        caption={text('market.tab.readiness')}
        columns={columns}
        rows={checks}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={(row) => row.check}
        onOpen={(row) => go(row.check)}
        empty={text('readiness.empty')}
      />
      <Drawer
        opened={opened !== undefined}
        onClose={() => go(undefined)}
        title={opened === undefined ? '' : wordedCheck(words, opened)}
        closeButtonProps={{ 'aria-label': text('ui.close') }}
      >
        {opened !== undefined && <FailingItems region={region} market={market} check={opened.check} />}
      </Drawer>
    </Stack>
  );
}

function Verdict({
  ready,
  blocking,
  warnings,
  passing,
}: Pick<Schema<'Readiness'>, 'ready' | 'blocking' | 'warnings' | 'passing'>) {
  const text = useText();
  return (
    <Group gap="xs" role="status">
      <Pill tone={ready ? 'ok' : 'bad'}>{text(ready ? 'readiness.ready' : 'readiness.notReady')}</Pill>
      <Pill tone={blocking > 0 ? 'bad' : 'neutral'} mark={String(blocking)}>
        {text('readiness.blocking')}
      </Pill>
      <Pill tone={warnings > 0 ? 'warn' : 'neutral'} mark={String(warnings)}>
        {text('readiness.warnings')}
      </Pill>
      <Pill tone="ok" mark={String(passing)}>
        {text('readiness.passing')}
      </Pill>
    </Group>
  );
}

/** Every single thing that fails a check, by page. */
function FailingItems({
  region,
  market,
  check,
}: {
  readonly region: string;
  readonly market: string;
  readonly check: Check['check'];
}) {
  const text = useText();
  const asked = useInfiniteQuery({
    queryKey: [region, 'market', market, 'readiness', check],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/markets/{market}/readiness/{check}/items', {
          params: { path: { market, check }, query: pageParam === undefined ? {} : { cursor: pageParam } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const columns: Column<Item>[] = [
    { id: 'subject', header: text('readiness.subject'), cell: ({ subject }) => <code>{subject}</code> },
    { id: 'message', header: text('letters.message'), cell: ({ message }) => message },
  ];
  return (
    <DataTable
      caption={text('readiness.items')}
      columns={columns}
      rows={asked.data?.pages.flatMap(({ items }) => items)}
      error={asked.error}
      fetching={asked.isFetching}
      retry={() => void asked.refetch()}
      keyOf={({ subject, message }) => `${subject} ${message}`}
      empty={text('readiness.noItems')}
      onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
    />
  );
}

/** Our words for a check, or those the service sent for one that is new to us. */
function wordedCheck(words: (group: string, code: string) => string, { check, title }: Check): string {
  const worded = words('readinessCheck', check);
  return worded === check ? title : worded;
}
