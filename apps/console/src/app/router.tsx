import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isOneOf, textOf } from './read-search.js';
import { Lost, Broken } from './lost.js';
import { Shell } from './shell.js';
import { rowFilters } from '../api/proposals.js';
import { marketTabs } from '../screens/markets/market-tabs.js';

const root = createRootRoute({ notFoundComponent: Lost, errorComponent: Broken });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

/** What a list shows is in its address: a link, a reload and the way back give the same list. */
const sorted = (search: Record<string, unknown>) => ({ ...textOf(search, 'sort') });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/markets' });
  },
});

const markets = createRoute({
  getParentRoute: () => shell,
  path: '/markets',
  validateSearch: sorted,
  component: lazyRouteComponent(() => import('../screens/markets/market-list.js'), 'MarketList'),
});

const market = createRoute({
  getParentRoute: () => shell,
  path: '/markets/$market',
  validateSearch: (search: Record<string, unknown>) => ({
    ...isOneOf(search, 'tab', marketTabs),
    ...textOf(search, 'against'),
    ...textOf(search, 'check'),
    ...textOf(search, 'q'),
  }),
  component: lazyRouteComponent(() => import('../screens/markets/market-page.js'), 'MarketPage'),
});

const explain = createRoute({
  getParentRoute: () => shell,
  path: '/explain',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'market'),
    ...textOf(search, 'offer'),
    ...textOf(search, 'quantity'),
    ...textOf(search, 'at'),
    ...textOf(search, 'country'),
  }),
  component: lazyRouteComponent(() => import('../screens/pricing/explain-price.js'), 'ExplainPrice'),
});

const buyBox = createRoute({
  getParentRoute: () => shell,
  path: '/buy-box',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'market'),
    ...textOf(search, 'q'),
    ...textOf(search, 'product'),
    ...textOf(search, 'variant'),
    ...textOf(search, 'grade'),
  }),
  component: lazyRouteComponent(() => import('../screens/offers/buy-box.js'), 'BuyBox'),
});

const sellers = createRoute({
  getParentRoute: () => shell,
  path: '/sellers',
  validateSearch: (search: Record<string, unknown>) => ({ ...textOf(search, 'region'), ...textOf(search, 'sort') }),
  component: lazyRouteComponent(() => import('../screens/sellers/seller-list.js'), 'SellerList'),
});

const seller = createRoute({
  getParentRoute: () => shell,
  path: '/sellers/$region/$seller',
  component: lazyRouteComponent(() => import('../screens/sellers/seller-page.js'), 'SellerPage'),
});

const deadLetters = createRoute({
  getParentRoute: () => shell,
  path: '/dead-letters',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'region'),
    ...textOf(search, 'service'),
    ...textOf(search, 'group'),
    ...textOf(search, 'sort'),
  }),
  component: lazyRouteComponent(() => import('../screens/ops/dead-letters.js'), 'DeadLetters'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'region'),
    ...textOf(search, 'entity'),
    ...textOf(search, 'entry'),
  }),
  component: lazyRouteComponent(() => import('../screens/ops/audit-log.js'), 'AuditLog'),
});

const sales = createRoute({
  getParentRoute: () => shell,
  path: '/sales',
  validateSearch: (search: Record<string, unknown>) => ({ ...textOf(search, 'market'), ...textOf(search, 'kind') }),
  component: lazyRouteComponent(() => import('../screens/finance/sales.js'), 'Sales'),
});

const proposal = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$region/$proposal',
  validateSearch: (search: Record<string, unknown>) => ({ ...isOneOf(search, 'only', rowFilters) }),
  component: lazyRouteComponent(() => import('../screens/proposals/proposal-page.js'), 'ProposalPage'),
});

const translations = createRoute({
  getParentRoute: () => shell,
  path: '/translations',
  validateSearch: (search: Record<string, unknown>) => ({ ...textOf(search, 'locale'), ...textOf(search, 'kind') }),
  component: lazyRouteComponent(() => import('../screens/translations/missing-translations.js'), 'MissingTranslations'),
});

const trialBalance = createRoute({
  getParentRoute: () => shell,
  path: '/trial-balance',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'entity'),
    ...textOf(search, 'period'),
    ...isOneOf(search, 'view', ['asReported', 'asOfNow'] as const),
  }),
  component: lazyRouteComponent(() => import('../screens/finance/trial-balance.js'), 'TrialBalance'),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: '/ledger',
  validateSearch: (search: Record<string, unknown>) => ({
    ...textOf(search, 'entity'),
    ...textOf(search, 'period'),
    ...textOf(search, 'account'),
    ...textOf(search, 'aux'),
    ...textOf(search, 'orderId'),
  }),
  component: lazyRouteComponent(() => import('../screens/finance/ledger.js'), 'Ledger'),
});

export function makeRouter() {
  const screens = [
    home,
    markets,
    market,
    explain,
    buyBox,
    sellers,
    seller,
    deadLetters,
    audit,
    sales,
    proposal,
    translations,
    trialBalance,
    ledger,
  ];
  return createRouter({
    routeTree: root.addChildren([shell.addChildren(screens)]),
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
