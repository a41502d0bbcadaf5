import { serviceConfig, setting } from '@reprise/platform/config';
import { z } from 'zod';

/** Everything an operator can set about finance. */
export const financeConfig = z.object({
  ...serviceConfig('FINANCE'),
  booksFile: setting('FINANCE_BOOKS_FILE', z.string().min(1).optional(), {
    description:
      'The books: companies, chart of accounts, commission. Unset: markets/finance/books.yaml of this release. A file with a mistake stops the start.',
    example: '/etc/reprise/books.yaml',
  }),
  settlementAccountsFile: setting('FINANCE_SETTLEMENT_ACCOUNTS_FILE', z.string().min(1).optional(), {
    description:
      'Accounts at providers and banks that are reconciled. Unset: markets/finance/settlement-accounts.yaml of this release. A file with a mistake stops the start.',
    example: '/etc/reprise/settlement-accounts.yaml',
  }),
});

export type FinanceConfig = Readonly<z.output<typeof financeConfig>>;
