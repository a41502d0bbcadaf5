import { Skeleton, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { opsMarketQuery, useMarkets } from '../../api/markets.js';
import { useText } from '../../i18n/language.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CompareMarkets } from './compare-markets.js';
import { MarketLaunch } from './market-launch.js';
import { MarketOverview } from './market-overview.js';
import { MarketPreview } from './market-preview.js';
import { MarketPrices } from './market-prices.js';
import { MarketReadiness } from './market-readiness.js';
import { MarketVersions } from './market-versions.js';
import { marketTabs } from './market-tabs.js';
import type { MarketTab } from './market-tabs.js';
import { MoveMarket } from './move-market.js';

/** One market: what is true here now, how it came to be, and what differs from another. */
export function MarketPage() {
  const text = useText();
  const { market } = useParams({ from: '/shell/markets/$market' });
  const found = useMarkets();
  const summary = found.markets?.find(({ code }) => code === market);
  const back = { to: '/markets', label: text('nav.markets') };
  if (summary === undefined)
    return (
      <Page title={market.toUpperCase()} back={back}>
        {found.markets === undefined && !found.error ? (
          <Skeleton height={240} className="late" />
        ) : (
          <ProblemAlert error={found.error ?? new Error(text('market.unknown', { market }))} onRetry={found.retry} />
        )}
      </Page>
    );
  return <KnownMarket market={market} region={summary.writtenIn} shopRegion={summary.region} name={summary.name} />;
}

interface KnownMarketProps {
  readonly market: string;
  /** Where its definition is written. */
  readonly region: string;
  /** Where its offers and its stock are. */
  readonly shopRegion: string;
  readonly name: string;
}

function KnownMarket({ market, region, shopRegion, name }: KnownMarketProps) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'overview', against, check } = useSearch({ from: '/shell/markets/$market' });
  const asked = useQuery(opsMarketQuery(region, market));
  const go = (next: MarketTab) => void navigate({ to: '/markets/$market', params: { market }, search: { tab: next } });
  return (
    <Page
      title={`${market.toUpperCase()} · ${name}`}
      back={{ to: '/markets', label: text('nav.markets') }}
      actions={
        <CopyCommand
          region={region}
          call={{ method: 'GET', path: `/v1/ops/markets/${market}` }}
          cli="npx reprise markets list"
        />
      }
    >
      {asked.error && <ProblemAlert error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton height={240} className="late" />}
      {asked.data && (
        <Stack>
          <MoveMarket region={region} found={asked.data} />
          <Tabs value={tab} onChange={(next) => go((next ?? 'overview') as MarketTab)} keepMounted={false}>
            <Tabs.List aria-label={text('market.views')}>
              {marketTabs.map((value) => (
                <Tabs.Tab key={value} value={value}>
                  {text(`market.tab.${value}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="overview" pt="md">
              <MarketOverview definition={asked.data.definition} />
            </Tabs.Panel>
            <Tabs.Panel value="launch" pt="md">
              <MarketLaunch region={shopRegion} market={market} status={asked.data.status} />
            </Tabs.Panel>
            <Tabs.Panel value="prices" pt="md">
              <MarketPrices region={shopRegion} market={market} />
            </Tabs.Panel>
            <Tabs.Panel value="preview" pt="md">
              <MarketPreview region={shopRegion} market={market} against={against} />
            </Tabs.Panel>
            <Tabs.Panel value="readiness" pt="md">
              <MarketReadiness region={shopRegion} market={market} check={check} />
            </Tabs.Panel>
            <Tabs.Panel value="versions" pt="md">
              <MarketVersions region={region} market={market} version={asked.data.version} />
            </Tabs.Panel>
            <Tabs.Panel value="compare" pt="md">
              <CompareMarkets region={region} market={market} against={against} />
            </Tabs.Panel>
          </Tabs>
        </Stack>
      )}
    </Page>
  );
}
