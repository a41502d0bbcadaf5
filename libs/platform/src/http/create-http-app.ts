import 'reflect-metadata';
import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Operation } from '@reprise/contracts/http';
import { Bug } from '@reprise/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../telemetry/logger.js';
import { Metrics } from '../telemetry/metrics.js';
import type { FindReady } from './answer-ready.js';
import type { Handler } from './call.js';
import { fastifyServer } from './fastify-server.js';
import { mountControllers } from './mount-controllers.js';
import { mountHealth } from './mount-health.js';
import { mountOperation } from './mount-operation.js';
import type { OperationHost, ProblemOf } from './mount-operation.js';
import { nestLogger } from './nest-logger.js';
import { RateLimit } from './rate-limit.js';
import type { RateLimitOptions } from './rate-limit.js';
import { Readiness } from './readiness.js';
import type { ReadinessCheck } from './readiness.js';
import type { SessionCookie } from './session-cookie.js';
import { tokenVerifier } from './verify-token.js';

/** What an application says about itself to get an HTTP door. */
export interface HttpAppOptions {
  readonly service: string;
  readonly config: {
    readonly region: string;
    readonly authJwks: { readonly keys: readonly object[] };
    readonly checkAnswers?: boolean;
    /** Browser origins that may do more than read public data. */
    readonly corsOrigins?: readonly string[];
  };
  readonly logger: Logger;
  readonly metrics?: Metrics;
  /** The cookie that stands for a token, where browsers sign in. */
  readonly session?: SessionCookie;
  /** Exactly what this process must answer: one handler each, none missing, none more. */
  readonly operations: readonly Operation[];
  readonly problemOf?: ProblemOf;
  readonly checks?: readonly ReadinessCheck[];
  /** Largest JSON body in bytes; 256 KiB unless stated. */
  readonly bodyLimitBytes?: number;
  /** Answers that lie ready, sent before anything else is done with a request. */
  readonly findReady?: FindReady;
  /** Holds callers to a rate, where they come from outside. */
  readonly rateLimit?: RateLimitOptions;
}

/** An application with an HTTP door: not listening yet. */
export interface HttpApp {
  readonly nest: INestApplication;
  readonly server: FastifyInstance;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Answers an operation with a function instead of a controller method, as the gateway does for what it forwards. */
  readonly mount: <O extends Operation>(operation: O, handler: Handler<O>) => void;
  /** Adds a page that is no operation of the API, open to everybody for the reason given (`/openapi.json`, `/docs`). */
  readonly mountPage: (
    path: string,
    open: string,
    handler: (request: FastifyRequest, reply: FastifyReply) => unknown,
  ) => void;
  /** Listens. Throws a Bug when an operation of the list has no handler or a handler is for none of the list. */
  readonly listen: (port: number, host?: string) => Promise<{ readonly port: number; readonly url: string }>;
  /** Stops listening, waits for requests in flight, then runs Nest's shutdown hooks. */
  readonly close: () => Promise<void>;
}

/** 256 KiB: a quote of a hundred lines is a tenth of that. */
const BODY_LIMIT_BYTES = 262_144;

/**
 * Makes a Nest application on our Fastify server. Nest wires the objects; requests go from Fastify straight to the handler of
 * their operation, so Nest guards, pipes, interceptors, filters and middleware play no part.
 */
export async function createHttpApp(module: Type | DynamicModule, options: HttpAppOptions): Promise<HttpApp> {
  const { service, config, logger, operations, problemOf = {}, checks = [] } = options;
  const metrics = options.metrics ?? new Metrics({ service, region: config.region });
  const readiness = new Readiness(logger);
  checks.forEach((check) => readiness.add(check));
  const rateLimit = options.rateLimit && new RateLimit(options.rateLimit);
  const server = fastifyServer({
    logger,
    metrics,
    cors: { origins: config.corsOrigins ?? [] },
    session: options.session,
    bodyLimitBytes: options.bodyLimitBytes ?? BODY_LIMIT_BYTES,
    findReady: options.findReady,
    rateLimit,
    isDraining: () => readiness.isDraining,
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    // Also for requests that were here before the drain began: their connections must not be waited for.
    if (readiness.isDraining) reply.header('connection', 'close');
    done(null, payload);
  });
  const host: OperationHost = {
    server,
    logger,
    verify: tokenVerifier(config.authJwks),
    problemOf,
    checkAnswers: config.checkAnswers ?? false,
    rateLimit,
  };
  const unanswered = trackOperations(server, operations);
  const root = { module: HttpRoot, imports: [DiscoveryModule, module] };
  const nest = await NestFactory.create(root, new OurAdapter(server), {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  await nest.init();
  mountControllers(nest, host);
  mountHealth(server, readiness, metrics);

  return {
    nest,
    server,
    metrics,
    readiness,
    mount: (operation, handler) => mountOperation(host, operation, handler),
    mountPage: (path, open, handler) =>
      void server.get(path, { config: { open } }, async (request, reply) => handler(request, reply)),
    listen: async (port, address = '127.0.0.1') => {
      if (unanswered.size > 0) throw new Bug(`${service} answers nothing for ${[...unanswered].sort().join(', ')}`);
      await nest.listen(port, address);
      const bound = (server.server.address() as AddressInfo).port;
      logger.info('http.listening', { port: bound });
      return { port: bound, url: `http://${address === '0.0.0.0' ? '127.0.0.1' : address}:${bound}` };
    },
    close: () => nest.close(),
  };
}

class HttpRoot {}

/** Nest's adapter, minus what our server does itself: errors, unknown routes, middleware. */
class OurAdapter extends FastifyAdapter {
  override async init(): Promise<void> {
    // No middie: it would cost every request for middleware nobody has.
  }

  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.instance as ReturnType<FastifyAdapter['setErrorHandler']>;
  }

  override setNotFoundHandler(): ReturnType<FastifyAdapter['setNotFoundHandler']> {
    return this.instance as ReturnType<FastifyAdapter['setNotFoundHandler']>;
  }
}

/** The ids still waiting for a handler; a route for any other operation is refused as it is added. */
function trackOperations(server: FastifyInstance, operations: readonly Operation[]): ReadonlySet<string> {
  const expected = new Set(operations.map(({ id }) => id));
  const unanswered = new Set(expected);
  server.addHook('onRoute', ({ config }) => {
    const id = config?.operation?.id;
    if (id === undefined) return;
    if (!expected.has(id)) throw new Bug(`${id} has a handler here but is not among this process's operations`);
    unanswered.delete(id);
  });
  return unanswered;
}
