import { z } from 'zod';
import { operation } from './operation.js';
import { marketCodeSchema } from '../vocabulary.js';
import { webhookEventTypeSchema, webhookMessageSchema } from '../webhooks.js';

const webhookParams = z.object({
  webhookId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a name such as "my-erp"'),
});

export const webhookInputSchema = z
  .strictObject({
    /** `https` to a public address. Nothing is followed from there: the answer has to be a 2xx, within ten seconds. */
    url: z.string().min(1).max(2000),
    eventTypes: z.array(webhookEventTypeSchema).min(1).max(50),
    /** Of one market alone; of all when left out. */
    market: marketCodeSchema.optional(),
    /** False keeps messages until it is true again and they are replayed. */
    enabled: z.boolean().default(true),
    /** Makes a new secret. For a day messages are signed with both. */
    rotateSecret: z.boolean().default(false),
  })
  .meta({ id: 'WebhookInput' });

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    eventTypes: z.array(webhookEventTypeSchema),
    market: z.string().nullable(),
    enabled: z.boolean(),
    /** Why it is not enabled: `byOwner`, `failing` when nothing was taken for days, `gone` when its answer was 410. */
    disabledBecause: z.enum(['byOwner', 'failing', 'gone']).nullable(),
    /** Since when every message failed; null while they arrive. */
    failingSince: z.iso.datetime().nullable(),
    /** Messages that wait to be sent, now or later. */
    waiting: z.int(),
    createdAt: z.iso.datetime(),
    /** Shown once: when it is made. Whoever verifies messages needs it. */
    secret: z.string().optional(),
  })
  .meta({ id: 'Webhook' });

