import type { Schema } from '@reprise/sdk';
import { queryOptions, useQueries } from '@tanstack/react-query';
import { useSettings } from '../app/settings-context.js';
import { answerOf, cell } from './cells.js';
import { problemOf } from './problem-error.js';

export type Session = Schema<'Session'>;
export type ConsoleRole = Session['roles'][number];

/** How one cell answers the question who is signed in. */
export interface CellSession {
  readonly region: string;
  readonly state: 'asking' | 'signedIn' | 'signedOut' | 'unreachable';
  readonly session: Session | undefined;
}

export const sessionQuery = (region: string) =>
  queryOptions({
    queryKey: [region, 'session'],
    queryFn: () => answerOf(cell(region).GET('/v1/session')),
    staleTime: 15_000,
    // Also the pulse of the cell: a dead one greys out its own markets and no others.
    refetchInterval: 15_000,
    retry: false,
  });

/** The sessions of all cells: each has its own cookie, because each stands alone. */
export function useSessions(): readonly CellSession[] {
  const { regions } = useSettings();
  const asked = useQueries({ queries: regions.map((region) => sessionQuery(region)) });
  return regions.map((region, i): CellSession => {
    const query = asked[i];
    // Asked again after a refusal a query is pending once more, but the refusal stands until there is another answer.
    if (query === undefined || (query.isPending && query.errorUpdateCount === 0))
      return { region, state: 'asking', session: undefined };
    if (query.isPending) return { region, state: 'signedOut', session: undefined };
    if (query.isError) {
      const refused = [401, 403].includes(problemOf(query.error).status);
      return { region, state: refused ? 'signedOut' : 'unreachable', session: undefined };
    }
    return { region, state: 'signedIn', session: query.data };
  });
}

export function useRoles(): ReadonlySet<ConsoleRole> {
  return new Set(useSessions().flatMap(({ session }) => session?.roles ?? []));
}

/** Regions in which somebody is signed in. */
export function useOpenRegions(): readonly string[] {
  return useSessions().flatMap(({ region, state }) => (state === 'signedIn' ? [region] : []));
}

/**
 * The region a screen of one region shows: the one asked for, else the first that is open. Not before every cell has answered or failed: the
 * first to answer may be the one that writes none of what is asked for.
 */
export function useChosenRegion(wanted?: string): string {
  const sessions = useSessions();
  const open = useOpenRegions();
  if (wanted !== undefined && open.includes(wanted)) return wanted;
  return sessions.some(({ state }) => state === 'asking') ? '' : (open[0] ?? '');
}
