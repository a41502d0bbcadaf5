import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/language.js';
import { Page } from '../ui/page.js';
import { ProblemAlert } from '../ui/problem-alert.js';

export function Lost() {
  const text = useText();
  return (
    <main style={{ padding: 24 }}>
      <Page title={text('lost.title')}>
        <Anchor component={Link} to="/markets">
          {text('lost.home')}
        </Anchor>
      </Page>
    </main>
  );
}

/** A screen that broke: what around it still stands. */
export function Broken({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  return (
    <main style={{ padding: 24 }}>
      <ProblemAlert error={error} onRetry={reset} />
    </main>
  );
}
