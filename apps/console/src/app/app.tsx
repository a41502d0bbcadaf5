import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { isWorthAskingAgain } from '../api/problem-error.js';
import type { Settings } from '../api/settings.js';
import { Language } from '../i18n/language.js';
import { cssVariables, theme } from '../ui/theme.js';
import { makeRouter } from './router.js';
import { SettingsContext } from './settings-context.js';

/** After the first paint: nothing is noticed before something was done. */
const Notifications = lazy(() =>
  import('@mantine/notifications').then(({ Notifications: found }) => ({ default: found })),
);

export function App({ settings }: { readonly settings: Settings }) {
  const [queries] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  return (
    <SettingsContext value={settings}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Language>
          <QueryClientProvider client={queries}>
            <Suspense>
              <Notifications position="bottom-right" />
            </Suspense>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Language>
      </MantineProvider>
    </SettingsContext>
  );
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthAskingAgain,
        retryDelay: (attempt) => 500 * 2 ** attempt + Math.random() * 250,
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
    },
  });
}
