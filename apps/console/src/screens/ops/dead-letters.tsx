import { Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useQueries } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { paceOf } from '../../api/live.js';
import { useOpenRegions } from '../../api/session.js';
import { useText, useWords } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { Pill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';
import { LetterGroup } from './letter-group.js';

type Group = Schema<'DeadLetterGroup'> & { readonly region: string };

/** What failed, and is it safe to replay? One row a cause, not one a letter. */
export function DeadLetters() {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/dead-letters' });
  const { groups, unreachable, ...query } = useGroups();
  const chosen = groups?.find(
    ({ region, service, stackHash }) =>
      region === search.region && service === search.service && stackHash === search.group,
  );
  const columns: Column<Group>[] = [
    {
      id: 'error',
      header: text('letters.error'),
      order: (a, b) => a.errorClass.localeCompare(b.errorClass),
      cell: ({ errorClass }) => errorClass,
    },
    {
      id: 'message',
      header: text('letters.message'),
      cell: ({ errorMessage }) => (
        <Text size="sm" lineClamp={2} maw={420}>
          {errorMessage}
        </Text>
      ),
    },
    {
      id: 'state',
      header: text('letters.state'),
      cell: ({ state }) => <Pill tone={state === 'dead' ? 'bad' : 'warn'}>{words('letterState', state)}</Pill>,
    },
    {
      id: 'where',
      header: text('letters.where'),
      order: (a, b) => a.topic.localeCompare(b.topic),
      cell: ({ region, service, topic }) => `${region.toUpperCase()} · ${service} · ${topic}`,
    },
    {
      id: 'letters',
      header: text('letters.count'),
      align: 'right',
      order: (a, b) => a.letters - b.letters,
      cell: ({ letters }) => letters,
    },
    {
      id: 'oldest',
      header: text('letters.oldest'),
      order: (a, b) => a.oldestAt.localeCompare(b.oldestAt),
      cell: ({ oldestAt }) => <When at={oldestAt} />,
    },
    {
      id: 'newest',
      header: text('letters.newest'),
      order: (a, b) => a.newestAt.localeCompare(b.newestAt),
      cell: ({ newestAt }) => <When at={newestAt} />,
    },
  ];
  const go = (next: typeof search): void => void navigate({ to: '/dead-letters', search: next });
  const { sort } = search;
  return (
    <Page title={text('nav.deadLetters')} lead={text('letters.lead')}>
      {unreachable.map((service) => (
        <Pill key={service} tone="warn">
          {text('letters.unreachable', { service })}
        </Pill>
      ))}
      <DataTable
        caption={text('nav.deadLetters')}
        columns={columns}
        rows={groups}
        {...query}
        keyOf={({ region, service, stackHash, state }) => `${region} ${service} ${stackHash} ${state}`}
        sort={sort ?? '-newest'}
        onSort={(next) => go({ ...search, sort: next })}
        onOpen={({ region, service, stackHash }) =>
          go({ ...(sort !== undefined && { sort }), region, service, group: stackHash })
        }
        empty={text('letters.empty')}
      />
      <LetterGroup group={chosen} onClose={() => go(sort === undefined ? {} : { sort })} />
    </Page>
  );
}

/** Every cause in every cell one is signed in to; what a dead cell knows is missing, and its light in the top bar says so. */
function useGroups() {
  const regions = useOpenRegions();
  const asked = useQueries({
    queries: regions.map((region) => ({
      queryKey: [region, 'dead-letters'],
      queryFn: () => answerOf(cell(region).GET('/v1/ops/dead-letters')),
      refetchInterval: paceOf(region, 5_000),
    })),
  });
  const groups = asked.flatMap(({ data }, i) =>
    (data?.groups ?? []).map((group): Group => ({ ...group, region: regions[i] ?? '' })),
  );
  return {
    groups: asked.some(({ data }) => data) ? groups : undefined,
    unreachable: asked.flatMap(({ data }, i) =>
      (data?.unreachable ?? []).map((service) => `${regions[i]?.toUpperCase()} ${service}`),
    ),
    error: asked.find(({ error }) => error)?.error,
    fetching: asked.some(({ isFetching }) => isFetching),
    retry: () => asked.forEach((query) => void query.refetch()),
  };
}
