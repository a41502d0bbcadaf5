import { currencyOf, Money } from '@reprise/kernel';
import Stripe from 'stripe';
import type { ChargeAnswer, Payment, PaymentProvider, Refund, RefundAnswer } from '../../application/ports.js';

/** Where and as whom Stripe is called. */
export interface StripeSettings {
  readonly url: string;
  readonly secretKey: string;
  /** Of one call; a charge makes three. */
  readonly timeoutMs: number;
}

/** What `metadata` of a payment intent and a refund holds our key under: webhooks are told apart by it. */
export const keyInMetadata = 'idempotency_key';

/** A client that makes each call once: trying again is the saga's, which knows how long an order may wait. */
export function stripeClient({ url, secretKey, timeoutMs }: StripeSettings): Stripe {
  const { hostname, port, protocol } = new URL(url);
  return new Stripe(secretKey, {
    host: hostname,
    ...(port !== '' && { port: Number(port) }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

/**
 * Stripe, by payment intents with manual capture: made (moves nothing), confirmed (authorises), captured; or cancelled, which voids. Each call carries
 * a key derived from ours, so repeating all three repeats answers and moves nothing twice. Stripe cannot be asked by key, but making the intent
 * again with the same key answers which intent it is, and that one can be asked. Keys are kept for 24 hours there, longer than an order may be
 * undecided here.
 */
export class StripePaymentProvider implements PaymentProvider {
  constructor(private readonly stripe: Stripe) {}

  charge(payment: Payment): Promise<ChargeAnswer> {
    const { idempotencyKey } = payment;
    return answered(async () => {
      const intent = await this.intentOf(payment);
      // Whoever pays is not here to be asked: what needs them is a refusal, at once.
      const confirmed = await this.stripe.paymentIntents.confirm(
        intent.id,
        { error_on_requires_action: true },
        { idempotencyKey: `${idempotencyKey}:confirm` },
      );
      if (confirmed.status !== 'requires_capture') return chargeOfIntent(confirmed);
      const options = { idempotencyKey: `${idempotencyKey}:capture` };
      return chargeOfIntent(await this.stripe.paymentIntents.capture(intent.id, {}, options));
    });
  }

  find(payment: Payment): Promise<ChargeAnswer> {
    return answered(async () => {
      const { id } = await this.intentOf(payment);
      const intent = await this.stripe.paymentIntents.retrieve(id);
      // Authorised and not captured: charging again goes on from there.
      return intent.status === 'requires_capture' ? { kind: 'notFound' } : chargeOfIntent(intent);
    });
  }

  close(payment: Payment): Promise<ChargeAnswer> {
    return answered(async () => {
      const { id } = await this.intentOf(payment);
      try {
        const options = { idempotencyKey: `${payment.idempotencyKey}:cancel` };
        return chargeOfIntent(await this.stripe.paymentIntents.cancel(id, {}, options));
      } catch (error) {
        if (codeOf(error) !== 'payment_intent_unexpected_state') throw error;
        // Captured, or cancelled, before we came.
        return chargeOfIntent(await this.stripe.paymentIntents.retrieve(id));
      }
    });
  }

  async refund({ idempotencyKey, chargeReference, amount }: Refund): Promise<RefundAnswer> {
    try {
      const made = await this.stripe.refunds.create(
        {
          payment_intent: chargeReference,
          amount: Number(amount.minor),
          metadata: { [keyInMetadata]: idempotencyKey },
        },
        { idempotencyKey },
      );
      // A repeated request is answered as the first was; only asking tells what became of it.
      const refund = made.status === 'pending' ? await this.stripe.refunds.retrieve(made.id) : made;
      if (refund.status === 'succeeded') return { kind: 'refunded', reference: refund.id };
      return { kind: 'unanswered', why: `refund ${refund.status ?? 'without a status'}` };
    } catch (error) {
      return { kind: 'unanswered', why: whyOf(error) };
    }
  }

  private intentOf({ orderId, idempotencyKey, amount, token = '' }: Payment): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.create(
      {
        amount: Number(amount.minor),
        currency: amount.currency.toLowerCase(),
        capture_method: 'manual',
        payment_method: token,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { [keyInMetadata]: idempotencyKey, order: orderId },
      },
      { idempotencyKey },
    );
  }
}

/** What a payment intent means to us. */
export function chargeOfIntent(intent: Stripe.PaymentIntent): ChargeAnswer {
  switch (intent.status) {
    case 'succeeded': {
      const currency = currencyOf(intent.currency.toUpperCase());
      if (currency === undefined) return { kind: 'unanswered', why: `charged in ${intent.currency}` };
      const amount = Money.ofMinor(BigInt(intent.amount_received), currency);
      return { kind: 'succeeded', reference: intent.id, amount };
    }
    case 'canceled':
      return { kind: 'voided' };
    case 'requires_confirmation':
      return { kind: 'notFound' };
    case 'requires_action':
      return { kind: 'declined', code: 'authentication_required' };
    case 'requires_payment_method': {
      const { last_payment_error: refusal } = intent;
      if (!refusal) return { kind: 'notFound' };
      return { kind: 'declined', code: refusalCode(refusal.decline_code, refusal.code) };
    }
    default:
      return { kind: 'unanswered', why: intent.status };
  }
}

/** Declined is a clear word; every other failure leaves open what was done. */
async function answered(ask: () => Promise<ChargeAnswer>): Promise<ChargeAnswer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      return { kind: 'declined', code: refusalCode(error.decline_code, error.code) };
    }
    return { kind: 'unanswered', why: whyOf(error) };
  }
}

/** The bank's reason before Stripe's. The SDK writes an absent one as an empty text. */
function refusalCode(...codes: readonly (string | undefined)[]): string {
  return codes.find((code) => code !== undefined && code !== '') ?? 'declined';
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Stripe.errors.StripeError ? error.code : undefined;
}

function whyOf(error: unknown): string {
  if (error instanceof Stripe.errors.StripeError) return error.code ?? error.type;
  return error instanceof Error ? error.name : 'unknown';
}
