import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, cell } from '../../api/cells.js';
import { useChosenRegion } from '../../api/session.js';

/** Sales as one cell’s books have them. Every cell hears the other’s sales, so the first that is open tells of all. */
export function useSales(market: string | undefined, kind: string | undefined) {
  const region = useChosenRegion();
  const asked = useInfiniteQuery({
    queryKey: [region, 'sales', market, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answerOf(
        cell(region).GET('/v1/finance/sales', {
          params: {
            query: {
              ...(market !== undefined && { market }),
              ...((kind === 'sale' || kind === 'refund') && { kind }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: region !== '',
    refetchInterval: 15_000,
  });
  return {
    region,
    totals: asked.data?.pages[0]?.totals,
    items: asked.data?.pages.flatMap(({ items }) => items),
    error: asked.error,
    fetching: asked.isFetching,
    retry: () => void asked.refetch(),
    onMore: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
  };
}
