import { Controller, Inject } from '@nestjs/common';
import {
  deleteOpsWebhook,
  deleteSellerWebhook,
  getOpsWebhook,
  getSellerWebhook,
  listOpsWebhookDeliveries,
  listOpsWebhooks,
  listSellerWebhookDeliveries,
  listSellerWebhooks,
  putOpsWebhook,
  putSellerWebhook,
  replayOpsWebhook,
  replaySellerWebhook,
} from '@reprise/contracts/http';
import { toIso } from '@reprise/kernel';
import { answer, Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { KeepWebhooks } from '../../application/keep-webhooks.js';
import type { DeliveryState, StoredWebhook } from '../../application/webhook-ports.js';
import type { WebhookOwner } from '../../domain/webhook-message.js';

/** Webhooks of sellers, and those of operators, which storefronts are told by. */
@Controller()
export class WebhooksController {
  constructor(@Inject(KeepWebhooks) private readonly webhooks: KeepWebhooks) {}

  @Answers(listSellerWebhooks)
  listOfSeller({ principal }: Call<typeof listSellerWebhooks>) {
    return this.list(ownerOf(principal));
  }

  @Answers(getSellerWebhook)
  getOfSeller({ params, principal }: Call<typeof getSellerWebhook>) {
    return this.get(ownerOf(principal), params.webhookId);
  }

  @Answers(putSellerWebhook)
  putOfSeller({ params, body, principal }: Call<typeof putSellerWebhook>) {
    return this.put(ownerOf(principal), params.webhookId, body);
  }

  @Answers(deleteSellerWebhook)
  deleteOfSeller({ params, principal }: Call<typeof deleteSellerWebhook>) {
    return this.delete(ownerOf(principal), params.webhookId);
  }

  @Answers(listSellerWebhookDeliveries)
  deliveriesOfSeller({ params, query, principal }: Call<typeof listSellerWebhookDeliveries>) {
    return this.deliveries(ownerOf(principal), params.webhookId, query);
  }

  @Answers(replaySellerWebhook)
  replayOfSeller({ params, body, principal }: Call<typeof replaySellerWebhook>) {
    return this.replay(ownerOf(principal), params.webhookId, body);
  }

  @Answers(listOpsWebhooks)
  listOfOps() {
    return this.list('ops');
  }

  @Answers(getOpsWebhook)
  getOfOps({ params }: Call<typeof getOpsWebhook>) {
    return this.get('ops', params.webhookId);
  }

  @Answers(putOpsWebhook)
  putOfOps({ params, body }: Call<typeof putOpsWebhook>) {
    return this.put('ops', params.webhookId, body);
  }

  @Answers(deleteOpsWebhook)
  deleteOfOps({ params }: Call<typeof deleteOpsWebhook>) {
    return this.delete('ops', params.webhookId);
  }

  @Answers(listOpsWebhookDeliveries)
  deliveriesOfOps({ params, query }: Call<typeof listOpsWebhookDeliveries>) {
    return this.deliveries('ops', params.webhookId, query);
  }

  @Answers(replayOpsWebhook)
  replayOfOps({ params, body }: Call<typeof replayOpsWebhook>) {
    return this.replay('ops', params.webhookId, body);
  }

  private async list(owner: WebhookOwner) {
    return { items: (await this.webhooks.all(owner)).map((webhook) => webhookJson(webhook)) };
  }

  private async get(owner: WebhookOwner, id: string) {
    const webhook = await this.webhooks.find(owner, id);
    return webhook === undefined ? notFound(id) : webhookJson(webhook);
  }

  private async put(owner: WebhookOwner, id: string, body: Call<typeof putSellerWebhook>['body']) {
    const { rotateSecret, ...stated } = body;
    const put = await this.webhooks.put(owner, id, stated, rotateSecret);
    if (put.change === 'rejected')
      return problem('WebhookRejected', put.errors.map(({ message }) => message).join(' '), { errors: put.errors });
    const shown = webhookJson(put.webhook, put.secret);
    return put.change === 'created' ? answer(201, shown) : shown;
  }

  private async delete(owner: WebhookOwner, id: string) {
    return (await this.webhooks.delete(owner, id)) ? answer(204, undefined) : notFound(id);
  }

  private async deliveries(owner: WebhookOwner, id: string, query: Call<typeof listOpsWebhookDeliveries>['query']) {
    const { state, cursor, limit } = query;
    const found = await this.webhooks.deliveries(owner, id, {
      ...(state === undefined ? {} : { state }),
      ...(cursor === undefined ? {} : { before: cursor }),
      limit: limit + 1,
    });
    if (found === undefined) return notFound(id);
    const items = found.slice(0, limit);
    return {
      items: items.map(deliveryJson),
      nextCursor: found.length > limit ? (items.at(-1)?.deliveryId ?? null) : null,
    };
  }

  private async replay(owner: WebhookOwner, id: string, body: Call<typeof replayOpsWebhook>['body']) {
    const { ids, from, to } = body;
    const replayed = await this.webhooks.replay(owner, id, {
      ...(ids === undefined ? {} : { ids }),
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
    });
    return replayed === undefined ? notFound(id) : { replayed };
  }
}

function ownerOf({ subject }: Call<typeof listSellerWebhooks>['principal']): WebhookOwner {
  return `seller:${subject}`;
}

function notFound(id: string) {
  return problem('WebhookNotFound', `There is no webhook ${id}.`, {
    errors: [{ field: 'path.webhookId', code: 'webhookNotFound', message: 'No webhook of yours is called so.' }],
  });
}

function webhookJson(webhook: StoredWebhook, secret?: string) {
  const { id, url, eventTypes, market, enabled, disabledBecause, failingSince, waiting, createdAt } = webhook;
  return {
    ...{ id, url, enabled, waiting },
    eventTypes: [...eventTypes],
    market: market ?? null,
    disabledBecause: disabledBecause ?? null,
    failingSince: failingSince === undefined ? null : toIso(failingSince),
    createdAt: toIso(createdAt),
    ...(secret === undefined ? {} : { secret }),
  };
}

function deliveryJson({ messageId, message, state, dueAt, attempts }: DeliveryState) {
  return {
    id: messageId,
    message,
    state,
    dueAt: dueAt === undefined ? null : toIso(dueAt),
    attempts: attempts.map(({ at, tookMs, status, error }) => ({
      ...{ at: toIso(at), tookMs },
      status: status ?? null,
      error: error ?? null,
    })),
  };
}
