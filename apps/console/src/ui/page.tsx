import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** Where the list is that this is one of. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

/** One screen. Arriving moves the focus to its heading and names the tab, so that a screen reader says where one is. */
export function Page({ title, lead, actions, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Reprise`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="md" className="page">
      <Group justify="space-between" align="flex-end" wrap="wrap" gap="sm">
        <div>
          {back && (
            <Anchor size="xs" renderRoot={(props) => <Link {...props} to={back.to} />}>
              ← {back.label}
            </Anchor>
          )}
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="page-title">
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
