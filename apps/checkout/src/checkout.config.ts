import {
  faultPlanSetting,
  jwkSchema,
  jwksSchema,
  json,
  serviceConfig,
  setting,
  url,
  wholeNumber,
} from '@reprise/platform/config';
import { z } from 'zod';
import { faultPointNames } from './application/ports.js';

/** Settings of the checkout service. */
export const checkoutConfigSchema = z.object({
  ...serviceConfig('CHECKOUT'),
  quoteJwks: setting('CHECKOUT_QUOTE_JWKS', json(jwksSchema), {
    description: 'Public keys of pricing, as a JWK set: quotes signed by others are refused.',
    example: '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"quote-2026-01","x":"…"}]}',
  }),
  tokenPrivateJwk: setting('CHECKOUT_TOKEN_PRIVATE_JWK', json(jwkSchema), {
    description: 'Private key that order access tokens are signed with; AUTH_JWKS holds its public half.',
    example: '{"kty":"OKP","crv":"Ed25519","kid":"order-2026-01","x":"…","d":"…"}',
    secret: true,
  }),
  tokenTtlSeconds: setting('CHECKOUT_TOKEN_TTL_SECONDS', wholeNumber(60, 31_536_000).default(7_776_000), {
    description: 'How long a buyer can open an order with its token.',
    example: '7776000',
  }),
  psp: setting('CHECKOUT_PSP', z.enum(['standard', 'stripe']).default('standard'), {
    description: 'Which payment provider is spoken to: `standard` is the one of infra/psp, `stripe` is Stripe.',
    example: 'stripe',
  }),
  pspSecretKey: setting('CHECKOUT_PSP_SECRET_KEY', z.string().min(8).optional(), {
    description: 'The secret key of the Stripe account. The standard provider needs none.',
    example: 'sk_live_…',
    secret: true,
  }),
  pspUrl: setting('CHECKOUT_PSP_URL', url('http', 'https'), {
    description: 'Where the payment provider is. Of Stripe: https://api.stripe.com.',
    example: 'http://localhost:4900',
  }),
  pspTimeoutMs: setting('CHECKOUT_PSP_TIMEOUT_MS', wholeNumber(100, 60_000).default(3_000), {
    description: 'How long to wait for the provider before the payment counts as unanswered, and is asked after.',
    example: '3000',
  }),
  pspWebhookSecret: setting('CHECKOUT_PSP_WEBHOOK_SECRET', z.string().startsWith('whsec_'), {
    description: 'What the provider signs its webhooks with.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    secret: true,
  }),
  patienceSeconds: setting('CHECKOUT_PATIENCE_SECONDS', wholeNumber(1, 86_400).default(900), {
    description: 'How long an order may be undecided before it is given up, and its payment closed.',
    example: '900',
  }),
  paymentTries: setting('CHECKOUT_PAYMENT_TRIES', wholeNumber(1, 100).default(12), {
    description: 'How often a payment is charged or asked after before it is given up.',
    example: '12',
  }),
  memoryHours: setting('CHECKOUT_MEMORY_HOURS', wholeNumber(24, 8_760).default(168), {
    description:
      'How long an Idempotency-Key and the id of a webhook are remembered. A retry that comes later counts as a new request.',
    example: '168',
  }),
  stepConcurrency: setting('CHECKOUT_STEP_CONCURRENCY', wholeNumber(1, 100).default(8), {
    description: 'Orders worked on at once. More pays faster and leans harder on the provider.',
    example: '8',
  }),
  stepPollMs: setting('CHECKOUT_STEP_POLL_MS', wholeNumber(10, 60_000).default(250), {
    description: 'How often to look for steps that nobody announced: timers, and orders of a process that died.',
    example: '250',
  }),
  webhookTargets: setting('CHECKOUT_WEBHOOK_TARGETS', z.enum(['public', 'any']).default('public'), {
    description: 'Where webhooks may be sent: `public` is https to the public internet; `any` is for tests alone.',
    example: 'public',
  }),
  webhookTimeoutMs: setting('CHECKOUT_WEBHOOK_TIMEOUT_MS', wholeNumber(100, 60_000).default(10_000), {
    description: 'How long a receiver of webhooks may take to answer.',
    example: '10000',
  }),
  webhookPollMs: setting('CHECKOUT_WEBHOOK_POLL_MS', wholeNumber(10, 60_000).default(1_000), {
    description: 'How often to look for webhooks that are due.',
    example: '1000',
  }),
  webhookPatienceHours: setting('CHECKOUT_WEBHOOK_PATIENCE_HOURS', wholeNumber(1, 720).default(120), {
    description: 'How long a receiver of webhooks may take none of them before it is disabled.',
    example: '120',
  }),
  webhookMemoryHours: setting('CHECKOUT_WEBHOOK_MEMORY_HOURS', wholeNumber(24, 8_760).default(720), {
    description: 'How long what webhooks were told is kept, with every attempt, and can be replayed.',
    example: '720',
  }),
  faultPlan: faultPlanSetting('CHECKOUT', faultPointNames),
});

export type CheckoutConfig = z.output<typeof checkoutConfigSchema>;
