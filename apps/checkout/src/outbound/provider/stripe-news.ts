import Stripe from 'stripe';
import type { HeardMessage, ReadNews } from '../../application/hear-provider.js';
import { chargeOfIntent, keyInMetadata } from './stripe-payment-provider.js';

/** A message older than this is refused, so that one that was caught on its way cannot be sent again later. */
const toleranceSeconds = 300;

/** Reads Stripe's webhooks: signed over the bytes as they came, with the time in the signature. */
export function stripeNews(secret: string): ReadNews {
  return (headers, body) => {
    const signature = headers['stripe-signature'];
    if (typeof signature !== 'string') return 'forged';
    try {
      return newsOf(Stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds));
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return 'forged';
      if (error instanceof SyntaxError) return 'unreadable';
      throw error;
    }
  };
}

function newsOf(event: Stripe.Event): HeardMessage {
  const { id: webhookId } = event;
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled': {
      const idempotencyKey = event.data.object.metadata[keyInMetadata];
      if (idempotencyKey === undefined) return 'notOurs';
      return { webhookId, idempotencyKey, about: chargeOfIntent(event.data.object) };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'charge.refund.updated': {
      const { id: reference, status, metadata } = event.data.object;
      const idempotencyKey = metadata?.[keyInMetadata];
      if (idempotencyKey === undefined || status !== 'succeeded') return 'notOurs';
      return { webhookId, idempotencyKey, about: { kind: 'refunded', reference } };
    }
    default:
      return 'notOurs';
  }
}
