import { Anchor, Group } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMarkets } from '../../api/markets.js';
import type { MarketSummary } from '../../api/markets.js';
import { useSessions } from '../../api/session.js';
import { useText } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import type { Column } from '../../ui/data-table.js';
import { None } from '../../ui/money.js';
import { Page } from '../../ui/page.js';
import { MarketStatusPill, Pill } from '../../ui/status-pill.js';
import { When } from '../../ui/when.js';

const lifeCycle = ['live', 'preview', 'suspended', 'draft', 'retired'];
const byText = (pick: (market: MarketSummary) => string) => (a: MarketSummary, b: MarketSummary) =>
  pick(a).localeCompare(pick(b));

/** Which markets are in which state, and is any unwell? */
export function MarketList() {
  const text = useText();
  const navigate = useNavigate();
  const { sort } = useSearch({ from: '/shell/markets' });
  const { markets, ...query } = useMarkets();
  const dead = useSessions().filter(({ state }) => state === 'unreachable');
  const columns: Column<MarketSummary>[] = [
    {
      id: 'code',
      header: text('market.one'),
      order: byText(({ code }) => code),
      cell: ({ code, name }) => `${code.toUpperCase()} · ${name}`,
    },
    {
      id: 'status',
      header: text('market.status'),
      order: (a, b) => lifeCycle.indexOf(a.status) - lifeCycle.indexOf(b.status),
      cell: ({ status }) => <MarketStatusPill status={status} />,
    },
    {
      id: 'region',
      header: text('market.region'),
      order: byText(({ region }) => region),
      cell: ({ region }) => region.toUpperCase(),
    },
    {
      id: 'currency',
      header: text('market.currency'),
      order: byText(({ currency }) => currency),
      cell: ({ currency }) => currency,
    },
    { id: 'locales', header: text('market.locales'), cell: ({ locales }) => locales.join(', ') },
    { id: 'version', header: text('market.version'), align: 'right', cell: ({ version }) => version ?? <None /> },
    {
      id: 'changed',
      header: text('market.lastChange'),
      cell: ({ lastChange }) => (lastChange ? <LastChange {...lastChange} /> : <None />),
    },
  ];
  return (
    <Page title={text('nav.markets')} lead={text('markets.lead')}>
      {dead.length > 0 && (
        <Group>
          {dead.map(({ region }) => (
            <Pill key={region} tone="bad">
              {text('cell.unreachable', { region: region.toUpperCase() })}
            </Pill>
          ))}
        </Group>
      )}
      <DataTable
        caption={text('nav.markets')}
        columns={columns}
        rows={markets}
        {...query}
        keyOf={({ code }) => code}
        sort={sort}
        onSort={(next) => void navigate({ to: '/markets', search: { sort: next } })}
        onOpen={({ code }) => void navigate({ to: '/markets/$market', params: { market: code } })}
        empty={
          <>
            {text('markets.empty')}{' '}
            <Anchor component={Link} to="/audit">
              {text('nav.audit')}
            </Anchor>
          </>
        }
      />
    </Page>
  );
}

function LastChange({ actor, changedAt }: { readonly actor: string; readonly changedAt: string }) {
  return (
    <>
      <When at={changedAt} /> · {actor}
    </>
  );
}
