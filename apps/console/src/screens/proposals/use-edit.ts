import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, cell } from '../../api/cells.js';
import type { Proposal, RowFilter } from '../../api/proposals.js';
import { useText } from '../../i18n/language.js';
import { useNotify } from '../../ui/notify.js';

export type Change =
  | { readonly type: 'setAmount'; readonly amount: string }
  | { readonly type: 'adjust'; readonly ppm: number }
  | { readonly type: 'exclude' | 'include' | 'reset' };

export type Chosen = { readonly offerIds: string[] } | { readonly only: RowFilter };

/** Changes rows of the version that was looked at: whoever edited first wins, the other is told. */
export function useEdit(region: string, { id, version }: Proposal, onDone: () => void) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rows, change }: { rows: Chosen; change: Change }) =>
      answerOf(
        cell(region).POST('/v1/ops/price-proposals/{proposalId}/edits', {
          params: { path: { proposalId: id }, header: { 'If-Match': `"${version}"` } },
          body: { rows, change },
        }),
      ),
    onSuccess: async ({ changedRows }) => {
      onDone();
      notify(text('seeding.changed', { count: changedRows }));
      await queries.invalidateQueries({ queryKey: [region, 'proposals', id] });
    },
  });
}
