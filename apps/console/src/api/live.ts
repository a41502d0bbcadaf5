import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { addressOf } from './cells.js';

/** What a region tells as it happens, and which questions it makes stale. Every key begins with the region, so another's stay as they are. */
const staleBy: Readonly<
  Record<string, (data: { market?: string; sellerId?: string }) => readonly (readonly string[])[]>
> = {
  market: ({ market = '' }) => [['markets'], ['market', market], ['audit']],
  seller: ({ sellerId = '' }) => [['sellers'], ['seller', sellerId]],
  deadLetters: () => [['dead-letters']],
  // What was missed is not known: everything of the region is asked again.
  reset: () => [[]],
};

/** A hidden tab lets go of its connection after this long: nobody looks, and each costs the region a place. */
const HIDDEN_MS = 60_000;
/** A stream the region refused (too many, no session) is tried again after this long; lists are polled meanwhile. */
const TRY_AGAIN_MS = 15_000;

const live = new Set<string>();
const watchers = new Set<() => void>();

function setLive(region: string, is: boolean): void {
  if (live.has(region) === is) return;
  if (is) live.add(region);
  else live.delete(region);
  watchers.forEach((tell) => tell());
}

/** Whether a region tells what changes; otherwise its lists have to be asked again and again. */
export function useIsLive(region: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
    () => live.has(region),
  );
}

/** How often to ask again what the region tells by itself: a minute covers what a broken stream swallowed. */
export const paceOf =
  (region: string, alone: number): (() => number) =>
  () =>
    live.has(region) ? 60_000 : alone;

/** Listens to every region given, one connection each and tab, for as long as the tab is looked at. */
export function useLive(regions: readonly string[]): void {
  const queries = useQueryClient();
  const names = regions.join(' ');
  useEffect(() => {
    const stops = names === '' ? [] : names.split(' ').map((region) => listenTo(region, queries));
    return () => stops.forEach((stop) => stop());
  }, [names, queries]);
}

function listenTo(region: string, queries: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;

  const hear = ({ type, data }: MessageEvent<string>): void => {
    for (const key of staleBy[type]?.(JSON.parse(data) as object) ?? [])
      void queries.invalidateQueries({ queryKey: [region, ...key] });
  };
  const leave = (): void => {
    source?.close();
    source = undefined;
    setLive(region, false);
  };
  const open = (): void => {
    clearTimeout(timer);
    if (source !== undefined) return;
    const opened = new EventSource(`${addressOf(region)}/v1/ops/events`);
    source = opened;
    for (const type of Object.keys(staleBy)) opened.addEventListener(type, hear);
    opened.onopen = () => {
      setLive(region, true);
      // A new stream knows nothing of the last one: what changed in between is read.
      if (wasAway) void queries.invalidateQueries({ queryKey: [region] });
      wasAway = false;
    };
    opened.onerror = () => {
      setLive(region, false);
      // A connection that broke comes back by itself and says where it was; one that was refused does not.
      if (opened.readyState !== EventSource.CLOSED) return;
      leave();
      wasAway = true;
      timer = setTimeout(open, TRY_AGAIN_MS);
    };
  };
  const look = (): void => {
    clearTimeout(timer);
    if (!document.hidden) return open();
    timer = setTimeout(() => {
      wasAway = true;
      leave();
    }, HIDDEN_MS);
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(timer);
    leave();
  };
}
