import type { Money } from '@reprise/kernel';
import { Money as MoneyValue } from '@reprise/kernel';
import type { ProviderNews } from '../../apps/checkout/src/application/hear-provider.ts';
import type { ChargeAnswer, Payment, PaymentProvider, Refund } from '../../apps/checkout/src/application/ports.ts';
import type { Bugs } from './bugs.ts';
import type { Life, World } from './world.ts';

type Made = Exclude<ChargeAnswer, { kind: 'notFound' } | { kind: 'unanswered' }>;

/** What moved, as the provider wrote it down: the truth nobody of ours can change. */
export interface LedgerEntry {
  readonly kind: 'charge' | 'refund';
  readonly orderId: string;
  readonly amount: Money;
}

/** A provider that answers one key always alike, if it answers; requests get lost, come late, or act without a word, and webhooks come as they like. */
export class SimulatedProvider {
  readonly ledger: LedgerEntry[] = [];
  /** Takes a webhook to whoever of checkout is there. */
  tell: (news: ProviderNews) => void = () => undefined;
  readonly #charges = new Map<string, Made>();
  readonly #refunds = new Map<string, string>();
  readonly #world: World;
  readonly #bugs: Bugs;
  #numbers = 0;

  constructor(world: World, bugs: Bugs) {
    this.#world = world;
    this.#bugs = bugs;
  }

  /** The provider as one process sees it. */
  portOf(life: Life): PaymentProvider {
    const charged = (what: string, act: () => ChargeAnswer): Promise<ChargeAnswer> =>
      this.#call(life, what, act).then((answer) => answer ?? this.#unanswered());
    return {
      charge: (payment) => charged('charge', () => this.#charge(payment)),
      find: (payment) =>
        charged('find', () => this.#charges.get(payment.idempotencyKey) ?? ({ kind: 'notFound' } as const)),
      close: (payment) => charged('close', () => this.#close(payment)),
      refund: (refund) =>
        this.#call(life, 'refund', () => this.#refund(refund)).then((reference) =>
          reference === undefined ? { kind: 'unanswered', why: 'timeout' } : { kind: 'refunded', reference },
        ),
    };
  }

  #unanswered(): ChargeAnswer {
    return this.#bugs.timeoutMeansDeclined === true
      ? { kind: 'declined', code: 'timeout' }
      : { kind: 'unanswered', why: 'timeout' };
  }

  /** Undefined when no answer came, whatever was done. */
  async #call<Answer>(life: Life, what: string, act: () => Answer): Promise<Answer | undefined> {
    await this.#world.step(life, `asks the provider: ${what}`);
    if (this.#world.mishap(0.12)) return undefined;
    if (this.#world.mishap(0.12)) {
      const lateMs = this.#world.random.between(1, 6_000);
      void this.#world.sleep(this.#world.eternal, lateMs, `a late request: ${what}`).then(act);
      return undefined;
    }
    const answer = act();
    await this.#world.step(life, `the provider answers: ${what}`);
    return this.#world.mishap(0.12) ? undefined : answer;
  }

  #charge({ idempotencyKey, orderId, amount, token }: Payment): ChargeAnswer {
    const before = this.#charges.get(idempotencyKey);
    if (before !== undefined) return before;
    const made = this.#decide(token, amount);
    this.#charges.set(idempotencyKey, made);
    if (made.kind === 'succeeded') this.ledger.push({ kind: 'charge', orderId, amount: made.amount });
    this.#announce({ idempotencyKey, about: made });
    return made;
  }

  #decide(token: string | undefined, amount: Money): Made {
    if (token === 'tok_decline') return { kind: 'declined', code: 'card_declined' };
    const charged = token === 'tok_other_amount' ? MoneyValue.ofMinor(amount.minor - 1n, amount.currency) : amount;
    return { kind: 'succeeded', reference: `ch_${(this.#numbers += 1)}`, amount: charged };
  }

  #close({ idempotencyKey }: Payment): ChargeAnswer {
    const made = this.#charges.get(idempotencyKey) ?? { kind: 'voided' };
    this.#charges.set(idempotencyKey, made);
    return made;
  }

  #refund({ idempotencyKey, orderId, amount }: Refund): string {
    const before = this.#refunds.get(idempotencyKey);
    if (before !== undefined) return before;
    const reference = `re_${(this.#numbers += 1)}`;
    this.#refunds.set(idempotencyKey, reference);
    this.ledger.push({ kind: 'refund', orderId, amount });
    this.#announce({ idempotencyKey, about: { kind: 'refunded', reference } });
    return reference;
  }

  /** Never, once or twice; before the answer or long after. */
  #announce(news: Omit<ProviderNews, 'webhookId'>): void {
    const webhookId = `wh_${(this.#numbers += 1)}`;
    const copies = this.#world.stormy ? this.#world.random.between(0, 2) : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const afterMs = this.#world.random.between(0, 3_000);
      void this.#world
        .sleep(this.#world.eternal, afterMs, `a webhook: ${news.about.kind}`)
        .then(() => this.tell({ ...news, webhookId }));
    }
  }
}
