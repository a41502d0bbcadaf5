import { Drawer, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useChosenRegion, useOpenRegions } from '../../api/session.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { When } from '../../ui/when.js';
import { AuditEntryView, Stated } from './audit-entry.js';

type Entry = Schema<'AuditEntry'>;

/** Who did what, when, from which value? */
export function AuditLog() {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const regions = useOpenRegions();
  const search = useSearch({ from: '/shell/audit' });
  const region = useChosenRegion(search.region);
  const asked = useAudit(region, search.entity);
  const go = (next: Record<string, string | undefined>): void =>
    void navigate({
      to: '/audit',
      search: Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)),
    });
  const entries = asked.data?.pages.flatMap(({ items }) => items);
  const columns: Column<Entry>[] = [
    { id: 'at', header: text('audit.when'), cell: ({ at }) => <When at={at} /> },
    { id: 'who', header: text('audit.who'), cell: ({ actor }) => `${actor.subject} (${actor.role})` },
    { id: 'action', header: text('audit.action'), cell: ({ action }) => words('auditAction', action) },
    { id: 'market', header: text('market.one'), cell: ({ market }) => market.toUpperCase() },
    { id: 'entity', header: text('audit.entity'), cell: ({ entity }) => <code>{shortened(entity)}</code> },
    { id: 'from', header: text('diff.before'), cell: ({ from }) => <Stated value={from} /> },
    { id: 'to', header: text('diff.after'), cell: ({ to }) => <Stated value={to} /> },
    { id: 'why', header: text('audit.why'), cell: ({ why }) => why },
  ];
  const path = `/v1/ops/audit${search.entity === undefined ? '' : `?entity=${encodeURIComponent(search.entity)}`}`;
  return (
    <Page
      title={text('nav.audit')}
      lead={text('audit.lead')}
      actions={<CopyCommand region={region} call={{ method: 'GET', path }} />}
    >
      <Filters region={region} regions={regions} entity={search.entity} go={go} />
      <DataTable
        caption={text('nav.audit')}
        columns={columns}
        rows={entries}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={({ id, entity }) => `${entity} ${id}`}
        onOpen={({ id }) => go({ entry: id })}
        empty={text(search.entity === undefined ? 'audit.empty' : 'audit.filteredEmpty')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
      <AuditEntryDrawer
        entry={entries?.find(({ id }) => id === search.entry)}
        onClose={() => go({ entry: undefined })}
      />
    </Page>
  );
}

interface FiltersProps {
  readonly region: string;
  readonly regions: readonly string[];
  readonly entity: string | undefined;
  readonly go: (next: Record<string, string | undefined>) => void;
}

function Filters({ region, regions, entity, go }: FiltersProps) {
  const text = useText();
  const type = useDebouncedCallback((typed: string) => go({ entity: typed.trim(), entry: undefined }), 400);
  return (
    <Group align="flex-start">
      <Select
        label={text('market.region')}
        data={regions.map((value) => ({ value, label: value.toUpperCase() }))}
        value={region}
        onChange={(chosen) => go({ region: chosen ?? undefined, entry: undefined })}
        w={110}
      />
      <TextInput
        key={entity}
        label={text('audit.filter')}
        description="market:* · market:fr · priceList:… · offer:…"
        defaultValue={entity}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        w={380}
      />
    </Group>
  );
}

function AuditEntryDrawer({ entry, onClose }: { readonly entry: Entry | undefined; readonly onClose: () => void }) {
  const text = useText();
  const words = useWords();
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      title={entry === undefined ? '' : words('auditAction', entry.action)}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      {entry !== undefined && <AuditEntryView entry={entry} />}
    </Drawer>
  );
}

function useAudit(region: string, entity: string | undefined) {
  return useInfiniteQuery({
    queryKey: [region, 'audit', entity],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/audit', {
          params: {
            query: { ...(entity !== undefined && { entity }), ...(pageParam !== undefined && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: region !== '',
    refetchInterval: 10_000,
  });
}

/** The beginning of a long id: enough to tell two apart on a screen; the whole is one click away. */
function shortened(entity: string): string {
  return entity.replace(/([0-9a-f]{8})-[0-9a-f-]{27}/, '$1…');
}