export const webhookDeliverySchema = z
  .object({
    /** The `webhook-id` of the message. */
    id: z.uuid(),
    message: webhookMessageSchema,
    /** `due` is sent at `dueAt`; `failed` was given up. */
    state: z.enum(['due', 'delivered', 'failed']),
    dueAt: z.iso.datetime().nullable(),
    attempts: z.array(
      z.object({
        at: z.iso.datetime(),
        tookMs: z.int(),
        /** HTTP status of the answer; null when there was none. */
        status: z.int().nullable(),
        error: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });

const replayBody = z
  .strictObject({
    /** Messages by their `webhook-id`. */
    ids: z.array(z.uuid()).min(1).max(500).optional(),
    /** Or everything that happened from here … */
    from: z.iso.datetime({ offset: true }).optional(),
    /** … until here; until now when left out. */
    to: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ ids, from }) => (ids === undefined) !== (from === undefined), {
    path: ['ids'],
    message: 'name `ids`, or a time with `from`, one of the two',
  })
  .refine(({ from, to }) => to === undefined || (from !== undefined && Date.parse(from) < Date.parse(to)), {
    path: ['to'],
    message: 'ends before it starts, or has no `from`',
  })
  .meta({ id: 'WebhookReplay' });

const deliveriesQuery = z.object({
  state: z.enum(['due', 'delivered', 'failed']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, '`nextCursor` of the page before, unchanged')
    .optional(),
});

const list = z.object({ items: z.array(webhookSchema) }).meta({ id: 'Webhooks' });
const deliveries = z
  .object({ items: z.array(webhookDeliverySchema), nextCursor: z.string().nullable() })
  .meta({ id: 'WebhookDeliveries' });
const replayed = z.object({ /** Messages that are sent again. */ replayed: z.int() }).meta({ id: 'WebhookReplayed' });

const putDescription =
  'Idempotent. The secret is in the answer that makes it and in no other. Messages are signed after Standard Webhooks, sent at least once, in no ' +
  'promised order, again with growing delays for up to three days; a receiver that fails for days is disabled, and what it missed within 30 ' +
  'days can be replayed.';

const seller = { owner: 'checkout', policy: ['seller'], tag: 'Sellers' } as const;
const ops = { owner: 'checkout', policy: ['ops'], tag: 'Operations' } as const;

export const listSellerWebhooks = operation({
  ...seller,
  ...{ id: 'listSellerWebhooks', method: 'GET', path: '/v1/seller/webhooks' },
  summary: 'Where the seller is told of its orders',
  responses: { 200: list },
  problems: [],
});

export const getSellerWebhook = operation({
  ...seller,
  ...{ id: 'getSellerWebhook', method: 'GET', path: '/v1/seller/webhooks/{webhookId}' },
  summary: 'A webhook as it stands',
  params: webhookParams,
  responses: { 200: webhookSchema },
  problems: ['WebhookNotFound'],
});

export const putSellerWebhook = operation({
  ...seller,
  ...{ id: 'putSellerWebhook', method: 'PUT', path: '/v1/seller/webhooks/{webhookId}' },
  summary: 'Have the seller told of its orders at a URL',
  description: putDescription,
  params: webhookParams,
  body: webhookInputSchema,
  responses: { 200: webhookSchema, 201: webhookSchema },
  problems: ['WebhookRejected'],
});

export const deleteSellerWebhook = operation({
  ...seller,
  ...{ id: 'deleteSellerWebhook', method: 'DELETE', path: '/v1/seller/webhooks/{webhookId}' },
  summary: 'Tell it no more; what waits for it is dropped',
  params: webhookParams,
  responses: { 204: null },
  problems: ['WebhookNotFound'],
});

export const listSellerWebhookDeliveries = operation({
  ...seller,
  ...{ id: 'listSellerWebhookDeliveries', method: 'GET', path: '/v1/seller/webhooks/{webhookId}/deliveries' },
  summary: 'What a webhook was told, newest first, with every attempt',
  params: webhookParams,
  query: deliveriesQuery,
  responses: { 200: deliveries },
  problems: ['WebhookNotFound'],
});

export const replaySellerWebhook = operation({
  ...seller,
  ...{ id: 'replaySellerWebhook', method: 'POST', path: '/v1/seller/webhooks/{webhookId}/replay' },
  summary: 'Send messages of the last 30 days again',
  params: webhookParams,
  body: replayBody,
  responses: { 200: replayed },
  problems: ['WebhookNotFound'],
});

export const listOpsWebhooks = operation({
  ...ops,
  ...{ id: 'listOpsWebhooks', method: 'GET', path: '/v1/ops/webhooks' },
  summary: 'Where operations and storefronts are told of orders',
  responses: { 200: list },
  problems: [],
});

export const getOpsWebhook = operation({
  ...ops,
  ...{ id: 'getOpsWebhook', method: 'GET', path: '/v1/ops/webhooks/{webhookId}' },
  summary: 'A webhook as it stands',
  params: webhookParams,
  responses: { 200: webhookSchema },
  problems: ['WebhookNotFound'],
});

export const putOpsWebhook = operation({
  ...ops,
  ...{ id: 'putOpsWebhook', method: 'PUT', path: '/v1/ops/webhooks/{webhookId}' },
  summary: 'Have operations or a storefront told of orders at a URL',
  description: putDescription,
  params: webhookParams,
  body: webhookInputSchema,
  responses: { 200: webhookSchema, 201: webhookSchema },
  problems: ['WebhookRejected'],
});

export const deleteOpsWebhook = operation({
  ...ops,
  ...{ id: 'deleteOpsWebhook', method: 'DELETE', path: '/v1/ops/webhooks/{webhookId}' },
  summary: 'Tell it no more; what waits for it is dropped',
  params: webhookParams,
  responses: { 204: null },
  problems: ['WebhookNotFound'],
});

export const listOpsWebhookDeliveries = operation({
  ...ops,
  ...{ id: 'listOpsWebhookDeliveries', method: 'GET', path: '/v1/ops/webhooks/{webhookId}/deliveries' },
  summary: 'What a webhook was told, newest first, with every attempt',
  params: webhookParams,
  query: deliveriesQuery,
  responses: { 200: deliveries },
  problems: ['WebhookNotFound'],
});

export const replayOpsWebhook = operation({
  ...ops,
  ...{ id: 'replayOpsWebhook', method: 'POST', path: '/v1/ops/webhooks/{webhookId}/replay' },
  summary: 'Send messages of the last 30 days again',
  params: webhookParams,
  body: replayBody,
  responses: { 200: replayed },
  problems: ['WebhookNotFound'],
});
