import { Button, Group, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.js';
import { ProblemAlert } from './problem-alert.js';

interface ConfirmImpactProps {
  readonly opened: boolean;
  readonly title: string;
  /** What follows for buyers and sellers. */
  readonly impact: ReactNode;
  /** The verb on the button: the same one the notice and the audit log say. */
  readonly verb: string;
  readonly dangerous?: boolean;
  /** Typed by hand before anything happens; left out where nothing that matters can be lost. */
  readonly typed?: string;
  /** Asked besides, such as what else is accepted. */
  readonly more?: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** The last question before something buyers notice: what it does, why, and the name of what it is done to, typed. */
export function ConfirmImpact(props: ConfirmImpactProps) {
  const text = useText();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': text('ui.close') }}
    >
      {props.opened && <Question {...props} />}
    </Modal>
  );
}

function Question({
  impact,
  verb,
  dangerous = false,
  typed,
  more,
  pending,
  error,
  onConfirm,
  onClose,
}: ConfirmImpactProps) {
  const text = useText();
  const form = useForm({
    initialValues: { reason: '', typed: '' },
    validate: {
      reason: (value) => (value.trim().length >= 3 ? null : text('confirm.reasonNeeded')),
      typed: (value) => (typed === undefined || value.trim() === typed ? null : text('confirm.typedNeeded', { typed })),
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ reason }) => onConfirm(reason.trim()))}>
      <Stack>
        <Text component="div" size="sm">
          {impact}
        </Text>
        <Textarea
          label={text('confirm.reason')}
          description={text('confirm.reasonHint')}
          autosize
          minRows={2}
          maxLength={300}
          required
          data-autofocus
          {...form.getInputProps('reason')}
        />
        {typed !== undefined && (
          <TextInput
            label={text('confirm.typed', { typed })}
            autoComplete="off"
            required
            {...form.getInputProps('typed')}
          />
        )}
        {more}
        {error !== null && error !== undefined && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" loading={pending} {...(dangerous && { color: 'red.9' })}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
