import type { Instant } from '@reprise/kernel';
import type { WebhookEventType, WebhookMessage, WebhookNews, WebhookOwner } from '../domain/webhook-message.js';

/** Why nothing is sent to a webhook. */
export type DisabledBecause = 'byOwner' | 'failing' | 'gone';

/** What its owner says of a webhook. */
export interface StatedWebhook {
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly market?: string | undefined;
  readonly enabled: boolean;
}

/** A webhook as it stands. */
export interface StoredWebhook extends StatedWebhook {
  readonly key: string;
  readonly owner: WebhookOwner;
  readonly id: string;
  readonly disabledBecause: DisabledBecause | undefined;
  readonly failingSince: Instant | undefined;
  readonly waiting: number;
  readonly createdAt: Instant;
}

/** A message that has to be sent now. */
export interface DueWebhook {
  readonly deliveryId: string;
  readonly webhookKey: string;
  readonly messageId: string;
  readonly url: string;
  readonly body: string;
  /** The newest first; a day after a rotation there is one again. */
  readonly secrets: readonly string[];
  /** This one counted. */
  readonly tries: number;
}

/** What came of sending. Without a status there was no answer. */
export interface WebhookAttempt {
  readonly status?: number;
  readonly error?: string;
  readonly tookMs: number;
  readonly retryAfterMs?: number;
}

/** What follows from it. */
export type AttemptVerdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'later'; readonly delayMs: number }
  | { readonly kind: 'givenUp' }
  /** The receiver says that it is gone for good. */
  | { readonly kind: 'gone' };

export interface DeliveryState {
  readonly deliveryId: string;
  readonly messageId: string;
  readonly message: WebhookMessage;
  readonly state: 'due' | 'delivered' | 'failed';
  readonly dueAt: Instant | undefined;
  readonly attempts: readonly (WebhookAttempt & { readonly at: Instant })[];
}

/** Where and what is to be told, in the caller's transaction. */
export interface WebhooksTx {
  /** Those of the owners who have a webhook, enabled or not. */
  listening(owners: readonly WebhookOwner[]): Promise<ReadonlySet<WebhookOwner>>;
  /** Keeps what happened and has it sent to whoever asked for it; what is known by its key already changes nothing. */
  note(news: readonly WebhookNews[]): Promise<void>;
  /** Keeps what sellers are now, and answers those that were something else before. */
  moveSellers<Seller extends { readonly sellerId: string; readonly version: number; readonly status: string }>(
    sellers: readonly Seller[],
  ): Promise<readonly Seller[]>;
}

/** Webhooks and what they were told. */
export abstract class Webhooks {
  abstract all(owner: WebhookOwner): Promise<readonly StoredWebhook[]>;
  abstract find(owner: WebhookOwner, id: string): Promise<StoredWebhook | undefined>;
  /** Answers whether it is a new one. With a secret that becomes its secret; the one before still signs for a day. */
  abstract save(
    owner: WebhookOwner,
    id: string,
    stated: StatedWebhook,
    secret: string | undefined,
  ): Promise<'created' | 'updated'>;
  abstract delete(owner: WebhookOwner, id: string): Promise<boolean>;
  /** Has messages of the last weeks sent again to a webhook; answers how many. */
  abstract replay(
    webhook: StoredWebhook,
    chosen: { readonly ids?: readonly string[]; readonly from?: Date; readonly to?: Date },
  ): Promise<number>;
  /** Newest first. */
  abstract deliveries(
    webhook: StoredWebhook,
    asked: { readonly state?: DeliveryState['state']; readonly before?: string; readonly limit: number },
  ): Promise<readonly DeliveryState[]>;
}

/** What is due, for those who send it. Any number of processes may. */
export interface WebhookQueue {
  /** Takes what has been due longest, for so long; nobody else takes it meanwhile, and if this process dies somebody does after. */
  take(leaseMs: number): Promise<DueWebhook | undefined>;
  /** Writes an attempt down with what follows. A webhook that has failed for so long is disabled. */
  settle(due: DueWebhook, attempt: WebhookAttempt, verdict: AttemptVerdict, disableAfterMs: number): Promise<void>;
  /** Forgets messages of before. Answers how many. */
  forget(keptMs: number): Promise<number>;
}

/** Sends one message. Whatever goes wrong is in the answer. */
export interface WebhookSender {
  send(due: DueWebhook): Promise<WebhookAttempt>;
}
