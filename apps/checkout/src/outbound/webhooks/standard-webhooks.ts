import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { DueWebhook, WebhookAttempt, WebhookSender } from '../../application/webhook-ports.js';
import { postSafely } from './post-safely.js';
import type { PostSettings } from './post-safely.js';

/** Sends messages as Standard Webhooks 1.0: HMAC-SHA256 over id, time and body, with every secret that holds. */
export class StandardWebhooks implements WebhookSender {
  constructor(private readonly settings: PostSettings) {}

  send({ url, messageId, body, secrets }: DueWebhook): Promise<WebhookAttempt> {
    const now = new Date();
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'reprise-webhooks/1',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(messageId, now, body)).join(' '),
    };
    return postSafely(url, headers, body, this.settings);
  }
}

/** 256 bits, with the prefix by which people and scanners know what it is. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
