import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { useText } from '../../i18n/language.js';
import { ConfirmImpact } from '../../ui/confirm-impact.js';
import { CopyCommand } from '../../ui/copy-command.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LetterList } from './letter-list.js';
import { useNotify } from '../../ui/notify.js';

type Found = Schema<'DeadLetterGroup'> & { readonly region: string };
type Deed = 'replay' | 'drop';

interface LetterGroupProps {
  readonly group: Found | undefined;
  readonly onClose: () => void;
}

/** The letters of one cause, over the list: replayed or dropped together, each with a reason. */
export function LetterGroup({ group, onClose }: LetterGroupProps) {
  const text = useText();
  return (
    <Drawer
      opened={group !== undefined}
      onClose={onClose}
      title={group === undefined ? '' : `${group.service} · ${group.topic}`}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      {group !== undefined && <Opened group={group} onDone={onClose} />}
    </Drawer>
  );
}

function Opened({ group, onDone }: { readonly group: Found; readonly onDone: () => void }) {
  const text = useText();
  const notify = useNotify();
  const { region, service, stackHash } = group;
  const [deed, setDeed] = useState<Deed>();
  const letters = useQuery({
    queryKey: [region, 'dead-letters', service, stackHash],
    queryFn: () =>
      answerOf(
        cell(region).GET('/v1/ops/dead-letters/{service}', { params: { path: { service }, query: { stackHash } } }),
      ),
  });
  const act = useDeed(group, () => {
    setDeed(undefined);
    onDone();
  });
  const dryRun = useMutation({
    mutationFn: () => replay(group, 'asked what a replay would try', true),
    onSuccess: ({ matched }) => notify(text('letters.wouldTry', { count: matched })),
  });
  return (
    <Stack>
      <Text size="sm">{group.errorMessage}</Text>
      <Group>
        <Button onClick={() => setDeed('replay')}>{text('letters.replay')}</Button>
        <Button variant="default" onClick={() => dryRun.mutate()} loading={dryRun.isPending}>
          {text('letters.dryRun')}
        </Button>
        <Button variant="outline" color="red.9" className="danger" onClick={() => setDeed('drop')}>
          {text('letters.drop')}
        </Button>
        <CopyCommand
          region={region}
          call={{
            method: 'POST',
            path: `/v1/ops/dead-letters/${service}/replay`,
            body: { stackHash, why: '…', dryRun: true },
          }}
          cli={`npx reprise dlq replay ${service} --group ${stackHash} --why '…' --dry-run`}
        />
      </Group>
      {dryRun.error && <ProblemAlert error={dryRun.error} />}
      {letters.error && <ProblemAlert error={letters.error} onRetry={() => void letters.refetch()} />}
      <LetterList letters={letters.data?.items ?? []} />
      <ConfirmImpact
        opened={deed !== undefined}
        title={text(deed === 'drop' ? 'letters.dropTitle' : 'letters.replayTitle', { count: group.letters })}
        impact={text(deed === 'drop' ? 'letters.dropImpact' : 'letters.replayImpact')}
        verb={text(deed === 'drop' ? 'letters.drop' : 'letters.replay')}
        dangerous={deed === 'drop'}
        {...(deed === 'drop' && { typed: service })}
        pending={act.isPending}
        error={act.error}
        onConfirm={(why) => deed !== undefined && act.mutate({ deed, why })}
        onClose={() => {
          act.reset();
          setDeed(undefined);
        }}
      />
    </Stack>
  );
}

function useDeed(group: Found, onDone: () => void) {
  const text = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ deed, why }: { deed: Deed; why: string }): Promise<string> => {
      if (deed === 'drop') return text('letters.dropped', { count: (await drop(group, why)).dropped });
      const { replayed, failed } = await replay(group, why, false);
      return text('letters.replayed', { count: replayed, failed: failed.length });
    },
    onSuccess: async (said) => {
      onDone();
      notify(said);
      await queries.invalidateQueries({ queryKey: [group.region, 'dead-letters'] });
    },
  });
}

function replay({ region, service, stackHash }: Found, why: string, dryRun: boolean) {
  return answerOf(
    cell(region).POST('/v1/ops/dead-letters/{service}/replay', {
      params: { path: { service } },
      body: { stackHash, why, dryRun },
    }),
  );
}

function drop({ region, service, stackHash }: Found, why: string) {
  return answerOf(
    cell(region).POST('/v1/ops/dead-letters/{service}/drop', {
      params: { path: { service } },
      body: { stackHash, why },
    }),
  );
}
