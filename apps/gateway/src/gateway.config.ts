import { json, list, processConfig, setting, url, wholeNumber, yesOrNo } from '@reprise/platform/config';
import { z } from 'zod';

const serviceUrl = (service: string, port: string) =>
  setting(`GATEWAY_${service.toUpperCase()}_URL`, url('http'), {
    description: `Where ${service} answers, without a path. Down, its own calls answer 503 and no others.`,
    example: `http://127.0.0.1:${port}`,
  });

/** The settings of a gateway process. It has no database. */
export const gatewayConfig = z.object({
  ...processConfig('GATEWAY'),
  stateDir: setting('GATEWAY_STATE_DIR', z.string().min(1), {
    description:
      'Directory of the folded read model. Lost, it is rebuilt from Kafka; kept, a start takes seconds and needs no Kafka.',
    example: '/var/lib/reprise/gateway',
  }),
  publicUrls: setting('GATEWAY_PUBLIC_URLS', json(z.record(z.string(), z.url({ protocol: /^https?$/ }))), {
    description:
      'Address of each region’s gateway as callers reach it, so that who came to the wrong one is told where to go.',
    example: '{"eu":"https://eu.api.shop.example","us":"https://us.api.shop.example"}',
  }),
  storefrontUrl: setting(
    'GATEWAY_STOREFRONT_URL',
    z
      .string()
      .regex(/^https?:\/\/[^\s"<>]+$/, 'a URL that begins with https:// or http://')
      .refine((template) => template.includes('{slug}'), 'has no {slug}: every product would have one page')
      .default('http://127.0.0.1:4400/{market}/{locale}/products/{slug}'),
    {
      description:
        'Where shoppers see a product: a template with {market}, {locale} and {slug}, which sitemaps, feeds and structured data tell search engines. Wrong, they send people nowhere.',
      example: 'https://shop.example/{market}/{locale}/products/{slug}',
    },
  ),
  catalogUrl: serviceUrl('catalog', '4110'),
  pricingUrl: serviceUrl('pricing', '4111'),
  inventoryUrl: serviceUrl('inventory', '4112'),
  checkoutUrl: serviceUrl('checkout', '4113'),
  financeUrl: serviceUrl('finance', '4114'),
  corsOrigins: setting('GATEWAY_CORS_ORIGINS', list(z.url({ protocol: /^https?$/ })).default([]), {
    description:
      'Browser origins that may send tokens and commands: our storefronts and console. Anybody may read what is public.',
    example: 'https://shop.example,https://console.example',
  }),
  rateLimitReads: setting('GATEWAY_RATE_LIMIT_READS', wholeNumber(0, 100_000_000).default(600_000), {
    description:
      'Reads one caller may make in a window; 0 for no limit. A storefront that renders on its server asks for all its shoppers from one address: too few stop the shop, many slow no scraper down.',
    example: '600000',
  }),
  rateLimitWrites: setting('GATEWAY_RATE_LIMIT_WRITES', wholeNumber(0, 100_000_000).default(60_000), {
    description: 'Calls that may change something, for one caller in a window; 0 for no limit.',
    example: '60000',
  }),
  rateLimitWindowSeconds: setting('GATEWAY_RATE_LIMIT_WINDOW_SECONDS', wholeNumber(1, 3_600).default(60), {
    description: 'The window. Longer lets a burst be larger, and who spent it waits longer.',
    example: '60',
  }),
  trustedProxies: setting(
    'GATEWAY_TRUSTED_PROXIES',
    list(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).default([]),
    {
      description:
        'Addresses and networks of our own proxies, whose X-Forwarded-For says where a call comes from. Left out behind a proxy, all callers share one rate; too wide, callers say themselves who they are.',
      example: '10.0.0.0/8',
    },
  ),
  sessionSecure: setting('GATEWAY_SESSION_SECURE', yesOrNo().default(true), {
    description:
      'Whether the cookie of a signed-in browser needs TLS. `false` is for a machine of one’s own: without TLS everybody on the way can take it.',
    example: 'true',
  }),
  openSearchUrl: setting('GATEWAY_OPENSEARCH_URL', url('http', 'https').optional(), {
    description:
      'An OpenSearch server that searches instead of this process, with user and password if it asks for them. Left out, search needs no server.',
    example: 'https://user:password@search.internal:9200',
    secret: true,
  }),
  openSearchIndex: setting(
    'GATEWAY_OPENSEARCH_INDEX',
    z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,80}$/, 'lower-case letters, digits and hyphens')
      .default('reprise-products'),
    {
      description: 'Index of this region’s products. Made if missing; a changed mapping needs a new name.',
      example: 'reprise-eu-1',
    },
  ),
  openSearchTimeoutMs: setting('GATEWAY_OPENSEARCH_TIMEOUT_MS', wholeNumber(50, 10_000).default(1_000), {
    description:
      'Longest wait for the search server. Longer holds shoppers at a slow one; shorter turns away who would have been answered.',
    example: '1000',
  }),
  cacheBytes: setting('GATEWAY_CACHE_BYTES', wholeNumber(0, 1_073_741_824).default(50_331_648), {
    description:
      'Memory for answers already rendered. More keeps more pages ready; less renders them anew, some tenths of a millisecond each.',
    example: '50331648',
  }),
  commandTimeoutMs: setting('GATEWAY_COMMAND_TIMEOUT_MS', wholeNumber(100, 60_000).default(10_000), {
    description:
      'Longest wait for a service. Longer holds callers at a slow service; shorter gives up on work that may still succeed.',
    example: '10000',
  }),
  orderTimeoutMs: setting('GATEWAY_ORDER_TIMEOUT_MS', wholeNumber(1_000, 120_000).default(40_000), {
    description: 'Longest wait for checkout, above the 30 seconds a caller may ask to wait for an order’s outcome.',
    example: '40000',
  }),
  uploadTimeoutMs: setting('GATEWAY_UPLOAD_TIMEOUT_MS', wholeNumber(10_000, 1_800_000).default(1_800_000), {
    description: 'Longest wait for an upload of many rows.',
    example: '1800000',
  }),
});

export type GatewayConfig = Readonly<z.output<typeof gatewayConfig>>;
