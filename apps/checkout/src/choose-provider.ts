import type { ReadNews } from './application/hear-provider.js';
import type { PaymentProvider } from './application/ports.js';
import type { CheckoutConfig } from './checkout.config.js';
import { HttpPaymentProvider } from './outbound/provider/http-payment-provider.js';
import { standardNews } from './outbound/provider/standard-news.js';
import { stripeNews } from './outbound/provider/stripe-news.js';
import { stripeClient, StripePaymentProvider } from './outbound/provider/stripe-payment-provider.js';

/** A payment provider: how it is asked, and how it is heard. */
export interface ChosenProvider {
  readonly provider: PaymentProvider;
  readonly readNews: ReadNews;
  /** Longest one question may take, all its calls together. */
  readonly longestMs: number;
}

/** Stripe is asked with this many calls for one charge, one after the other. */
const stripeCalls = 3;

/** The provider the settings name. */
export function chooseProvider(config: CheckoutConfig): ChosenProvider {
  const { psp, pspUrl: url, pspTimeoutMs: timeoutMs, pspSecretKey: secretKey, pspWebhookSecret: secret } = config;
  if (psp === 'standard') {
    return { provider: new HttpPaymentProvider(url, timeoutMs), readNews: standardNews(secret), longestMs: timeoutMs };
  }
  if (secretKey === undefined) throw new Error('CHECKOUT_PSP_SECRET_KEY must be set when CHECKOUT_PSP is stripe');
  const provider = new StripePaymentProvider(stripeClient({ url, secretKey, timeoutMs }));
  return { provider, readNews: stripeNews(secret), longestMs: stripeCalls * timeoutMs };
}
