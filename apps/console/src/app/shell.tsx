import {
  ActionIcon,
  AppShell,
  Button,
  Group,
  Kbd,
  Menu,
  NavLink,
  SegmentedControl,
  Text,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core';
import { IconLogout, IconMoon, IconSearch, IconSun, IconSunMoon, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { cell } from '../api/cells.js';
import { useIsLive, useLive } from '../api/live.js';
import { useRoles, useSessions } from '../api/session.js';
import type { CellSession } from '../api/session.js';
import { languages, useLanguage, useText } from '../i18n/language.js';
import type { LanguageCode } from '../i18n/language.js';
import { areas } from './navigation.js';

/** Each for a part of the readers or for later: the first paint waits for neither. */
const Palette = lazy(() => import('./palette.js').then(({ Palette: found }) => ({ default: found })));
const SignIn = lazy(() => import('./sign-in.js').then(({ SignIn: found }) => ({ default: found })));
const openPalette = (): void => void import('@mantine/spotlight').then(({ openSpotlight }) => openSpotlight());

/** What is around every screen. Without a session it is the sign-in, at the same address: signed in, one is where one wanted to be. */
export function Shell() {
  const text = useText();
  const sessions = useSessions();
  const roles = useRoles();
  const { pathname } = useLocation();
  useLive(sessions.flatMap(({ region, session }) => (session?.roles.includes('ops') ? [region] : [])));
  if (sessions.every(({ state }) => state === 'asking')) return null;
  if (roles.size === 0)
    return (
      <Suspense>
        <SignIn cells={sessions} />
      </Suspense>
    );
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 208, breakpoint: 'sm' }} padding="lg">
      <a href="#main" className="skip-link">
        {text('nav.skip')}
      </a>
      <Suspense>
        <Palette roles={roles} />
      </Suspense>
      <AppShell.Header>
        <TopBar sessions={sessions} />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={text('nav.label')}>
        {areas
          .filter((area) => area.roles.some((role) => roles.has(role)))
          .map(({ to, title, icon: Icon }) => (
            <NavLink
              key={to}
              label={text(title)}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden="true" />}
              active={pathname.startsWith(to)}
              {...(pathname.startsWith(to) && { 'aria-current': 'page' as const })}
              renderRoot={(props) => <Link {...props} to={to} />}
            />
          ))}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function TopBar({ sessions }: { readonly sessions: readonly CellSession[] }) {
  const text = useText();
  const queries = useQueryClient();
  const subject = sessions.find(({ session }) => session)?.session?.subject ?? '';
  const signOut = async (): Promise<void> => {
    await Promise.allSettled(sessions.map(({ region }) => cell(region).DELETE('/v1/session')));
    queries.clear();
    location.assign('/');
  };
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <Text fw={650}>Reprise</Text>
        <Group gap={12} ml="md" visibleFrom="sm">
          {sessions.map((session) => (
            <CellHealth key={session.region} {...session} />
          ))}
        </Group>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconSearch size={14} />}
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
          onClick={openPalette}
          visibleFrom="sm"
        >
          {text('palette.open')}
        </Button>
        <LanguageSwitch />
        <SchemeSwitch />
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" size="xs" leftSection={<IconUser size={16} />} className="nowrap">
              {subject}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
              {text('session.signOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
}

function CellHealth({ region, state }: CellSession) {
  const text = useText();
  const told = useIsLive(region);
  const said = text(`cell.${told ? 'live' : state}`, { region: region.toUpperCase() });
  const tone = { signedIn: 'ok', signedOut: 'neutral', unreachable: 'bad', asking: 'neutral' }[state];
  return (
    <Tooltip label={said}>
      <Group gap={6} wrap="nowrap" role="img" aria-label={said}>
        <span className="cell-dot" style={{ background: `var(--tone-${tone})` }} />
        <Text size="xs" c="dimmed">
          {region.toUpperCase()}
          {state === 'unreachable' && ' ✕'}
          {told && ` · ${text('cell.liveShort')}`}
        </Text>
      </Group>
    </Tooltip>
  );
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const text = useText();
  return (
    <SegmentedControl
      size="xs"
      aria-label={text('nav.language')}
      value={language}
      onChange={(value) => choose(value as LanguageCode)}
      data={languages.map((value) => ({ value, label: value.toUpperCase() }))}
    />
  );
}

function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const text = useText();
  const next = ({ auto: 'light', light: 'dark', dark: 'auto' } as const)[colorScheme];
  const Icon = { auto: IconSunMoon, light: IconSun, dark: IconMoon }[colorScheme];
  const said = text(`scheme.${colorScheme}`);
  return (
    <Tooltip label={said}>
      <ActionIcon variant="default" size="md" aria-label={said} onClick={() => setColorScheme(next)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
