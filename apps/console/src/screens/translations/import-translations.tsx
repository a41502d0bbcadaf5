import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, cell } from '../../api/cells.js';
import { useText } from '../../i18n/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

type Result = Schema<'TranslationImport'>;

/** Takes in a file of translations: first tried without doing, so that what a market's law forbids is seen before anything is said to buyers. */
export function ImportTranslations({ region }: { readonly region: string }) {
  const text = useText();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: async ({ chosen, dryRun }: { chosen: File; dryRun: boolean }) =>
      answerOf(
        cell(region).POST('/v1/ops/translations/import', {
          params: { query: { dryRun: dryRun ? 'true' : 'false' } },
          headers: { 'content-type': 'text/csv' },
          body: (await chosen.text()) as never,
          bodySerializer: (csv: unknown) => csv as string,
        }),
      ),
    onSuccess: async (_result, { dryRun }) => {
      if (dryRun) return;
      setFile(undefined);
      await queries.invalidateQueries({ queryKey: [region] });
    },
  });
  const tried = send.variables?.dryRun === true && send.data !== undefined;
  return (
    <Stack gap="xs" className="card">
      <Group>
        <label className="file-field">
          <Text size="sm" component="span">
            {text('translations.import')}
          </Text>
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              setFile(chosen);
              if (chosen !== undefined) send.mutate({ chosen, dryRun: true });
            }}
          />
        </label>
        {file !== undefined && tried && (
          <Button size="xs" loading={send.isPending} onClick={() => send.mutate({ chosen: file, dryRun: false })}>
            {text('translations.takeIn', { count: send.data?.changed ?? 0 })}
          </Button>
        )}
      </Group>
      {send.error && <ProblemAlert error={send.error} />}
      {send.data && <Said result={send.data} dryRun={tried} />}
    </Stack>
  );
}

function Said({ result, dryRun }: { readonly result: Result; readonly dryRun: boolean }) {
  const text = useText();
  const { changed, unchanged, blank, rejectedCount, rejected } = result;
  return (
    <>
      <Text size="sm" role="status">
        {text(dryRun ? 'translations.wouldTake' : 'translations.taken', { changed, unchanged, blank, rejectedCount })}
      </Text>
      <List size="sm">
        {rejected.slice(0, 20).map(({ line, field, message }) => (
          <List.Item key={`${line} ${field}`}>{text('translations.line', { line, field, message })}</List.Item>
        ))}
      </List>
    </>
  );
}
