import { Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isMoving, proposalQuery, rowFilters } from '../../api/proposals.js';
import type { Proposal, RowFilter } from '../../api/proposals.js';
import { formatPpm } from '../../format/format-ppm.js';
import { useLanguage, useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ProposalPill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';
import { DecideProposal } from './decide-proposal.js';
import { PriceSpread } from './price-spread.js';
import { ProposedPrices } from './proposed-prices.js';

/** Are these proposed prices sane? Looked at by what is wrong with them, edited one by one or all that answer to a filter, then approved. */
export function ProposalPage() {
  const text = useText();
  const { region, proposal } = useParams({ from: '/shell/proposals/$region/$proposal' });
  const asked = useQuery(proposalQuery(region, proposal));
  const found = asked.data;
  return (
    <Page
      title={
        found === undefined
          ? text('seeding.title')
          : text('seeding.titleOf', { from: found.fromMarket.toUpperCase(), to: found.toMarket.toUpperCase() })
      }
      {...(found !== undefined && {
        back: { to: `/markets/${found.toMarket}?tab=prices`, label: found.toMarket.toUpperCase() },
      })}
      actions={<CopyCommand region={region} call={{ method: 'GET', path: `/v1/ops/price-proposals/${proposal}` }} />}
    >
      {asked.error && <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton height={240} className="late" />}
      {found && <Review region={region} found={found} />}
    </Page>
  );
}

function Review({ region, found }: { readonly region: string; readonly found: Proposal }) {
  const navigate = useNavigate();
  const { only = 'all' } = useSearch({ from: '/shell/proposals/$region/$proposal' });
  const choose = (next: RowFilter): void =>
    void navigate({
      to: '/proposals/$region/$proposal',
      params: { region, proposal: found.id },
      search: next === 'all' ? {} : { only: next },
    });
  return (
    <Stack>
      <Terms region={region} found={found} />
      {isMoving(found.status) && <Moving found={found} />}
      {found.status !== 'building' && (
        <>
          <PriceSpread region={region} found={found} />
          <Filters counts={found.counts} only={only} onChoose={choose} />
          <ProposedPrices region={region} found={found} only={only} />
        </>
      )}
    </Stack>
  );
}

function Terms({ region, found }: { readonly region: string; readonly found: Proposal }) {
  const text = useText();
  const { language } = useLanguage();
  const { marginPpm, outlierPpm, date, rates, createdBy, createdAt, why, decision, status } = found;
  return (
    <Group justify="space-between" align="flex-start" className="card">
      <Stack gap={6}>
        <Group gap="sm">
          <ProposalPill status={status} />
          <Text size="sm">{text('seeding.terms', { margin: formatPpm(marginPpm, language), date })}</Text>
        </Group>
        <Text size="xs" c="dimmed">
          {rates.map(({ currency, rate }) => `${currency} ${rate}`).join(' · ')}
          {rates.length > 0 && ' · '}
          {text('seeding.outliersAre', { share: formatPpm(outlierPpm, language).replace('+', '±') })}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {createdBy} · <When at={createdAt} /> · {why}
        </Text>
        {decision && (
          <Text size="xs" c="dimmed" component="div">
            {decision.by} · <When at={decision.at} /> · {decision.why}
          </Text>
        )}
      </Stack>
      {status === 'review' && <DecideProposal region={region} found={found} />}
    </Group>
  );
}

/** How far a set has come that is being built or given out. */
function Moving({ found: { status, counts } }: { readonly found: Proposal }) {
  const text = useText();
  const done = counts.applied + counts.skipped;
  const all = Math.max(1, counts.toApply + done);
  const said =
    status === 'building'
      ? text('seeding.building', { rows: counts.all })
      : text('seeding.applying', { done, all: counts.toApply + done });
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {said}
      </Text>
      <Progress
        value={status === 'building' ? 100 : (done / all) * 100}
        animated={status === 'building'}
        aria-label={said}
      />
    </Stack>
  );
}

interface FiltersProps {
  readonly counts: Proposal['counts'];
  readonly only: RowFilter;
  readonly onChoose: (filter: RowFilter) => void;
}

function Filters({ counts, only, onChoose }: FiltersProps) {
  const text = useText();
  const words = useWords();
  return (
    <Group gap={6} role="group" aria-label={text('seeding.filter')}>
      {rowFilters
        .filter((filter) => counts[filter] > 0 || filter === 'all' || filter === only)
        .map((filter) => (
          <button
            key={filter}
            type="button"
            className="filter-chip"
            aria-pressed={filter === only}
            onClick={() => onChoose(filter)}
          >
            {words('proposalRows', filter)} <strong>{counts[filter]}</strong>
          </button>
        ))}
    </Group>
  );
}
