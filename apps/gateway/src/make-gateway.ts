import type { ServiceName } from '@reprise/contracts/events';
import { buildOpenApi, operations } from '@reprise/contracts/http';
import { NotReady, ServiceClient, createHttpApp, sessionCookie, tokenVerifier } from '@reprise/platform/http';
import type { HttpApp, ShutdownStep } from '@reprise/platform/http';
import type { Logger } from '@reprise/platform/telemetry';
import { Metrics } from '@reprise/platform/telemetry';
import { EnterMarket } from './application/enter-market.js';
import { KeepPublicationDates } from './application/keep-publication-dates.js';
import { eventsOf } from './inbound/http/events-of.js';
import { NegotiateLocale } from './application/negotiate-locale.js';
import { OpsEvents } from './inbound/http/ops-events.js';
import { PageAddress } from './application/page-address.js';
import type { SearchIndex, SearchWriter } from './application/ports.js';
import type { GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { mountDocumentation } from './inbound/http/documentation.js';
import { EnrichCart } from './inbound/http/enrich-cart.js';
import { Door } from './inbound/http/enter.js';
import { mountForwards } from './inbound/http/forward-operations.js';
import { GatherReadiness } from './inbound/http/gather-readiness.js';
import { GuardLaunch } from './inbound/http/guard-launch.js';
import { gatherDeadLetters, mountDeadLetterOverview } from './inbound/http/gather-dead-letters.js';
import { ReadyReads } from './inbound/http/ready-reads.js';
import { RenderedCache } from './inbound/http/rendered-cache.js';
import { WatchDeadLetters } from './inbound/http/watch-dead-letters.js';
import { EventStreams } from './inbound/http/event-streams.js';
import { FollowFacts } from './inbound/kafka/follow-facts.js';
import type { FollowFactsOptions } from './inbound/kafka/follow-facts.js';
import { randomUUID } from 'node:crypto';
import { OpenSearchClient } from './outbound/opensearch/opensearch-client.js';
import { OpenSearchIndex } from './outbound/opensearch/opensearch-search-index.js';
import { LmdbState } from './outbound/read-model/lmdb-state.js';
import { ReadModel } from './outbound/read-model/read-model.js';
import { EmbeddedSearchIndex } from './outbound/search/embedded-search-index.js';

/** A gateway that is put together and reads facts, but does not listen yet. */
export interface Gateway {
  readonly app: HttpApp;
  readonly model: ReadModel;
  readonly follow: FollowFacts;
  /** What is closed after the last request, in order. */
  readonly onShutdown: readonly ShutdownStep[];
}

/** Version of the API the document states; a breaking change would be a `/v2`. */
const API_VERSION = '1.0.0';

/** Puts a gateway together from its settings. `facts` lets a spec read the same facts from topics of its own. */
export async function makeGateway(
  config: GatewayConfig,
  logger: Logger,
  facts?: FollowFactsOptions['facts'],
): Promise<Gateway> {
  const { region, kafkaBrokers: brokers, publicUrls } = config;
  const metrics = new Metrics({ service: 'gateway', region });
  const state = LmdbState.open(
    config.stateDir,
    (reason) => logger.warn('state.dropped', { err: reason }),
    (error) => logger.error('state.write_failed', { err: error }),
  );
  const { index, close: closeIndex } = indexOf(config, logger);
  const model = ReadModel.load(state, index);
  logger.info('state.loaded', { offers: model.offerCount, filled: model.isFilled });
  const events = new OpsEvents(randomUUID().slice(0, 8));
  const streams = new EventStreams(events);
  const follow = new FollowFacts({
    region,
    brokers,
    state: model,
    logger,
    metrics,
    // What is read for the first time happened long ago.
    onNews: (changes) => model.isFilled && eventsOf(changes).forEach((event) => events.publish(event)),
    ...(facts && { facts }),
  });

  const negotiate = new NegotiateLocale();
  const markets = new EnterMarket(model, region, publicUrls);
  const verify = tokenVerifier(config.authJwks);
  const door = new Door(markets, verify, () => model.isFilled);
  const session = sessionCookie(region, config.sessionSecure);
  const cache = new RenderedCache(config.cacheBytes);
  const ready = new ReadyReads(cache);
  const address = new PageAddress(config.storefrontUrl);
  const app = await createHttpApp(
    GatewayModule.with({
      door,
      negotiate,
      shelf: model,
      index,
      cache,
      ready,
      address,
      streams,
      desk: { region, cookie: session, verify },
    }),
    {
      findReady: ready.find,
      rateLimit: {
        windowSeconds: config.rateLimitWindowSeconds,
        reads: config.rateLimitReads,
        writes: config.rateLimitWrites,
        trustedProxies: config.trustedProxies,
      },
      service: 'gateway',
      config,
      logger,
      metrics,
      session,
      operations,
      // Only what reads need: a service or Kafka that is down stops its own calls, and no load balancer should take a shop away for it.
      checks: [
        {
          name: 'read-model',
          check: () => {
            if (!model.isFilled) throw new NotReady('is still reading what is for sale');
          },
        },
      ],
    },
  );
  const clients = clientsOf(config, logger, metrics);
  const readiness = new GatherReadiness(clients, region, publicUrls);
  readiness.mount(app);
  mountForwards(app, clients, {
    door,
    guardLaunch: new GuardLaunch(readiness),
    enrichCart: new EnrichCart(model, model, negotiate),
    limits: {
      commandMs: config.commandTimeoutMs,
      orderMs: config.orderTimeoutMs,
      streamMs: config.uploadTimeoutMs,
    },
  });
  mountDeadLetterOverview(app, clients);
  const watch = watchDeadLetters(clients, events, streams, logger);
  const servers = Object.entries(publicUrls).map(([name, url]) => ({ url, description: `Region ${name}` }));
  mountDocumentation(app, buildOpenApi(operations, { version: API_VERSION, servers }));
  const dates = new KeepPublicationDates(model);
  follow.start();
  dates.start();
  return {
    app,
    model,
    follow,
    onShutdown: [
      { name: 'dates', run: () => dates.stop() },
      { name: 'watch', run: () => watch.stop() },
      { name: 'facts', run: () => follow.stop() },
      { name: 'search', run: closeIndex },
      { name: 'services', run: () => clients.forEach((client) => client.close()) },
      { name: 'state', run: () => state.close() },
    ],
  };
}

/** How long news of a dead letter may take, in milliseconds: as often as a screen would ask by itself. */
const DEAD_LETTERS_EVERY_MS = 3_000;

function watchDeadLetters(
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  events: OpsEvents,
  streams: EventStreams,
  logger: Logger,
): WatchDeadLetters {
  return new WatchDeadLetters({
    everyMs: DEAD_LETTERS_EVERY_MS,
    askFor: () => streams.someAuthorization,
    count: async (authorization) => {
      const { dead, parked, unreachable } = await gatherDeadLetters(clients, {
        authorization,
        requestId: randomUUID(),
        deadlineAtMs: Date.now() + DEAD_LETTERS_EVERY_MS,
        signal: AbortSignal.timeout(DEAD_LETTERS_EVERY_MS),
      });
      return { dead, parked, unreachable };
    },
    tell: (event) => events.publish(event),
    onFault: (error) => logger.error('watch.failed', { err: error }),
  });
}

/** Search in this process, or by the server that was named. */
function indexOf(
  config: GatewayConfig,
  logger: Logger,
): { readonly index: SearchIndex & SearchWriter; readonly close: () => Promise<void> } {
  const { openSearchUrl: url, openSearchIndex, openSearchTimeoutMs: timeoutMs } = config;
  if (url === undefined) return { index: new EmbeddedSearchIndex(), close: () => Promise.resolve() };
  const client = new OpenSearchClient({ url, index: openSearchIndex, timeoutMs });
  const index = new OpenSearchIndex(client, { onFault: (err) => logger.error('search.not_written', { err }) });
  return { index, close: () => index.close() };
}

function clientsOf(config: GatewayConfig, logger: Logger, metrics: Metrics): ReadonlyMap<ServiceName, ServiceClient> {
  const urls = {
    catalog: config.catalogUrl,
    pricing: config.pricingUrl,
    inventory: config.inventoryUrl,
    checkout: config.checkoutUrl,
    finance: config.financeUrl,
  } satisfies { [service in Exclude<ServiceName, 'gateway'>]: string };
  return new Map(
    Object.entries(urls).map(([service, baseUrl]) => [
      service as ServiceName,
      new ServiceClient({ service: service as ServiceName, baseUrl, logger, metrics }),
    ]),
  );
}
