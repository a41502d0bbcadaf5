import type { WebhookOwner } from '../domain/webhook-message.js';
import type { DeliveryState, StatedWebhook, StoredWebhook, Webhooks } from './webhook-ports.js';

/** Why nothing is sent to a URL, if nothing is. */
export type RefuseTarget = (url: string) => { readonly code: string; readonly message: string } | undefined;

/** Why a webhook is not taken, and which field it is about. */
export interface WebhookFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export type PutWebhook =
  | { readonly change: 'rejected'; readonly errors: readonly WebhookFault[] }
  | { readonly change: 'created' | 'updated'; readonly webhook: StoredWebhook; readonly secret: string | undefined };

/** Enough for whoever splits by market, few enough to tell all of them in time. */
const webhooksMax = 20;

/** What an owner does with its webhooks. */
export class KeepWebhooks {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly newSecret: () => string,
    private readonly refuseTarget: RefuseTarget,
  ) {}

  all(owner: WebhookOwner): Promise<readonly StoredWebhook[]> {
    return this.webhooks.all(owner);
  }

  find(owner: WebhookOwner, id: string): Promise<StoredWebhook | undefined> {
    return this.webhooks.find(owner, id);
  }

  async put(owner: WebhookOwner, id: string, stated: StatedWebhook, rotateSecret: boolean): Promise<PutWebhook> {
    const known = await this.webhooks.all(owner);
    const errors = faultsOf(stated, this.refuseTarget(stated.url), known.filter((each) => each.id !== id).length);
    if (errors.length > 0) return { change: 'rejected', errors };
    const isNew = known.every((each) => each.id !== id);
    const secret = isNew || rotateSecret ? this.newSecret() : undefined;
    const change = await this.webhooks.save(owner, id, stated, secret);
    const webhook = await this.webhooks.find(owner, id);
    if (webhook === undefined) throw new Error(`the webhook ${id} is gone as soon as it was saved`);
    return { change, webhook, secret };
  }

  delete(owner: WebhookOwner, id: string): Promise<boolean> {
    return this.webhooks.delete(owner, id);
  }

  async replay(
    owner: WebhookOwner,
    id: string,
    chosen: Parameters<Webhooks['replay']>[1],
  ): Promise<number | undefined> {
    const webhook = await this.webhooks.find(owner, id);
    return webhook && (await this.webhooks.replay(webhook, chosen));
  }

  async deliveries(
    owner: WebhookOwner,
    id: string,
    asked: Parameters<Webhooks['deliveries']>[1],
  ): Promise<readonly DeliveryState[] | undefined> {
    const webhook = await this.webhooks.find(owner, id);
    return webhook && (await this.webhooks.deliveries(webhook, asked));
  }
}

function faultsOf({ eventTypes }: StatedWebhook, target: ReturnType<RefuseTarget>, others: number): WebhookFault[] {
  const twice = eventTypes.findIndex((type, i) => eventTypes.indexOf(type) < i);
  return [
    ...(target === undefined ? [] : [{ field: 'url', ...target }]),
    ...(twice === -1
      ? []
      : [
          {
            field: `eventTypes[${twice}]`,
            code: 'duplicateEventType',
            message: 'This type is named already.',
          },
        ]),
    ...(others >= webhooksMax
      ? [{ field: 'id', code: 'tooManyWebhooks', message: `At most ${webhooksMax} webhooks.` }]
      : []),
  ];
}
