import type { Schema } from '@reprise/sdk';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { answerOf, cell } from './cells.js';
import { paceOf } from './live.js';
import { useOpenRegions, useRoles, useSessions } from './session.js';

/** A market as every screen needs it, whichever call told of it. */
export interface MarketSummary {
  readonly code: string;
  readonly name: string;
  readonly status: Schema<'MarketStatus'>;
  /** Where its shop is: reads of offers and prices go there. */
  readonly region: string;
  /** Where its definition is written: what changes it goes there. */
  readonly writtenIn: string;
  readonly currency: string;
  readonly locales: readonly string[];
  readonly version?: number;
  readonly lastChange?: Schema<'MarketVersion'> | null;
}

/** Operators see markets in every state; everybody else those that are open. */
export const marketsQuery = (region: string, operator: boolean) =>
  queryOptions({
    queryKey: [region, 'markets', operator],
    queryFn: (): Promise<MarketSummary[]> => (operator ? everyMarket(region) : openMarkets(region)),
    staleTime: 10_000,
    refetchInterval: paceOf(region, 15_000),
  });

async function everyMarket(region: string): Promise<MarketSummary[]> {
  const { items } = await answerOf(cell(region).GET('/v1/ops/markets'));
  return items.map(({ market, ...rest }) => ({ code: market, writtenIn: region, ...rest }));
}

async function openMarkets(region: string): Promise<MarketSummary[]> {
  const { items } = await answerOf(cell(region).GET('/v1/markets'));
  return items.map((market) => ({ ...market, writtenIn: region }));
}

export interface MarketsOfAllRegions {
  readonly markets: readonly MarketSummary[] | undefined;
  readonly error: unknown;
  readonly fetching: boolean;
  readonly retry: () => void;
}

/** Markets of every cell one is signed in to. Each cell tells of all; the one that writes a market knows who changed it, and so knows best. */
export function useMarkets(): MarketsOfAllRegions {
  const regions = useOpenRegions();
  const operator = useRoles().has('ops');
  const allSaid = useSessions().every(({ state }) => state !== 'asking');
  const asked = useQueries({ queries: regions.map((region) => marketsQuery(region, operator)) });
  const best = new Map<string, MarketSummary>();
  for (const market of asked.flatMap(({ data }) => data ?? []))
    if (!best.has(market.code) || market.lastChange) best.set(market.code, market);
  return {
    // Not before every cell has answered or failed: the first to answer may be the one that only keeps a copy.
    markets:
      allSaid && asked.some(({ data }) => data) && asked.every(({ isPending }) => !isPending)
        ? [...best.values()].sort((a, b) => a.code.localeCompare(b.code, 'en'))
        : undefined,
    error: asked.find(({ error }) => error)?.error,
    fetching: asked.some(({ isFetching }) => isFetching),
    retry: () => asked.forEach((query) => void query.refetch()),
  };
}

/** Which cell answers for a market; undefined until the list is there. */
export function useRegionOf(code: string): string | undefined {
  return useMarkets().markets?.find((market) => market.code === code)?.region;
}

export const opsMarketQuery = (region: string, market: string) =>
  queryOptions({
    queryKey: [region, 'market', market],
    queryFn: () => answerOf(cell(region).GET('/v1/ops/markets/{market}', { params: { path: { market } } })),
  });
