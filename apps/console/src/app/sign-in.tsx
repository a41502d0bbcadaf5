import { Button, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, cell } from '../api/cells.js';
import { ProblemError, problemOf } from '../api/problem-error.js';
import { sessionQuery } from '../api/session.js';
import type { CellSession } from '../api/session.js';
import { useText } from '../i18n/language.js';
import { ProblemAlert } from '../ui/problem-alert.js';

/** Exchanges a token for a cookie in every cell. One cell that is down keeps nobody out of the others. */
export function SignIn({ cells }: { readonly cells: readonly CellSession[] }) {
  const text = useText();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { token: '' },
    validate: { token: (value) => (value.trim() === '' ? text('session.tokenNeeded') : null) },
  });
  useEffect(() => {
    document.title = `${text('session.title')} · Reprise`;
  });
  const signIn = useMutation({
    mutationFn: (token: string) =>
      openAll(
        cells.map(({ region }) => region),
        token,
      ),
    onSettled: () => Promise.all(cells.map(({ region }) => queries.invalidateQueries(sessionQuery(region)))),
  });
  return (
    <Stack component="main" align="center" justify="center" mih="100vh" p="md">
      <Paper withBorder p="xl" w="100%" maw={440}>
        <form noValidate onSubmit={form.onSubmit(({ token }) => signIn.mutate(token.trim()))}>
          <Stack>
            <Group gap="sm">
              <img src="/icon.svg" alt="" width={32} height={32} />
              <Title order={1} size="h3">
                {text('session.title')}
              </Title>
            </Group>
            <Text size="sm" c="dimmed">
              {text('session.lead')}
            </Text>
            <PasswordInput
              label={text('session.token')}
              description={text('session.tokenHint')}
              autoComplete="off"
              autoFocus
              visibilityToggleButtonProps={{ 'aria-label': text('session.showToken') }}
              {...form.getInputProps('token')}
            />
            {signIn.error && <ProblemAlert error={signIn.error} />}
            <Button type="submit" loading={signIn.isPending}>
              {text('session.signIn')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
}

/** Succeeds when one cell opens; what the token itself is refused for is said before what a dead cell says. */
async function openAll(regions: readonly string[], token: string): Promise<void> {
  const opened = await Promise.allSettled(
    regions.map((region) => answerOf(cell(region).POST('/v1/session', { body: { token } }))),
  );
  const refusals = opened.flatMap((outcome) => (outcome.status === 'rejected' ? [problemOf(outcome.reason)] : []));
  if (refusals.length < regions.length) return;
  const [said] = refusals.sort((a, b) => a.status - b.status);
  if (said !== undefined) throw new ProblemError(said);
}
