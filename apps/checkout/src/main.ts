import { loadConfigOrExit } from '@reprise/platform/config';
import { runService } from '@reprise/platform/service';
import { AdvanceOrder } from './application/advance-order.js';
import { ForgetOld } from './application/forget-old.js';
import { IssueDueDocuments } from './application/issue-due-documents.js';
import { HearProvider } from './application/hear-provider.js';
import { TallySales } from './application/tally-sales.js';
import { RunDueSteps } from './application/run-due-steps.js';
import { SendWebhooks } from './application/send-webhooks.js';
import { checkoutConfigSchema } from './checkout.config.js';
import { chooseProvider } from './choose-provider.js';
import { CheckoutModule } from './checkout.module.js';
import { mountProviderWebhooks } from './inbound/http/provider-webhooks.js';
import { problemOf } from './inbound/http/problem-of.js';
import { hearFacts } from './inbound/kafka/hear-facts.js';
import { checkoutMigrations } from './outbound/postgres/migrations/index.js';
import { PostgresDeskTx } from './outbound/postgres/postgres-desk.js';
import { PostgresWebhooksTx } from './outbound/postgres/webhook-rows.js';

await runService({
  name: 'checkout',
  config: loadConfigOrExit(checkoutConfigSchema),
  migrations: checkoutMigrations,
  module: (parts) => CheckoutModule.with(parts),
  problemOf,
  hearings: ({ nest }) =>
    hearFacts({
      advanceOrder: nest.get(AdvanceOrder),
      deskOf: (tx) => new PostgresDeskTx(tx),
      webhooksOf: (tx) => new PostgresWebhooksTx(tx),
    }),
  background: (app, { config }) => {
    mountProviderWebhooks(app, { hearProvider: app.nest.get(HearProvider), read: chooseProvider(config).readNews });
    const runDueSteps = app.nest.get(RunDueSteps);
    runDueSteps.start();
    const issueDueDocuments = app.nest.get(IssueDueDocuments);
    issueDueDocuments.start();
    const sendWebhooks = app.nest.get(SendWebhooks);
    sendWebhooks.start();
    const forgetOld = app.nest.get(ForgetOld);
    forgetOld.start();
    const tallySales = app.nest.get(TallySales);
    tallySales.start();
    return [
      { name: 'due steps', run: () => runDueSteps.stop() },
      { name: 'documents', run: () => issueDueDocuments.stop() },
      { name: 'webhooks', run: () => sendWebhooks.stop() },
      { name: 'memory', run: () => forgetOld.stop() },
      { name: 'tally', run: () => tallySales.stop() },
    ];
  },
});
