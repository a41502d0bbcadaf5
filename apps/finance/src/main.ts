import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { financeConfig } from './finance.config.js';
import { FinanceModule } from './finance.module.js';
import { problemOf } from './inbound/http/problem-of.js';
import { migrations } from './outbound/postgres/migrations/index.js';

await runService({
  name: 'finance',
  config: loadConfigOrExit(financeConfig),
  migrations,
  module: (parts) => FinanceModule.with(parts),
  hearings: () => FinanceModule.hearings(),
  problemOf,
});
