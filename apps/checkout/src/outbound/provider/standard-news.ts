import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { HeardMessage, ReadNews } from '../../application/hear-provider.js';
import { chargeInMessage } from './http-payment-provider.js';

const messageSchema = z.object({
  type: z.string(),
  data: z.looseObject({ id: z.string(), idempotencyKey: z.string() }),
});

/** Reads webhooks signed by the Standard Webhooks scheme, over the bytes as they came; those more than five minutes off are refused. */
export function standardNews(secret: string): ReadNews {
  const signature = new Webhook(secret);
  return (headers, body) => {
    const webhookId = headers['webhook-id'];
    try {
      const message = messageSchema.safeParse(signature.verify(body, headers as Record<string, string>));
      if (!message.success || typeof webhookId !== 'string') return 'unreadable';
      return newsOf(webhookId, message.data);
    } catch (error) {
      if (error instanceof WebhookVerificationError) return 'forged';
      if (error instanceof SyntaxError) return 'unreadable';
      throw error;
    }
  };
}

function newsOf(webhookId: string, { type, data }: z.output<typeof messageSchema>): HeardMessage {
  const { idempotencyKey } = data;
  if (type === 'refund.succeeded') {
    return { webhookId, idempotencyKey, about: { kind: 'refunded', reference: data.id } };
  }
  return type.startsWith('charge.') ? { webhookId, idempotencyKey, about: chargeInMessage(data) } : 'notOurs';
}
