import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Proposal, RowFilter } from '../../api/proposals.js';
import { readPercent } from '../../format/read-decimal.js';
import { useText, useWords } from '../../i18n/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useEdit } from './use-edit.js';
import type { Change } from './use-edit.js';

interface EditAllProps {
  readonly region: string;
  readonly found: Proposal;
  readonly only: RowFilter;
  readonly total: number;
}

const deeds = ['adjust', 'exclude', 'include', 'reset'] as const;
type Deed = (typeof deeds)[number];

/** One change for every row that answers to the filter, on this page and on those after it. */
export function EditAll({ region, found, only, total }: EditAllProps) {
  const text = useText();
  const words = useWords();
  const [opened, setOpened] = useState(false);
  const [deed, setDeed] = useState<Deed>('exclude');
  const [percent, setPercent] = useState('');
  const edit = useEdit(region, found, () => setOpened(false));
  const ppm = readPercent(percent);
  const change: Change | undefined =
    deed !== 'adjust' ? { type: deed } : ppm === undefined ? undefined : { type: 'adjust', ppm };
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {text('seeding.changeAll', { count: total })}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={text('seeding.changeAllOf', { filter: words('proposalRows', only), count: total })}
        closeButtonProps={{ 'aria-label': text('ui.close') }}
      >
        <Stack>
          <Select
            label={text('seeding.change')}
            data={deeds.map((value) => ({ value, label: words('proposalDeed', value) }))}
            value={deed}
            onChange={(chosen) => chosen !== null && setDeed(chosen as Deed)}
          />
          {deed === 'adjust' && (
            <TextInput
              label={text('seeding.by')}
              rightSection="%"
              value={percent}
              onChange={({ currentTarget }) => setPercent(currentTarget.value)}
              error={percent !== '' && ppm === undefined && text('seeding.percentForm')}
            />
          )}
          {edit.error && <ProblemAlert error={edit.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {text('ui.cancel')}
            </Button>
            <Button
              loading={edit.isPending}
              disabled={change === undefined}
              onClick={() => change !== undefined && edit.mutate({ rows: { only }, change })}
            >
              {text('seeding.apply')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
