import { Spotlight } from '@mantine/spotlight';
import type { SpotlightActionData } from '@mantine/spotlight';
import { useHotkeys } from '@mantine/hooks';
import { IconBuildingStore, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useMarkets } from '../api/markets.js';
import type { ConsoleRole } from '../api/session.js';
import { useText } from '../i18n/language.js';
import { areas } from './navigation.js';

/** ⌘K or Ctrl-K: every place and every market by name. `g` and a letter goes straight there. */
export function Palette({ roles }: { readonly roles: ReadonlySet<ConsoleRole> }) {
  const text = useText();
  const navigate = useNavigate();
  const { markets } = useMarkets();
  const open = areas.filter((area) => area.roles.some((role) => roles.has(role)));
  const gPressedAt = useRef(0);
  useHotkeys([
    ['g', () => (gPressedAt.current = performance.now())],
    ...open.map(({ key, to }): [string, () => void] => [
      key,
      () => {
        // A lone letter does nothing: it may be meant for something else.
        if (performance.now() - gPressedAt.current < 1_200) void navigate({ to });
      },
    ]),
  ]);
  const places = open.map(({ to, title, icon: Icon, key }): SpotlightActionData => ({
    id: to,
    label: text(title),
    description: `g ${key}`,
    leftSection: <Icon size={18} aria-hidden="true" />,
    onClick: () => void navigate({ to }),
  }));
  const shops = roles.has('ops')
    ? (markets ?? []).map(({ code, name }): SpotlightActionData => ({
        id: `market-${code}`,
        label: `${code.toUpperCase()} · ${name}`,
        leftSection: <IconBuildingStore size={18} aria-hidden="true" />,
        onClick: () => void navigate({ to: '/markets/$market', params: { market: code } }),
      }))
    : [];
  return (
    <Spotlight
      actions={[
        { group: text('palette.places'), actions: places },
        { group: text('palette.markets'), actions: shops },
      ]}
      shortcut="mod + K"
      nothingFound={text('palette.nothing')}
      limit={12}
      highlightQuery
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: text('palette.placeholder'),
        'aria-label': text('palette.placeholder'),
      }}
    />
  );
}
