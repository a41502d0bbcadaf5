import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, cell } from '../../api/cells.js';
import type { Proposal } from '../../api/proposals.js';
import { formatPpm } from '../../format/format-ppm.js';
import { useLanguage, useText } from '../../i18n/language.js';
import { Histogram } from '../../ui/histogram.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** How far the proposed prices lie from what the same device costs here, or would at the median of the market they come from. */
export function PriceSpread({ region, found }: { readonly region: string; readonly found: Proposal }) {
  const text = useText();
  const { language } = useLanguage();
  const asked = useQuery({
    queryKey: [region, 'proposals', found.id, 'histogram', found.version],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/ops/price-proposals/{proposalId}/histogram', {
          params: { path: { proposalId: found.id }, query: { buckets: 25 } },
        }),
      ),
    placeholderData: (before) => before,
  });
  if (asked.error) return <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton height={220} className="late" />;
  const { buckets, bandPpm, withoutReference } = asked.data;
  const inside = buckets.filter(({ fromPpm, toPpm }) => fromPpm >= bandPpm.low && toPpm <= bandPpm.high);
  const compared = buckets.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <Histogram
      title={text('seeding.spread', {
        inside: inside.reduce((sum, { rows }) => sum + rows, 0),
        all: compared,
        band: formatPpm(bandPpm.high, language).replace('+', '±'),
      })}
      note={text('seeding.spreadNote', { count: withoutReference })}
      range={text('seeding.deviation')}
      counted={text('seeding.rows')}
      bars={buckets.map((bucket) => ({
        label: `${formatPpm(bucket.fromPpm, language)} … ${formatPpm(bucket.toPpm, language)}`,
        count: bucket.rows,
        outside: !inside.includes(bucket),
      }))}
    />
  );
}
