import { Stack } from '@mantine/core';
import type { Schema } from '@reprise/sdk';
import { useText } from '../../i18n/language.js';
import { When } from '../../ui/when.js';

/** Each letter with where it came from, and its payload on demand. */
export function LetterList({ letters }: { readonly letters: readonly Schema<'DeadLetter'>[] }) {
  const text = useText();
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {letters.map(({ id, key, partition, offset, factType, attempts, createdAt, errorMessage, value }) => (
        <li key={id} className="card">
          <dl className="facts">
            <dt>{text('letters.key')}</dt>
            <dd>{key ?? '—'}</dd>
            <dt>{text('letters.fact')}</dt>
            <dd>{factType ?? '—'}</dd>
            <dt>{text('letters.position')}</dt>
            <dd>
              {partition} / {offset}
            </dd>
            <dt>{text('letters.attempts')}</dt>
            <dd>{attempts}</dd>
            <dt>{text('letters.since')}</dt>
            <dd>
              <When at={createdAt} />
            </dd>
            <dt>{text('letters.error')}</dt>
            <dd>{errorMessage}</dd>
          </dl>
          <details>
            <summary>{text('letters.payload')}</summary>
            <pre className="raw" tabIndex={0}>
              {indented(value)}
            </pre>
          </details>
        </li>
      ))}
    </Stack>
  );
}

/** JSON on several lines; what is no JSON may be just why it is here, and is shown as it came. */
function indented(value: string | null): string {
  if (value === null) return 'null';
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
