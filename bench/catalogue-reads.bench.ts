import { createRequire } from 'node:module';
import fastify from 'fastify';
import pg from 'pg';
import { operations } from '@reprise/contracts/http';
import { createHttpApp, sessionCookie, tokenVerifier } from '@reprise/platform/http';
import { Metrics, createLogger } from '@reprise/platform/telemetry';
import type * as EnterMarketModule from '../apps/gateway/src/application/enter-market.ts';
import type * as NegotiateLocaleModule from '../apps/gateway/src/application/negotiate-locale.ts';
import type * as PageAddressModule from '../apps/gateway/src/application/page-address.ts';
import type * as OpsEventsModule from '../apps/gateway/src/inbound/http/ops-events.ts';
import type * as EventStreamsModule from '../apps/gateway/src/inbound/http/event-streams.ts';
import type * as GatewayModuleModule from '../apps/gateway/src/gateway.module.ts';
import type * as EnterModule from '../apps/gateway/src/inbound/http/enter.ts';
import type * as ReadyReadsModule from '../apps/gateway/src/inbound/http/ready-reads.ts';
import type * as RenderedCacheModule from '../apps/gateway/src/inbound/http/rendered-cache.ts';
import type { Bench, Contestant } from './bench.ts';
import { buildShop } from './build-shop.ts';
import type { Shop } from './build-shop.ts';
import { loadBuilt } from './load-built.ts';
import { fillProductText, findProducts } from './postgres-search.ts';
import { readRelevanceQueries } from './relevance/score-relevance.ts';
import type { Stage } from './stage.ts';

/** What we use of autocannon, which ships no types. Its workers are threads that ask, so that asking takes no turn of our event loop. */
type Autocannon = (options: {
  readonly url: string;
  readonly connections: number;
  readonly duration: number;
  readonly workers: number;
}) => Promise<{ readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number }>;
const autocannon = createRequire(import.meta.url)('autocannon') as Autocannon;

const offers = 50_000;
const page = '/v1/markets/fr/products/apple-iphone-13';
const list = '/v1/markets/fr/products';
const facets = '?brand=Apple,Samsung&grade=GOOD,EXCELLENT&priceMax=800&sort=price';
const queriesEach = 100;
/** Answered by asking every service, which are not here. */
const gathered = ['listDeadLetters', 'getReadiness'];

export const bench: Bench = {
  about: `Storefront reads with ${offers} offers of the real catalogue in every market of a region, beside a bare Fastify that sends the same bytes.`,
  rounds: 5,
  async prepare(stage) {
    const shop = await buildShop(stage, offers);
    const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    const cached = await listen(stage, shop, 48 * 2 ** 20);
    const uncached = await listen(stage, shop, 0);
    const floor = await listenBare(stage, [page, list + facets], cached);
    const { urlOf } = await stage.postgres({ durable: false });
    const pool = new pg.Pool({ connectionString: urlOf('catalog'), max: 1 });
    // The cluster stops as soon as the bench is over, whatever still closes.
    pool.on('error', () => undefined);
    stage.onClose(() => pool.end());
    await fillProductText(pool, shop.products);
    const bare = (path: string): Contestant => ({
      what: 'bare Fastify, the same bytes',
      round: () => rate(floor + path),
    });
    const seen = { markets: shop.markets.length, foldedSeconds: shop.foldedSeconds.toFixed(1), rssMb };
    const shared = { unit: 'requests/s', better: 'higher' } as const;
    return [
      {
        ...shared,
        label: 'product page',
        ours: { what: 'gateway', round: async () => ({ value: await rate(cached + page), seen }) },
        floor: bare(page),
        target: { ratio: 0.8 },
      },
      {
        ...shared,
        label: 'listing with facets',
        ours: { what: 'gateway', round: () => rate(cached + list + facets) },
        floor: bare(list + facets),
        target: { ratio: 0.3 },
      },
      {
        ...shared,
        label: 'listing, 100 price changes/s',
        ours: { what: 'gateway', round: () => whileRepricing(shop, () => rate(cached + list + facets)) },
        floor: bare(list + facets),
        target: { ratio: 0.3 },
      },
      {
        ...shared,
        label: 'listing never kept',
        ours: { what: 'gateway without its cache', round: () => rate(uncached + list + facets) },
        floor: bare(list + facets),
        target: { ours: 200 },
      },
      {
        unit: 'searches/s',
        better: 'higher',
        label: 'search with facets',
        ours: { what: 'embedded index, facets and all', round: () => searchRate(shop) },
        floor: { what: 'bare PostgreSQL GIN query, no facets', round: () => postgresRate(pool) },
        target: { ratio: 1 },
      },
    ];
  },
};

