import { Button, Group, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { ConfirmImpact } from '../../ui/confirm-impact.js';
import { SellerStatePill } from './seller-state-pill.js';
import { useNotify } from '../../ui/notify.js';

type File = Schema<'SellerFile'>;
type State = File['status'];

/** What may come next. The server decides; a step it refuses is told with its reason. */
const nextOf: { readonly [state in State]: readonly State[] } = {
  applied: ['verified', 'closed'],
  verified: ['active', 'closed'],
  active: ['suspended', 'closed'],
  suspended: ['active', 'closed'],
  closed: [],
};

/** Where a seller stands and where they may go, with a reason; what takes their offers down asks for their name. */
export function MoveSeller({ region, seller }: { readonly region: string; readonly seller: File }) {
  const { sellerId, name, status, establishedIn, missing } = seller;
  const text = useText();
  const notify = useNotify();
  const words = useWords();
  const queries = useQueryClient();
  const [to, setTo] = useState<State>();
  const move = useMutation({
    mutationFn: ({ next, reason }: { next: State; reason: string }) =>
      answerOf(
        cell(region).POST('/v1/ops/sellers/{sellerId}/transitions', {
          params: { path: { sellerId } },
          body: { to: next, reason },
        }),
      ),
    onSuccess: async (_moved, { next }) => {
      setTo(undefined);
      notify(text('sellers.moved', { name, state: words('sellerState', next) }));
      await queries.invalidateQueries({ queryKey: [region] });
    },
  });
  const choose = (next: State | undefined): void => {
    move.reset();
    setTo(next);
  };
  const takesDown = to === 'suspended' || to === 'closed';
  return (
    <Group justify="space-between" className="card">
      <Group gap="sm">
        <SellerStatePill state={status} />
        <Text size="sm">{establishedIn}</Text>
        {missing.length > 0 && status === 'applied' && (
          <Text size="sm">{text('sellers.missing', { fields: missing.join(', ') })}</Text>
        )}
      </Group>
      <Group gap="xs">
        {nextOf[status].map((next) => (
          <Button key={next} variant="default" onClick={() => choose(next)}>
            {words('sellerVerb', next)}
          </Button>
        ))}
      </Group>
      <ConfirmImpact
        opened={to !== undefined}
        title={to === undefined ? '' : text('move.title', { market: name, verb: words('sellerVerb', to) })}
        impact={to !== undefined && words('sellerImpact', to)}
        verb={to === undefined ? '' : words('sellerVerb', to)}
        dangerous={takesDown}
        {...(takesDown && { typed: name })}
        pending={move.isPending}
        error={move.error}
        onConfirm={(reason) => to !== undefined && move.mutate({ next: to, reason })}
        onClose={() => choose(undefined)}
      />
    </Group>
  );
}
