import { Button, Checkbox, Group, List, Stack, Stepper, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { useText, useWords } from '../../i18n/language.js';
import { ConfirmImpact } from '../../ui/confirm-impact.js';
import { MarketStatusPill } from '../../ui/status-pill.js';
import { useNotify } from '../../ui/notify.js';

type Status = Schema<'MarketStatus'>;
type OpsMarket = Omit<Schema<'OpsMarket'>, 'changed'>;

/** The road of a market; `suspended` is a stop beside it, so it has the place of `live`. */
const road = ['draft', 'preview', 'live', 'retired'] as const;
const placeOf: { readonly [status in Status]: number } = { draft: 0, preview: 1, live: 2, suspended: 2, retired: 3 };

/** What may come next, as a button each. The server decides; a step it refuses is told with its reason. */
const nextOf: { readonly [status in Status]: readonly Status[] } = {
  draft: ['preview'],
  preview: ['live', 'draft'],
  live: ['suspended'],
  suspended: ['live', 'retired'],
  retired: [],
};

/** Where the market stands and where it may go, each step asked for with a reason and, where buyers notice, its code typed. */
export function MoveMarket({ region, found }: { readonly region: string; readonly found: OpsMarket }) {
  const { market, status, version } = found;
  const text = useText();
  const notify = useNotify();
  const words = useWords();
  const queries = useQueryClient();
  const [to, setTo] = useState<Status>();
  const [accepted, setAccepted] = useState(false);
  const move = useMutation({
    mutationFn: ({ next, reason }: { next: Status; reason: string }) =>
      answerOf(
        cell(region).POST('/v1/ops/markets/{market}/transitions', {
          params: { path: { market }, header: { 'If-Match': `"${version}"` } },
          // What was looked at is what moves: a change in between is said and not overrun.
          body: { to: next, reason, acceptWarnings: next === 'live' && accepted },
        }),
      ),
    onSuccess: async (_moved, { next }) => {
      setTo(undefined);
      notify(text('move.done', { market: market.toUpperCase(), status: words('marketStatus', next) }));
      await queries.invalidateQueries();
    },
  });
  const choose = (next: Status | undefined): void => {
    move.reset();
    setAccepted(false);
    setTo(next);
  };
  const buyersNotice = to !== undefined && [to, status].some((each) => each === 'live' || each === 'suspended');
  return (
    <Stack gap="sm" className="card">
      <Group justify="space-between">
        <Group gap="sm">
          <MarketStatusPill status={status} />
          <Text size="sm" c="dimmed">
            {text('market.versionN', { version })}
          </Text>
        </Group>
        <Group gap="xs">
          {nextOf[status].map((next, i) => (
            <Button
              key={next}
              variant={i === 0 && next !== 'suspended' ? 'filled' : 'default'}
              onClick={() => choose(next)}
            >
              {words('move.verb', next)}
            </Button>
          ))}
        </Group>
      </Group>
      <Stepper active={placeOf[status]} size="xs" iconSize={24} aria-label={text('move.road')}>
        {road.map((each) => (
          <Stepper.Step
            key={each}
            label={words('marketStatus', placeOf[each] === placeOf[status] ? status : each)}
            allowStepClick={false}
            allowStepSelect={false}
          />
        ))}
      </Stepper>
      <ConfirmImpact
        opened={to !== undefined}
        title={
          to === undefined ? '' : text('move.title', { market: market.toUpperCase(), verb: words('move.verb', to) })
        }
        impact={to !== undefined && <Impact to={to} />}
        verb={to === undefined ? '' : words('move.verb', to)}
        dangerous={to === 'suspended' || to === 'retired'}
        {...(buyersNotice && { typed: market.toUpperCase() })}
        more={
          to === 'live' && (
            <Checkbox
              label={text('move.acceptWarnings')}
              description={text('move.acceptWarningsHint')}
              checked={accepted}
              onChange={({ currentTarget }) => setAccepted(currentTarget.checked)}
            />
          )
        }
        pending={move.isPending}
        error={move.error}
        onConfirm={(reason) => to !== undefined && move.mutate({ next: to, reason })}
        onClose={() => choose(undefined)}
      />
    </Stack>
  );
}

function Impact({ to }: { readonly to: Status }) {
  const words = useWords();
  const text = useText();
  return (
    <List size="sm">
      <List.Item>{words('move.impact', to)}</List.Item>
      <List.Item>{text('move.orders')}</List.Item>
      <List.Item>{text('move.audited')}</List.Item>
    </List>
  );
}
