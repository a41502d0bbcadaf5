import type { Schema } from '@reprise/sdk';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, cell } from './cells.js';

export type Proposal = Schema<'PriceProposal'>;
export type ProposalRow = Schema<'PriceProposalRow'>;
export type RowFilter = keyof Proposal['counts'];

/** What a row can be asked by, in the order a reviewer looks: what would happen, then what to look at, then what happened. */
export const rowFilters = [
  'all',
  'toApply',
  'outlier',
  'belowCost',
  'belowMin',
  'blocked',
  'optedOut',
  'excluded',
  'edited',
  'applied',
  'skipped',
] as const satisfies readonly RowFilter[];

/** While a set is being built or given out it is looked at every second; otherwise it changes only when somebody changes it. */
export function isMoving(status: Proposal['status'] | undefined): boolean {
  return status === 'building' || status === 'applying';
}

export const proposalQuery = (region: string, proposalId: string) =>
  queryOptions({
    queryKey: [region, 'proposals', proposalId],
    queryFn: () =>
      answerOf(cell(region).GET('/v1/ops/price-proposals/{proposalId}', { params: { path: { proposalId } } })),
    refetchInterval: ({ state }) => (isMoving(state.data?.status) ? 1_000 : 15_000),
  });
