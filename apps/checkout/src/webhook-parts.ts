import type { Provider } from '@nestjs/common';
import { systemClock } from '@reprise/kernel';
import type { ServiceParts } from '@reprise/platform/service';
import { KeepWebhooks } from './application/keep-webhooks.js';
import type { FaultPoint } from './application/ports.js';
import { SendWebhooks } from './application/send-webhooks.js';
import type { CheckoutConfig } from './checkout.config.js';
import { WebhooksController } from './inbound/http/webhooks.controller.js';
import { PostgresWebhooks } from './outbound/postgres/postgres-webhooks.js';
import { refuseTarget } from './outbound/webhooks/webhook-target.js';
import { newWebhookSecret, StandardWebhooks } from './outbound/webhooks/standard-webhooks.js';

/** Messages sent at once, to all receivers together. */
const concurrency = 16;
/** Writing an attempt down takes this long at most, or somebody else sends it too. */
const leaseMarginMs = 5_000;
const hourMs = 3_600_000;

/** What tells sellers and operators of what happened. */
export function webhookParts(
  { config, database, logger }: Pick<ServiceParts<CheckoutConfig>, 'config' | 'database' | 'logger'>,
  faultPoint: FaultPoint,
): { readonly controllers: readonly (typeof WebhooksController)[]; readonly providers: readonly Provider[] } {
  const webhooks = new PostgresWebhooks(database);
  const { webhookTargets: targets, webhookTimeoutMs: timeoutMs } = config;
  const sendWebhooks = new SendWebhooks(
    webhooks,
    new StandardWebhooks({ targets, timeoutMs }),
    {
      ...{ concurrency, pollMs: config.webhookPollMs, leaseMs: timeoutMs + leaseMarginMs },
      disableAfterMs: config.webhookPatienceHours * hourMs,
      keptMs: config.webhookMemoryHours * hourMs,
    },
    (error) => logger.warn('webhooks.not-sent', { err: error }),
    faultPoint,
    systemClock,
    Math.random,
  );
  return {
    controllers: [WebhooksController],
    providers: [
      {
        provide: KeepWebhooks,
        useValue: new KeepWebhooks(webhooks, newWebhookSecret, (url) => refuseTarget(url, targets)),
      },
      { provide: SendWebhooks, useValue: sendWebhooks },
    ],
  };
}
