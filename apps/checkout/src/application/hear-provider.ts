import type { AdvanceOrder, Advance } from './advance-order.js';
import { chargeEventOf } from './charge-event.js';
import type { ChargeAnswer, Desk, DeskTx } from './ports.js';
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
  ) {}

  async run(news: ProviderNews): Promise<Advance | { readonly kind: 'heardBefore' }> {
    return this.desk.transact(async (tx) => {
      if (!(await tx.noteWebhook(news.webhookId))) return { kind: 'heardBefore' };
      return this.apply(tx, news);
    });
  }

  private async apply(tx: DeskTx, { idempotencyKey, about }: ProviderNews): Promise<Advance> {
    if (about.kind === 'refunded') {
      const refund = await tx.findRefundByKey(idempotencyKey);
      return refund ? settleRefund(tx, this.advanceOrder, refund, about.reference) : { kind: 'unknownOrder' };
    }
    const orderId = await tx.findOrderByPaymentKey(idempotencyKey);
    const payment = orderId && (await tx.findPayment(orderId));
    if (!payment) return { kind: 'unknownOrder' };
    return this.advanceOrder.run(tx, orderId, chargeEventOf(about, payment.amount));
  }
}
