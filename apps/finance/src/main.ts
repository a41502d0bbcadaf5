import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { financeConfig } from './finance.config.js';
import { FinanceModule } from './finance.module.js';
import { KeepPosting } from './inbound/clock/keep-posting.js';
import { problemOf } from './inbound/http/problem-of.js';
import { readBooks } from './outbound/books/read-books.js';
import { readSettlementAccounts } from './outbound/books/read-settlement-accounts.js';
import { migrations } from './outbound/postgres/migrations/index.js';

const config = loadConfigOrExit(financeConfig);
const books = await readBooks(config.booksFile);
const accounts = await readSettlementAccounts(config.settlementAccountsFile);

await runService({
  name: 'finance',
  config,
  migrations,
  module: (parts) => FinanceModule.with({ ...parts, books, accounts }),
  hearings: () => FinanceModule.hearings(books),
  problemOf,
  background: (app) => [app.nest.get(KeepPosting).start()],
});
