import { jwkSchema, json, serviceConfig, setting, wholeNumber } from '@reprise/platform/config';
import { z } from 'zod';

/** Settings of the pricing service. */
export const pricingConfigSchema = z.object({
  ...serviceConfig('PRICING'),
  quotePrivateJwk: setting('PRICING_QUOTE_PRIVATE_JWK', json(jwkSchema), {
    description: 'Private key that quotes are signed with, as a JWK (OKP, Ed25519). Checkout holds its public half.',
    example: '{"kty":"OKP","crv":"Ed25519","kid":"quote-2026-01","x":"…","d":"…"}',
    secret: true,
  }),
  quoteLifetimeSeconds: setting('PRICING_QUOTE_LIFETIME_SECONDS', wholeNumber(60, 86_400).default(900), {
    description:
      'How long a quote locks its prices. Longer binds sellers to prices they have left; shorter loses buyers whose bank is slow.',
    example: '900',
  }),
});

export type PricingConfig = z.output<typeof pricingConfigSchema>;
