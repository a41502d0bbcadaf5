import type { ReturnStatus, ShipmentStatus } from './goods-words.js';

/** What can be told. `order.cancelled` ended before it was paid. */
export type WebhookEventType =
  | 'order.confirmed'
  | 'order.cancelled'
  | 'order.refunded'
  | `shipment.${ShipmentStatus}`
  | `return.${ReturnStatus}`
  | 'seller.suspended'
  | 'seller.reinstated';

/** Who is told: operators of everything, a seller of its own. */
export type WebhookOwner = 'ops' | `seller:${string}`;

/** Something to tell. `key` names what happened, so that a fact heard again is told once. */
export interface WebhookNews {
  readonly owner: WebhookOwner;
  readonly key: string;
  readonly type: WebhookEventType;
  readonly market?: string;
  /** ISO 8601, UTC. */
  readonly happenedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** As it is sent. */
export interface WebhookMessage {
  readonly type: WebhookEventType;
  /** ISO 8601, UTC: when it happened. */
  readonly timestamp: string;
  readonly data: Record<string, unknown>;
}
