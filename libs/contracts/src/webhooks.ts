import { z } from 'zod';
import { returnStatuses, shipmentStatuses } from './returns.js';

/**
 * What a subscriber can be told of. A seller hears of its own part of an order alone; operators, and storefronts through them, hear of all of
 * it. `order.cancelled` is an order that ended before it was paid, of which no seller knows.
 */
export const webhookEventTypes = [
  'order.confirmed',
  'order.cancelled',
  'order.refunded',
  ...shipmentStatuses.map((status) => `shipment.${status}` as const),
  ...returnStatuses.map((status) => `return.${status}` as const),
  'seller.suspended',
  'seller.reinstated',
] as const;
export const webhookEventTypeSchema = z.enum(webhookEventTypes).meta({ id: 'WebhookEventType' });
export type WebhookEventType = (typeof webhookEventTypes)[number];

/**
 * The body of a webhook, after Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature` are headers. No person is in
 * it: who an order goes to is asked for with the order's id. It may come more than once and out of order; `webhook-id` stays the same.
 */
export const webhookMessageSchema = z
  .object({
    type: webhookEventTypeSchema,
    /** When it happened. */
    timestamp: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'WebhookMessage' });
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
