import { Group, Select, Stack, TextInput, Title } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, cell } from '../../api/cells.js';
import { useChosenRegion } from '../../api/session.js';
import { useText, useWords } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { DataTable, rowsOf } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { Money } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { Pill } from '../../ui/status-pill.js';

type Balance = Schema<'TrialBalance'>;
type Row = Balance['rows'][number];

const views = ['asReported', 'asOfNow'] as const;

/** Does it balance? Every account of a company with what came and went; each leads to its postings. */
export function TrialBalance() {
  const text = useText();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/trial-balance' });
  const { entity, period, view = 'asReported' } = search;
  const region = useChosenRegion();
  const query = { ...(entity !== undefined && { entity }), ...(period !== undefined && { period }), view };
  const asked = useQuery({
    queryKey: [region, 'trial-balance', query],
    queryFn: () => answerOf(cell(region).GET('/v1/finance/trial-balance', { params: { query } })),
    enabled: region !== '',
    refetchInterval: 15_000,
    placeholderData: (before) => before,
  });
  const go = (next: Record<string, string | undefined>): void =>
    void navigate({
      to: '/trial-balance',
      search: Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value)),
    });
  const columns: Column<Row>[] = [
    { id: 'account', header: text('ledger.account'), cell: ({ account, name }) => `${account} · ${name}` },
    { id: 'currency', header: text('market.currency'), cell: ({ closing }) => closing.currency },
    ...(['opening', 'debit', 'credit', 'closing'] as const).map((side): Column<Row> => ({
      id: side,
      header: words('ledgerSide', side),
      align: 'right',
      cell: (row) => <Money value={row[side]} mixed />,
    })),
    {
      id: 'base',
      header: text('ledger.base'),
      align: 'right',
      cell: ({ base }) => <Money value={base.closing} mixed />,
    },
  ];
  return (
    <Page
      title={text('nav.trialBalance')}
      lead={text('ledger.balanceLead')}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/finance/trial-balance?${new URLSearchParams(query)}` }}
        />
      }
    >
      <Group align="flex-end">
        <TextInput
          key={`e${entity}`}
          label={text('ledger.entity')}
          defaultValue={entity ?? asked.data?.entity ?? ''}
          placeholder="reprise-eu"
          onBlur={({ currentTarget }) => go({ entity: currentTarget.value.trim() })}
          w={180}
        />
        <TextInput
          key={`p${period}`}
          type="month"
          label={text('ledger.period')}
          defaultValue={period ?? ''}
          onBlur={({ currentTarget }) => go({ period: currentTarget.value })}
          w={180}
        />
        <Select
          label={text('ledger.view')}
          data={views.map((value) => ({ value, label: words('ledgerView', value) }))}
          value={view}
          onChange={(chosen) => go({ view: chosen ?? undefined })}
          w={260}
        />
      </Group>
      {asked.data && <Verdict balance={asked.data} />}
      <DataTable
        caption={text('nav.trialBalance')}
        columns={columns}
        {...rowsOf({ ...asked, data: asked.data?.rows })}
        keyOf={({ account, aux, closing }) => `${account} ${aux ?? ''} ${closing.currency}`}
        onOpen={({ account }) =>
          void navigate({
            to: '/ledger',
            search: { account, ...(entity !== undefined && { entity }), ...(period !== undefined && { period }) },
          })
        }
        empty={text('ledger.empty')}
      />
    </Page>
  );
}

/** The totals of each currency; their difference is zero, or something is very wrong. */
function Verdict({ balance: { balanced, totals, due } }: { readonly balance: Balance }) {
  const text = useText();
  return (
    <Stack gap="xs" className="card">
      <Group gap="xs" role="status">
        <Pill tone={balanced ? 'ok' : 'bad'}>{text(balanced ? 'ledger.balanced' : 'ledger.notBalanced')}</Pill>
        {due > 0 && <Pill tone="warn">{text('ledger.due', { count: due })}</Pill>}
      </Group>
      {totals.map(({ debit, credit, difference }) => (
        <Group key={debit.currency} gap="lg">
          <Title order={2} size="h5" w={48}>
            {debit.currency}
          </Title>
          <span>
            {text('ledger.debits')} <Money value={debit} mixed />
          </span>
          <span>
            {text('ledger.credits')} <Money value={credit} mixed />
          </span>
          <strong>
            {text('ledger.difference')} <Money value={difference} mixed />
          </strong>
        </Group>
      ))}
    </Stack>
  );
}
