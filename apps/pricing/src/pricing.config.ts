import { jwkSchema, json, serviceConfig, setting, url, wholeNumber } from '@reprise/platform/config';
import { z } from 'zod';

/** Settings of the pricing service. */
export const pricingConfigSchema = z.object({
  ...serviceConfig('PRICING'),
  quotePrivateJwk: setting('PRICING_QUOTE_PRIVATE_JWK', json(jwkSchema), {
    description: 'Private key that quotes are signed with, as a JWK (OKP, Ed25519). Checkout holds its public half.',
    example: '{"kty":"OKP","crv":"Ed25519","kid":"quote-2026-01","x":"…","d":"…"}',
    secret: true,
  }),
  fxMaxAgeDays: setting('PRICING_FX_MAX_AGE_DAYS', wholeNumber(0, 60).default(3), {
    description:
      'TARGET business days an exchange rate may have missed and still be used for proposals. More hides that nobody imports rates; fewer stops proposals when an import is a day late.',
    example: '3',
  }),
  fxJumpPpm: setting('PRICING_FX_JUMP_PPM', wholeNumber(1_000, 1_000_000).default(50_000), {
    description:
      'Change of a rate from one day to the next, in parts per million, that is flagged for somebody to look at. Days like 15 January 2015, when the franc rose by a seventh, are to stand out and ordinary ones not.',
    example: '50000',
  }),
  quoteLifetimeSeconds: setting('PRICING_QUOTE_LIFETIME_SECONDS', wholeNumber(60, 86_400).default(900), {
    description:
      'How long a quote locks its prices. Longer binds sellers to prices they have left; shorter loses buyers whose bank is slow.',
    example: '900',
  }),
  settlePricesSeconds: setting('PRICING_SETTLE_PRICES_SECONDS', wholeNumber(0, 86_400).default(600), {
    description:
      'How long prices of a bulk file are known by their pack alone before each offer is said whole. Longer spares offers that change again soon; shorter leaves less to read for a gateway that begins anew.',
    example: '600',
  }),
  taxProvider: setting('PRICING_TAX_PROVIDER', z.enum(['tables', 'stripe']).default('tables'), {
    description:
      'Who works sales tax out where a market has it: our own tables and imported rate files, or Stripe Tax. VAT is ours either way.',
    example: 'tables',
  }),
  stripeApiKey: setting('PRICING_STRIPE_API_KEY', z.string().min(8).optional(), {
    description: 'Secret key of the Stripe account that reports the tax. Needed with PRICING_TAX_PROVIDER=stripe.',
    example: 'sk_live_…',
    secret: true,
  }),
  stripeUrl: setting('PRICING_STRIPE_URL', url('http', 'https').default('https://api.stripe.com'), {
    description: 'Where the API of Stripe is.',
    example: 'https://api.stripe.com',
  }),
  taxTimeoutMs: setting('PRICING_TAX_TIMEOUT_MS', wholeNumber(100, 30_000).default(1_500), {
    description:
      'How long a quote waits for the tax service. Longer keeps buyers waiting; shorter lets our own tables answer more often.',
    example: '1500',
  }),
  taxWhenUnanswered: setting('PRICING_TAX_WHEN_UNANSWERED', z.enum(['tables', 'refuse']).default('tables'), {
    description:
      'What a quote does when the tax service does not answer: take our own tables and say so, or be refused until it does.',
    example: 'tables',
  }),
  viesUrl: setting('PRICING_VIES_URL', url('http', 'https').optional(), {
    description:
      'REST API of the registry of VAT numbers. Unset: nobody is asked, and each market’s tax.vatIdProof says what makes a number count.',
    example: 'https://ec.europa.eu/taxation_customs/vies/rest-api',
  }),
  viesRequesterVatId: setting(
    'PRICING_VIES_REQUESTER_VAT_ID',
    z
      .string()
      .regex(/^[A-Z]{2}[A-Z0-9]{2,13}$/, 'must be a VAT number without blanks')
      .optional(),
    {
      description:
        'Our own VAT number. With it the registry gives a consultation number, which proves to an auditor that it was asked.',
      example: 'FR40303265045',
    },
  ),
  viesTimeoutMs: setting('PRICING_VIES_TIMEOUT_MS', wholeNumber(100, 30_000).default(3_000), {
    description:
      'How long a quote waits for the registry. Longer keeps buyers waiting; shorter taxes more businesses as consumers or takes their check digits for it.',
    example: '3000',
  }),
});

export type PricingConfig = z.output<typeof pricingConfigSchema>;
