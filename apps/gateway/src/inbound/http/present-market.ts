import type { marketSchema } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { Market } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';

/** A market as a storefront reads it. */
export function presentMarket(
  market: Market,
  locale: string,
  gatewayUrl: string | undefined,
): z.input<typeof marketSchema> {
  const { definition } = market;
  return {
    code: market.code,
    name: new Voice(definition, locale).say(definition.name, 'name'),
    status: market.status,
    region: definition.region,
    currency: definition.currency,
    defaultLocale: definition.defaultLocale,
    locales: definition.locales.map((entry) => entry.locale),
    fallbackLocales: Object.fromEntries(definition.locales.map((entry) => [entry.locale, entry.fallback])),
    taxInclusive: definition.taxInclusive,
    countries: definition.countries,
    paymentMethods: definition.payments.map((payment) => payment.method),
    shippingMethods: definition.shipping.map((method) => method.id),
    ...(gatewayUrl !== undefined && { gatewayUrl }),
  };
}
