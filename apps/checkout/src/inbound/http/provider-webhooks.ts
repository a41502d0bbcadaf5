import type { HttpApp } from '@reprise/platform/http';
import { RequestRefused } from '@reprise/platform/http';
import type { HearProvider, ReadNews } from '../../application/hear-provider.js';

/** What a webhook route needs. `read` checks the signature and reads what the provider says. */
export interface WebhookDoor {
  readonly hearProvider: HearProvider;
  readonly read: ReadNews;
}

/**
 * Opens the door the provider calls. Answers 204 once the news is committed, was known, or is none of ours (hearing it again would not help);
 * anything else makes the provider try again.
 */
export function mountProviderWebhooks({ server }: HttpApp, { hearProvider, read }: WebhookDoor): void {
  server.post(
    '/v1/psp/webhooks',
    { config: { open: 'the provider signs its messages; an unsigned one is refused' } },
    async (request, reply) => {
      const news = read(request.headers, request.exchange.rawBody ?? Buffer.alloc(0));
      if (news === 'forged') {
        throw new RequestRefused('Unauthenticated', 'The signature is missing, wrong or too old.');
      }
      if (news === 'unreadable') throw new RequestRefused('ValidationFailed', 'This is no message of the provider.');
      if (news !== 'notOurs') await hearProvider.run(news);
      return reply.code(204).send();
    },
  );
}
