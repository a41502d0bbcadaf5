import {
  IconBook2,
  IconBuildingStore,
  IconChartBar,
  IconGavel,
  IconHistory,
  IconLanguage,
  IconMailExclamation,
  IconReceipt2,
  IconScale,
  IconUsers,
} from '@tabler/icons-react';
import type { ConsoleRole } from '../api/session.js';
import type { TextId } from '../i18n/language.js';

export interface Area {
  readonly to:
    | '/markets'
    | '/explain'
    | '/buy-box'
    | '/sellers'
    | '/dead-letters'
    | '/audit'
    | '/sales'
    | '/translations'
    | '/trial-balance'
    | '/ledger';
  readonly title: TextId;
  readonly icon: typeof IconGavel;
  readonly roles: readonly ConsoleRole[];
  /** Pressed after `g`. */
  readonly key: string;
}

/** What there is to go to. An area nobody of one’s roles may read is not shown. */
export const areas: readonly Area[] = [
  { to: '/markets', title: 'nav.markets', icon: IconBuildingStore, roles: ['ops'], key: 'm' },
  { to: '/explain', title: 'nav.explain', icon: IconReceipt2, roles: ['ops'], key: 'e' },
  { to: '/buy-box', title: 'nav.buyBox', icon: IconGavel, roles: ['ops'], key: 'b' },
  { to: '/sellers', title: 'nav.sellers', icon: IconUsers, roles: ['ops'], key: 'v' },
  { to: '/translations', title: 'nav.translations', icon: IconLanguage, roles: ['ops'], key: 't' },
  { to: '/dead-letters', title: 'nav.deadLetters', icon: IconMailExclamation, roles: ['ops'], key: 'd' },
  { to: '/audit', title: 'nav.audit', icon: IconHistory, roles: ['ops', 'finance'], key: 'a' },
  { to: '/sales', title: 'nav.sales', icon: IconChartBar, roles: ['finance'], key: 's' },
  { to: '/trial-balance', title: 'nav.trialBalance', icon: IconScale, roles: ['finance'], key: 'p' },
  { to: '/ledger', title: 'nav.ledger', icon: IconBook2, roles: ['finance'], key: 'l' },
];
