import type { Market, MarketRejection } from './market.js';
import { reject } from '@reprise/kernel';

/**
 * Refuses a change that was decided on another version than the one it would change: what somebody did in between would be undone unseen.
 * `expected` is 0 for a market that should not be there yet, undefined for whoever does not ask.
 */
export function refuseStale(
  code: string,
  known: Market | undefined,
  expected: number | undefined,
): MarketRejection | undefined {
  const version = known?.version ?? 0;
  if (expected === undefined || expected === version) return undefined;
  return reject(
    'catalog.market_changed_meanwhile',
    `${code} is at version ${version}, not ${expected}: look at what changed, then decide again.`,
    { field: 'If-Match', details: { version, expected } },
  );
}