/** The gateway as it runs, but for Kafka and the services behind it: neither takes part in a read. */
async function listen(stage: Stage, { model, index }: Shop, cacheBytes: number): Promise<string> {
  const { EnterMarket } = await loadBuilt<typeof EnterMarketModule>('apps/gateway', 'application/enter-market');
  const { NegotiateLocale } = await loadBuilt<typeof NegotiateLocaleModule>(
    'apps/gateway',
    'application/negotiate-locale',
  );
  const { GatewayModule } = await loadBuilt<typeof GatewayModuleModule>('apps/gateway', 'gateway.module');
  const { Door } = await loadBuilt<typeof EnterModule>('apps/gateway', 'inbound/http/enter');
  const { RenderedCache } = await loadBuilt<typeof RenderedCacheModule>('apps/gateway', 'inbound/http/rendered-cache');
  const { EventStreams } = await loadBuilt<typeof EventStreamsModule>('apps/gateway', 'inbound/http/event-streams');
  const { OpsEvents } = await loadBuilt<typeof OpsEventsModule>('apps/gateway', 'inbound/http/ops-events');
  const { PageAddress } = await loadBuilt<typeof PageAddressModule>('apps/gateway', 'application/page-address');
  const { ReadyReads } = await loadBuilt<typeof ReadyReadsModule>('apps/gateway', 'inbound/http/ready-reads');
  const authJwks = { keys: [] };
  const cache = new RenderedCache(cacheBytes);
  const ready = new ReadyReads(cache);
  const config = {
    region: 'eu',
    httpHost: '127.0.0.1',
    httpPort: 0,
    logLevel: 'error',
    authJwks,
    checkAnswers: false,
    corsOrigins: [],
  } as const;
  const parts = {
    door: new Door(new EnterMarket(model, 'eu', {}), tokenVerifier(authJwks), () => true),
    negotiate: new NegotiateLocale(),
    shelf: model,
    index,
    ...{ cache, ready, address: new PageAddress('https://shop.example/{market}/{locale}/products/{slug}') },
    streams: new EventStreams(new OpsEvents('bench')),
    desk: { region: 'eu', cookie: sessionCookie('eu', true), verify: tokenVerifier(authJwks) },
  };
  const app = await createHttpApp(GatewayModule.with(parts), {
    service: 'gateway',
    findReady: ready.find,
    // Counted as ever, and never too many.
    rateLimit: { windowSeconds: 60, reads: 100_000_000, writes: 60_000, trustedProxies: [] },
    config: config as never,
    logger: createLogger({ service: 'gateway', region: 'eu', level: 'error' }),
    metrics: new Metrics({ service: 'gateway', region: 'eu' }),
    // What the gateway answers from its own memory alone.
    operations: operations.filter(({ owner, id }) => owner === 'gateway' && !gathered.includes(id)),
    checks: [],
  });
  const { url } = await app.listen(0);
  stage.onClose(() => app.close());
  return url;
}

/** The least that could answer: the bytes ours gave, with their headers. */
async function listenBare(stage: Stage, paths: readonly string[], ours: string): Promise<string> {
  const server = fastify();
  for (const path of paths) {
    const answered = await fetch(ours + path);
    if (answered.status !== 200) throw new Error(`${path} answered ${answered.status}`);
    const body = Buffer.from(await answered.arrayBuffer());
    const etag = answered.headers.get('etag') ?? '';
    const [route = ''] = path.split('?');
    server.get(route, (_, reply) => {
      reply.header('content-type', 'application/json; charset=utf-8').header('etag', etag).send(body);
    });
  }
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  stage.onClose(() => server.close());
  return url;
}

/** Requests a second, asked from a thread of its own. */
async function rate(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: 16, duration: 1, workers: 1 });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.average;
}

const version = { next: 2 };

async function whileRepricing(shop: Shop, measure: () => Promise<number>): Promise<number> {
  const timer = setInterval(() => {
    const at = version.next++;
    shop.model.fold([shop.reprice((at * 101) % offers, at)], []);
  }, 10);
  try {
    return await measure();
  } finally {
    clearInterval(timer);
  }
}

const queries = readRelevanceQueries().slice(0, queriesEach);

function searchRate({ index }: Shop): number {
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < 500)
    for (const { text } of queries) {
      index.search({ market: 'fr', text, locale: 'fr-FR', availability: 'buyable', sort: 'relevance', limit: 24 });
      done++;
    }
  return (done * 1_000) / (performance.now() - startedAt);
}

async function postgresRate(pool: pg.Pool): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < 500)
    for (const { text } of queries) {
      await findProducts(pool, text, 24);
      done++;
    }
  return (done * 1_000) / (performance.now() - startedAt);
}
