import { flushCompileCache } from 'node:module';
import type { DynamicModule } from '@nestjs/common';
import type { ServiceName } from '@reprise/contracts/events';
import { facts } from '@reprise/contracts/events';
import { operations, operationsOf } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { serviceConfig } from '../config/index.js';
import { createHttpApp, NotReady, runHttpApp } from '../http/index.js';
import type { HttpApp, ProblemOf, ShutdownStep } from '../http/index.js';
import { faultPointOf } from './fault-point.js';
import { mountDeadLetters } from './mount-dead-letters.js';
import { FactConsumer, OutboxRelay } from '../messaging/index.js';
import type { Hearing } from '../messaging/index.js';
import { Database } from '../persistence/index.js';
import type { MigrationClass } from '../persistence/index.js';
import { createLogger, messagingMetrics, Metrics, startTracing } from '../telemetry/index.js';
import type { Logger } from '../telemetry/index.js';

/** Settings every service has; what `serviceConfig(prefix)` reads. */
export type ServiceSettings = z.output<z.ZodObject<ReturnType<typeof serviceConfig>>>;

/** What a service is built from, made before its module. */
export interface ServiceParts<Settings extends ServiceSettings = ServiceSettings> {
  readonly config: Settings;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
}

/** A service as its `main.ts` states it: everything else is the same for all of them and stands here. */
export interface ServiceDefinition<Settings extends ServiceSettings> {
  readonly name: ServiceName;
  readonly config: Settings;
  readonly migrations: readonly MigrationClass[];
  /** The Nest module that wires use-cases to their doors. */
  readonly module: (parts: ServiceParts<Settings>) => DynamicModule | Promise<DynamicModule>;
  /** What it hears. Given the running application, so that a hearing can use what the module wired. */
  readonly hearings: (app: HttpApp, parts: ServiceParts<Settings>) => readonly Hearing[];
  readonly problemOf?: ProblemOf;
  /** Starts what runs beside requests (sweepers, recovery) and answers how each is stopped. */
  readonly background?: (app: HttpApp, parts: ServiceParts<Settings>) => readonly ShutdownStep[];
}

/**
 * Runs a service until it is told to stop: database, HTTP door, consumer and outbox relay, in an order in which nothing is served before it
 * can be and nothing is cut off on the way out. Answers when it listens.
 */
export async function runService<Settings extends ServiceSettings>(
  definition: ServiceDefinition<Settings>,
): Promise<void> {
  const { name, config, migrations } = definition;
  const { region, kafkaBrokers: brokers } = config;
  const logger = createLogger({ service: name, region, level: config.logLevel });
  const tracing = startTracing({ service: name, region, otlpEndpoint: config.otlpEndpoint });
  const metrics = new Metrics({ service: name, region });
  const database = await Database.connect({ url: config.databaseUrl, applicationName: name, migrations, logger });
  const parts: ServiceParts<Settings> = { config, logger, metrics, database };

  const app = await createHttpApp(await definition.module(parts), {
    service: name,
    config,
    logger,
    metrics,
    operations: [...operationsOf(name), ...operations.filter(({ owner }) => owner === 'named')],
    ...(definition.problemOf === undefined ? {} : { problemOf: definition.problemOf }),
    checks: [{ name: 'database', check: () => database.ping() }],
  });
  const messaging = messagingMetrics(metrics);
  const faultPoint = faultPointOf(config.faultPlan);
  const relay = new OutboxRelay({ database, brokers, clientId: name, region, logger, metrics: messaging, faultPoint });
  const consumer = new FactConsumer({
    groupId: name,
    brokers,
    database,
    region,
    hearings: definition.hearings(app, parts),
    knownFacts: facts,
    logger,
    metrics: messaging,
    faultPoint,
  });
  mountDeadLetters(app, name, consumer.deadLetters);
  let joined = false;
  void consumer.start().then(() => (joined = true));
  // Before the first join its copies of other services' facts may be empty. Later a lost broker does not stop commands: the outbox keeps them.
  app.readiness.add({
    name: 'facts',
    check: () => {
      if (!joined) throw new NotReady('has not joined its consumer group yet');
    },
  });
  relay.start();
  const background = definition.background?.(app, parts) ?? [];

  await runHttpApp(app, {
    port: config.httpPort,
    host: config.httpHost,
    graceMs: config.drainGraceMs,
    logger,
    onShutdown: [
      ...background,
      { name: 'consumer', run: () => consumer.stop() },
      { name: 'relay', run: () => relay.stop() },
      { name: 'database', run: () => database.close() },
      { name: 'tracing', run: () => tracing.stop() },
    ],
  });
  // Written at the end of a process otherwise, and one that is killed has none: the next start compiles nothing again.
  flushCompileCache();
}
