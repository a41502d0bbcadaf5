import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { problemOf } from '../api/problem-error.js';
import { useText } from '../i18n/language.js';

/** What went wrong, in the words of the problem document, with the id support asks for. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const text = useText();
  const { title, detail, code, errors, requestId } = problemOf(error);
  return (
    <Alert
      color="red"
      variant="light"
      title={title}
      role="alert"
      classNames={{ title: 'problem-title', root: 'problem' }}
    >
      <Stack gap="xs">
        <Text size="sm">{detail}</Text>
        {errors.length > 0 && (
          <List size="sm">
            {errors.map(({ field, message }) => (
              <List.Item key={field}>
                <Code>{field}</Code> {message}
              </List.Item>
            ))}
          </List>
        )}
        <Group gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {text('ui.tryAgain')}
            </Button>
          )}
          <Text size="xs">
            {code}
            {requestId !== '' && ` · ${text('ui.request')} ${requestId}`}
          </Text>
        </Group>
      </Stack>
    </Alert>
  );
}
