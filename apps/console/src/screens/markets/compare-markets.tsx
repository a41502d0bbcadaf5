import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { DiffTable } from '../../ui/diff-table.js';
import { MarketSelect } from '../../ui/market-select.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Pill } from '../../ui/status-pill.js';

interface CompareMarketsProps {
  readonly region: string;
  readonly market: string;
  /** Another market's code, or an earlier version of this one. */
  readonly against: string | undefined;
}

/** What differs from another market or an earlier version, grouped by what it has consequences for. */
export function CompareMarkets({ region, market, against }: CompareMarketsProps) {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const asked = useQuery({
    queryKey: [region, 'market', market, 'diff', against],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/ops/markets/{market}/diff', {
          params: { path: { market }, query: { against: against ?? '' } },
        }),
      ),
    enabled: against !== undefined,
  });
  const choose = (other: string): void =>
    void navigate({ to: '/markets/$market', params: { market }, search: { tab: 'compare', against: other } });
  const isVersion = against !== undefined && /^\d+$/.test(against);
  return (
    <Stack>
      <Group align="flex-end">
        <MarketSelect
          label={text('compare.with')}
          except={market}
          value={isVersion ? undefined : against}
          onChange={choose}
        />
        {isVersion && <Text size="sm">{text('compare.version', { version: against })}</Text>}
      </Group>
      {against === undefined && <div className="empty">{text('compare.empty')}</div>}
      {asked.error && <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isLoading && <Skeleton height={200} className="late" />}
      {asked.data && (
        <>
          <Group gap="xs">
            {asked.data.counts.map(({ consequence, changes }) => (
              <Pill key={consequence} tone="info" mark={String(changes)}>
                {words('consequence', consequence)}
              </Pill>
            ))}
          </Group>
          {asked.data.changes.length === 0 && <div className="empty">{text('diff.none')}</div>}
          {asked.data.counts.map(({ consequence }) => (
            <section key={consequence}>
              <Text component="h2" fw={600} size="sm" mb={6}>
                {words('consequence', consequence)}
              </Text>
              <DiffTable
                caption={words('consequence', consequence)}
                changes={asked.data.changes.filter((change) => change.consequence === consequence)}
              />
            </section>
          ))}
        </>
      )}
    </Stack>
  );
}
