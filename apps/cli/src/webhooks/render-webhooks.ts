import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

/** Webhooks, one a line. */
export function renderWebhooks(webhooks: readonly Schema<'Webhook'>[]): string {
  if (webhooks.length === 0) return 'There is no webhook.';
  return renderTable(
    [
      { heading: 'webhook' },
      { heading: 'state' },
      { heading: 'waiting', align: 'right' },
      { heading: 'market' },
      { heading: 'url' },
      { heading: 'events' },
    ],
    webhooks.map((webhook) => [
      webhook.id,
      stateText(webhook),
      `${webhook.waiting}`,
      webhook.market ?? 'all',
      webhook.url,
      webhook.eventTypes.join(', '),
    ]),
  );
}

function stateText({ disabledBecause, failingSince }: Schema<'Webhook'>): string {
  if (disabledBecause !== null) return `disabled: ${disabledBecause}`;
  return failingSince === null ? 'enabled' : `failing since ${failingSince}`;
}

/** What a webhook was told, one message a line, with the last attempt at it. */
export function renderDeliveries(deliveries: readonly Schema<'WebhookDelivery'>[]): string {
  if (deliveries.length === 0) return 'It was told nothing yet.';
  return renderTable(
    [
      { heading: 'message' },
      { heading: 'type' },
      { heading: 'happened' },
      { heading: 'state' },
      { heading: 'attempts', align: 'right' },
      { heading: 'last answer' },
    ],
    deliveries.map(({ id, message, state, dueAt, attempts }) => {
      const last = attempts.at(-1);
      const answered = last === undefined ? '' : (last.error ?? `answered ${last.status}`);
      const due = dueAt === null ? state : `due ${dueAt}`;
      return [id, message.type, message.timestamp, due, `${attempts.length}`, answered];
    }),
  );
}
