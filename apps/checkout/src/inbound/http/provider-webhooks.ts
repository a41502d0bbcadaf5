import type { HttpApp } from '@reprise/platform/http';
import { RequestRefused } from '@reprise/platform/http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { HearProvider, ProviderNews } from '../../application/hear-provider.js';
import type { ChargeAnswer } from '../../application/ports.js';

const messageSchema = z.object({
  type: z.string(),
  data: z.looseObject({ id: z.string(), idempotencyKey: z.string() }),
});

/** What a webhook route needs. `chargeOf` reads a charge as the provider writes it. */
export interface WebhookDoor {
  readonly secret: string;
  readonly hearProvider: HearProvider;
  readonly chargeOf: (json: unknown) => ChargeAnswer;
}

/**
 * Opens the door the provider calls: signed by the Standard Webhooks scheme over the bytes as they came. Answers 204 once the news is
 * committed or was known; anything else makes the provider try again.
 */
export function mountProviderWebhooks({ server }: HttpApp, { secret, hearProvider, chargeOf }: WebhookDoor): void {
  const signature = new Webhook(secret);
  server.post(
    '/v1/psp/webhooks',
    { config: { open: 'the provider signs its messages; an unsigned one is refused' } },
    async (request, reply) => {
      const body = request.exchange.rawBody ?? Buffer.alloc(0);
      verify(signature, body, request.headers as Record<string, string>);
      const message = messageSchema.safeParse(request.body);
      const webhookId = request.headers['webhook-id'];
      if (!message.success || typeof webhookId !== 'string') {
        throw new RequestRefused('ValidationFailed', 'This is no message of the provider.');
      }
      const news = newsOf(webhookId, message.data, chargeOf);
      if (news) await hearProvider.run(news);
      return reply.code(204).send();
    },
  );
}

function verify(signature: Webhook, body: Buffer, headers: Record<string, string>): void {
  try {
    signature.verify(body, headers);
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    throw new RequestRefused('Unauthenticated', 'The signature is missing, wrong or too old.');
  }
}

/** Kinds of news we do not know are acknowledged: hearing them again would not help. */
function newsOf(
  webhookId: string,
  { type, data }: z.output<typeof messageSchema>,
  chargeOf: WebhookDoor['chargeOf'],
): ProviderNews | undefined {
  const { idempotencyKey } = data;
  if (type === 'refund.succeeded') {
    return { webhookId, idempotencyKey, about: { kind: 'refunded', reference: data.id } };
  }
  return type.startsWith('charge.') ? { webhookId, idempotencyKey, about: chargeOf(data) } : undefined;
}
