import { queryOptions } from '@tanstack/react-query';
import { answerOf, cell } from './cells.js';

/** What is ready of a market, asked again while it is looked at: prices and stock come without anybody telling. */
export const readinessQuery = (region: string, market: string) =>
  queryOptions({
    queryKey: [region, 'market', market, 'readiness'],
    queryFn: () => answerOf(cell(region).GET('/v1/ops/markets/{market}/readiness', { params: { path: { market } } })),
    refetchInterval: 10_000,
  });
