import type { AdvanceOrder } from './advance-order.js';
import type { NoteCharges, Noted } from './note-charges.js';
import type { ChargeAnswer, Desk } from './ports.js';
import { settleRefund } from './settle-refund.js';

/** What the provider told us of its own accord. */
export interface ProviderNews {
  /** The same for every copy of one message. */
  readonly webhookId: string;
  /** The key of ours it is about. */
  readonly idempotencyKey: string;
  readonly about: ChargeAnswer | { readonly kind: 'refunded'; readonly reference: string };
}

/** What a message turned out to be: news, or none of ours to act on, or not by the provider, or not a message at all. */
export type HeardMessage = ProviderNews | 'notOurs' | 'forged' | 'unreadable';

/** Checks who sent a message, over its bytes as they came, and reads it. */
export type ReadNews = (headers: Readonly<Record<string, string | string[] | undefined>>, body: Buffer) => HeardMessage;

/**
 * Takes a webhook. It may come before the answer it repeats, long after, or many times: the inbox takes the copies out, the transition table
 * the rest. News of a key we do not know are acknowledged, because telling us again would not help.
 */
export class HearProvider {
  constructor(
    private readonly desk: Desk,
    private readonly advanceOrder: AdvanceOrder,
    private readonly noteCharges: NoteCharges,
  ) {}

  async run({ webhookId, idempotencyKey, about }: ProviderNews): Promise<Noted> {
    if (about.kind !== 'refunded') return this.noteCharges.run({ kind: 'news', webhookId, idempotencyKey, about });
    return this.desk.transact(async (tx) => {
      if (!(await tx.noteWebhooks([webhookId])).has(webhookId)) return { kind: 'heardBefore' };
      const refund = await tx.findRefundByKey(idempotencyKey);
      return refund ? settleRefund(tx, this.advanceOrder, refund, about.reference) : { kind: 'unknownOrder' };
    });
  }
}
