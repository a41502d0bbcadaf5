import type { Outcome } from '@reprise/kernel';
import type { Market, MarketRejection, MarketStatus, MarketTerms } from './market.js';
import { reject } from '@reprise/kernel';

/**
 * Where a market may go from where it stands. A live market is never edited back into a draft: it is suspended (which keeps its
 * orders and pages answerable), and from there goes live again, is reworked in preview, or is retired for good.
 */
export const nextStatuses: { readonly [from in MarketStatus]: readonly MarketStatus[] } = {
  draft: ['preview', 'retired'],
  preview: ['draft', 'live', 'retired'],
  live: ['suspended'],
  suspended: ['live', 'preview', 'retired'],
  retired: [],
};

/** The market one step further along its life cycle, or itself when it is there already: an operator may press the button twice. */
export function moveMarket<D extends MarketTerms>(
  market: Market<D>,
  to: MarketStatus,
): Outcome<Market<D>, MarketRejection> {
  if (market.status === to) return market;
  const allowed = nextStatuses[market.status];
  if (allowed.includes(to)) return { ...market, status: to, version: market.version + 1 };
  return reject(
    'catalog.market_transition_not_allowed',
    allowed.length === 0
      ? `${market.code} is retired, which is for good.`
      : `${market.code} is ${market.status}; from there it can become ${allowed.join(' or ')}, not ${to}.`,
    { field: 'to', details: { status: market.status, allowed } },
  );
}
