import { Button, Checkbox, Group, List } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import type { Proposal } from '../../api/proposals.js';
import { useText } from '../../i18n/language.js';
import { ConfirmImpact } from '../../ui/confirm-impact.js';
import { useNotify } from '../../ui/notify.js';

type Decision = 'approve' | 'discard';

/** Gives the proposed prices, or none of them. What was looked at is what is decided: an edit in between is said and not overrun. */
export function DecideProposal({ region, found }: { readonly region: string; readonly found: Proposal }) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>();
  const [acceptBelowCost, setAccept] = useState(false);
  const { id, version, toMarket, counts } = found;
  const decide = useMutation({
    mutationFn: ({ chosen, why }: { chosen: Decision; why: string }) =>
      answerOf(
        cell(region).POST('/v1/ops/price-proposals/{proposalId}/decision', {
          params: { path: { proposalId: id }, header: { 'If-Match': `"${version}"` } },
          body: { decision: chosen, why, acceptBelowCost },
        }),
      ),
    onSuccess: async (_now, { chosen }) => {
      setDecision(undefined);
      notify(text(chosen === 'approve' ? 'seeding.approved' : 'seeding.discarded'));
      await queries.invalidateQueries({ queryKey: [region, 'proposals'] });
    },
  });
  const choose = (next: Decision | undefined): void => {
    decide.reset();
    setAccept(false);
    setDecision(next);
  };
  const approving = decision === 'approve';
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => choose('discard')}>
        {text('seeding.discard')}
      </Button>
      <Button onClick={() => choose('approve')} disabled={counts.toApply === 0}>
        {text('seeding.approve')}
      </Button>
      <ConfirmImpact
        opened={decision !== undefined}
        title={text(approving ? 'seeding.approveTitle' : 'seeding.discardTitle', {
          count: counts.toApply,
          market: toMarket.toUpperCase(),
        })}
        impact={
          approving ? (
            <List size="sm">
              <List.Item>{text('seeding.approveImpact', { count: counts.toApply })}</List.Item>
              <List.Item>{text('seeding.approveLeft', { count: counts.all - counts.toApply })}</List.Item>
              <List.Item>{text('seeding.approveLater')}</List.Item>
            </List>
          ) : (
            text('seeding.discardImpact')
          )
        }
        verb={text(approving ? 'seeding.approve' : 'seeding.discard')}
        dangerous={decision === 'discard'}
        {...(approving && { typed: toMarket.toUpperCase() })}
        more={
          approving &&
          counts.belowCost > 0 && (
            <Checkbox
              label={text('seeding.acceptBelowCost', { count: counts.belowCost })}
              checked={acceptBelowCost}
              onChange={({ currentTarget }) => setAccept(currentTarget.checked)}
            />
          )
        }
        pending={decide.isPending}
        error={decide.error}
        onConfirm={(why) => decision !== undefined && decide.mutate({ chosen: decision, why })}
        onClose={() => choose(undefined)}
      />
    </Group>
  );
}
