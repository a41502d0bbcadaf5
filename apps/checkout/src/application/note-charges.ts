import type { OrderId } from '@reprise/kernel';
import type { Advance, AdvanceOrder, Happened, SagaEvent } from './advance-order.js';
import { chargeEventOf } from './charge-event.js';
import type { ChargeAnswer, Desk, DeskTx } from './ports.js';
import { Together } from './together.js';

/** A word on a charge of ours: what came of our asking, or what the provider says of its own accord. */
export type ChargeWord = { readonly idempotencyKey: string } & (
  | { readonly kind: 'event'; readonly orderId: OrderId; readonly event: SagaEvent }
  | { readonly kind: 'news'; readonly webhookId: string; readonly about: ChargeAnswer }
);

export type Noted = Advance | { readonly kind: 'heardBefore' };

/**
 * Notes what became of charges, many in one transaction. An answer and the webhook that repeats it come within milliseconds of each other: here the
 * second waits for the first instead of for its row lock.
 */
export class NoteCharges {
  private readonly together: Together<ChargeWord, Noted>;

  constructor(
    desk: Desk,
    private readonly advanceOrder: AdvanceOrder,
  ) {
    this.together = new Together((words) => desk.transact((tx) => this.noteAll(tx, words)), {
      ...{ batches: 2, most: 50 },
      apart: ({ idempotencyKey }) => idempotencyKey,
    });
  }

  run(word: ChargeWord): Promise<Noted> {
    return this.together.run(word);
  }

  private async noteAll(tx: DeskTx, words: readonly ChargeWord[]): Promise<Noted[]> {
    const news = words.filter((word) => word.kind === 'news');
    const fresh = news.length === 0 ? new Set() : await tx.noteWebhooks(news.map(({ webhookId }) => webhookId));
    const told = news.filter(({ webhookId }) => fresh.has(webhookId));
    const payments = told.length === 0 ? [] : await tx.findPaymentsByKey(told.map((word) => word.idempotencyKey));
    const paymentOf = new Map(payments.map((payment) => [payment.idempotencyKey, payment]));
    const happened = new Map<ChargeWord, Happened>();
    for (const word of words) {
      if (word.kind === 'event') happened.set(word, word);
      else if (fresh.has(word.webhookId)) {
        const payment = paymentOf.get(word.idempotencyKey);
        if (!payment) continue;
        happened.set(word, { orderId: payment.orderId, event: chargeEventOf(word.about, payment.amount) });
      }
    }
    const advances = await this.advanceOrder.runAll(tx, [...happened.values()]);
    const advanceOf = new Map([...happened.keys()].map((word, i) => [word, advances[i]]));
    return words.map((word) => {
      if (word.kind === 'news' && !fresh.has(word.webhookId)) return { kind: 'heardBefore' };
      // News of a key we do not know.
      return advanceOf.get(word) ?? { kind: 'unknownOrder' };
    });
  }
}
