import { platformMigrations } from '@reprise/platform/persistence';
import type { MigrationClass } from '@reprise/platform/persistence';
import { CreateOrders0001 } from './0001-create-orders.js';
import { GuardOrders0002 } from './0002-guard-orders.js';
import { RedeemVouchers0003 } from './0003-redeem-vouchers.js';
import { FollowGoods0004 } from './0004-follow-goods.js';
import { IssueDocuments0005 } from './0005-issue-documents.js';
import { TellWebhooks0006 } from './0006-tell-webhooks.js';
import { TallySales0007 } from './0007-tally-sales.js';

/** The schema of checkout, in order. */
export const checkoutMigrations: readonly MigrationClass[] = [
  ...platformMigrations,
  CreateOrders0001,
  GuardOrders0002,
  RedeemVouchers0003,
  FollowGoods0004,
  IssueDocuments0005,
  TellWebhooks0006,
  TallySales0007,
];
