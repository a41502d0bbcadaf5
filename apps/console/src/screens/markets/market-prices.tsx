import { Button, Group, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { isMoving } from '../../api/proposals.js';
import type { Proposal } from '../../api/proposals.js';
import { formatPpm } from '../../format/format-ppm.js';
import { readPercent } from '../../format/read-decimal.js';
import { useLanguage, useText } from '../../i18n/language.js';
import { DataTable, rowsOf } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { MarketSelect } from '../../ui/market-select.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ProposalPill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';

interface MarketPricesProps {
  /** Where its offers are. */
  readonly region: string;
  readonly market: string;
}

/** Sets of prices proposed for this market from those of another, each to be reviewed before any offer has a price. */
export function MarketPrices({ region, market }: MarketPricesProps) {
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const asked = useQuery({
    queryKey: [region, 'proposals', 'of', market],
    queryFn: () => answerOf(cell(region).GET('/v1/ops/price-proposals', { params: { query: { market } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ status }) => isMoving(status)) ? 1_000 : 15_000),
  });
  const open = (proposal: string): void =>
    void navigate({ to: '/proposals/$region/$proposal', params: { region, proposal }, search: {} });
  const columns: Column<Proposal>[] = [
    { id: 'created', header: text('audit.when'), cell: ({ createdAt }) => <When at={createdAt} /> },
    { id: 'status', header: text('market.status'), cell: ({ status }) => <ProposalPill status={status} /> },
    { id: 'from', header: text('seeding.from'), cell: ({ fromMarket }) => fromMarket.toUpperCase() },
    {
      id: 'margin',
      header: text('seeding.margin'),
      align: 'right',
      cell: ({ marginPpm }) => formatPpm(marginPpm, language),
    },
    { id: 'rows', header: text('seeding.rows'), align: 'right', cell: ({ counts }) => counts.all },
    { id: 'toApply', header: text('proposalRows.toApply'), align: 'right', cell: ({ counts }) => counts.toApply },
    { id: 'applied', header: text('proposalRows.applied'), align: 'right', cell: ({ counts }) => counts.applied },
    { id: 'who', header: text('audit.who'), cell: ({ createdBy }) => createdBy },
    { id: 'why', header: text('audit.why'), cell: ({ why }) => why },
  ];
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm">{text('seeding.lead')}</Text>
        <Button onClick={() => setAsking(true)}>{text('seeding.propose')}</Button>
      </Group>
      <DataTable
        caption={text('seeding.sets', { market: market.toUpperCase() })}
        columns={columns}
        {...rowsOf({ ...asked, data: asked.data?.items })}
        keyOf={({ id }) => id}
        onOpen={({ id }) => open(id)}
        empty={text('seeding.empty')}
      />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={text('seeding.proposeFor', { market: market.toUpperCase() })}
        closeButtonProps={{ 'aria-label': text('ui.close') }}
      >
        {asking && <Propose region={region} market={market} onBegun={open} />}
      </Modal>
    </Stack>
  );
}

interface ProposeProps extends MarketPricesProps {
  readonly onBegun: (proposal: string) => void;
}

function Propose({ region, market, onBegun }: ProposeProps) {
  const text = useText();
  const queries = useQueryClient();
  // Made once: asked twice, it is the same set.
  const [proposalId] = useState(() => crypto.randomUUID());
  const percent = (value: string): string | null =>
    readPercent(value) === undefined ? text('seeding.percentForm') : null;
  const form = useForm({
    initialValues: { fromMarket: '', rateDay: '', margin: '0', outlier: '25', why: '' },
    validate: {
      fromMarket: (value) => (value === '' ? text('market.choose') : null),
      margin: percent,
      outlier: percent,
      why: (value) => (value.trim().length >= 3 ? null : text('confirm.reasonNeeded')),
    },
  });
  const begin = useMutation({
    mutationFn: ({ fromMarket, rateDay, margin, outlier, why }: typeof form.values) =>
      answerOf(
        cell(region).PUT('/v1/ops/price-proposals/{proposalId}', {
          params: { path: { proposalId } },
          body: {
            fromMarket,
            toMarket: market,
            source: 'ecb',
            ...(rateDay !== '' && { date: rateDay }),
            marginPpm: readPercent(margin) ?? 0,
            outlierPpm: Math.abs(readPercent(outlier) ?? 250_000),
            why: why.trim(),
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [region, 'proposals'] });
      onBegun(proposalId);
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => begin.mutate(values))}>
      <Stack>
        <Text size="sm">{text('seeding.how')}</Text>
        <MarketSelect
          label={text('seeding.from')}
          except={market}
          value={form.values.fromMarket}
          onChange={(chosen) => form.setFieldValue('fromMarket', chosen)}
          error={form.errors['fromMarket']}
        />
        <TextInput
          type="date"
          label={text('seeding.rateDay')}
          description={text('seeding.rateDayHint')}
          w={220}
          {...form.getInputProps('rateDay')}
        />
        <Group align="flex-start">
          <TextInput label={text('seeding.margin')} rightSection="%" w={160} {...form.getInputProps('margin')} />
          <TextInput
            label={text('seeding.outlier')}
            description={text('seeding.outlierHint')}
            rightSection="%"
            w={260}
            {...form.getInputProps('outlier')}
          />
        </Group>
        <Textarea
          label={text('confirm.reason')}
          description={text('confirm.reasonHint')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('why')}
        />
        {begin.error && <ProblemAlert error={begin.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={begin.isPending}>
            {text('seeding.propose')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
