import { Anchor, Group, Progress, Select, Stack, Text, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addressOf, answerOf, cell } from '../../api/cells.js';
import { useMarkets } from '../../api/markets.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { ImportTranslations } from './import-translations.js';

type Report = Schema<'MissingTranslations'>;
type Missing = Report['items'][number];

/** What does a language lack, and what do buyers read instead? */
export function MissingTranslations() {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const { locale: wanted, kind } = useSearch({ from: '/shell/translations' });
  const { markets = [] } = useMarkets();
  const locales = [...new Set(markets.flatMap((market) => market.locales))].sort();
  const locale = wanted ?? locales[0];
  // The catalogue is written in one region: the one that writes markets.
  const region = markets.find(({ lastChange }) => lastChange)?.writtenIn ?? markets[0]?.writtenIn ?? '';
  const go = (next: { locale?: string; kind?: string }): void =>
    void navigate({
      to: '/translations',
      search: Object.fromEntries(
        Object.entries({ locale, kind, ...next }).filter((entry): entry is [string, string] => Boolean(entry[1])),
      ),
    });
  const asked = useMissing(region, locale, kind);
  const report = asked.data?.pages[0];
  const columns: Column<Missing>[] = [
    { id: 'kind', header: text('translations.kind'), cell: (row) => words('translationKind', wordOf(row.kind)) },
    { id: 'key', header: text('translations.key'), cell: ({ key }) => <code>{key}</code> },
    { id: 'source', header: text('translations.shown'), cell: ({ source }) => source },
    { id: 'served', header: text('translations.servedIn'), cell: ({ servedLocale }) => servedLocale },
  ];
  return (
    <Page
      title={text('nav.translations')}
      lead={text('translations.lead')}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/ops/translations/missing?locale=${locale ?? ''}` }}
          cli={`npx reprise translations export ${locale ?? ''}`}
        />
      }
    >
      <Group align="flex-end">
        <Select
          label={text('translations.locale')}
          data={locales}
          value={locale ?? null}
          onChange={(chosen) => chosen !== null && go({ locale: chosen })}
          searchable
          w={160}
        />
        <Select
          label={text('translations.kind')}
          data={[
            { value: '', label: text('translations.everyKind') },
            ...(report?.coverage ?? []).map(({ kind: value }) => ({
              value,
              label: words('translationKind', wordOf(value)),
            })),
          ]}
          value={kind ?? ''}
          onChange={(chosen) => go({ kind: chosen ?? '' })}
          w={220}
        />
        {locale !== undefined && region !== '' && (
          <Anchor
            size="sm"
            mb={8}
            href={`${addressOf(region)}/v1/ops/translations/export?locale=${encodeURIComponent(locale)}`}
            download={`translations-${locale}.csv`}
          >
            {text('translations.export')}
          </Anchor>
        )}
      </Group>
      {report && <Coverage report={report} />}
      {region !== '' && <ImportTranslations region={region} />}
      <Title order={2} size="h4">
        {text('translations.missing')}
      </Title>
      <DataTable
        caption={text('nav.translations')}
        columns={columns}
        rows={asked.data?.pages.flatMap(({ items }) => items)}
        error={asked.error}
        fetching={asked.isFetching}
        retry={() => void asked.refetch()}
        keyOf={({ kind: of, key }) => `${of} ${key}`}
        empty={text('translations.complete')}
        onMore={asked.hasNextPage ? () => void asked.fetchNextPage() : undefined}
      />
    </Page>
  );
}

function useMissing(region: string, locale: string | undefined, kind: string | undefined) {
  return useInfiniteQuery({
    queryKey: [region, 'translations', locale, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/ops/translations/missing', {
          params: {
            query: {
              locale: locale ?? '',
              ...(kind !== undefined && { kind }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: region !== '' && locale !== undefined,
  });
}

/** How much of each kind of text is there, and along which languages the rest is looked for. */
function Coverage({ report: { coverage, chain } }: { readonly report: Report }) {
  const text = useText();
  const words = useWords();
  return (
    <Stack gap="xs" className="card">
      {coverage.map(({ kind, total, missing }) => {
        const said = text('translations.covered', { there: total - missing, total });
        return (
          <Group key={kind} gap="md" wrap="nowrap">
            <Text size="sm" w={200}>
              {words('translationKind', wordOf(kind))}
            </Text>
            <Progress
              value={total === 0 ? 100 : ((total - missing) / total) * 100}
              aria-label={`${words('translationKind', wordOf(kind))}: ${said}`}
              flex={1}
            />
            <Text size="sm" w={160} ta="right">
              {said}
            </Text>
          </Group>
        );
      })}
      <Text size="xs" c="dimmed">
        {text('translations.chain', { chain: chain.join(' → ') })}
      </Text>
    </Stack>
  );
}

/** A kind as our words are listed under it: `product.name` is of the group of kinds, not of a group of its own. */
function wordOf(kind: string): string {
  return kind.replace('.', '-');
}
