import { SpanKind, propagation, context as otel, trace } from '@opentelemetry/api';
import type { Operation } from '@reprise/contracts/http';
import { Bug } from '@reprise/kernel';
import { fastify } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '../telemetry/logger.js';
import type { Metrics } from '../telemetry/metrics.js';
import { recordFailure, tracer } from '../telemetry/tracing.js';
import { answerReadyFirst } from './answer-ready.js';
import type { FindReady } from './answer-ready.js';
import { RequestRefused } from './answer.js';
import { applyCors, varyByOrigin } from './cors.js';
import type { CorsOptions } from './cors.js';
import { REQUEST_DEADLINE, STREAM_DEADLINE, deadlineAtMs, deadlineExceeded } from './deadline.js';
import type { DeadlineLimits } from './deadline.js';
import { describeFailure } from './describe-failure.js';
import type { Exchange } from './exchange.js';
import { looksAtToken } from './enforce-policy.js';
import { anonymous } from './principal.js';
import type { RateLimit } from './rate-limit.js';
import { PROBLEM_JSON, problemDocument } from './problem-document.js';
import { requestId } from './request-id.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { readSessionCookie } from './session-cookie.js';
import type { SessionCookie } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The contract this route answers. A route has this or `open`, or the process does not start. */
    operation?: Operation;
    /** Why a route that is no operation is open to everybody: health, metrics, documentation. */
    open?: string;
    deadline?: DeadlineLimits;
  }
}

/** What the server needs to know before any route exists. */
export interface ServerOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly cors: CorsOptions;
  /** Where browsers sign in: the cookie that stands for a token. Elsewhere no cookie means anything. */
  readonly session: SessionCookie | undefined;
  /** Largest JSON body in bytes, unless an operation states its own with `.meta({ maxBytes })`. */
  readonly bodyLimitBytes: number;
  /** Answers that need no deciding, sent before anything else is done with a request. */
  readonly findReady?: FindReady | undefined;
  /** Where callers from outside are held to a rate. */
  readonly rateLimit: RateLimit | undefined;
  readonly isDraining: () => boolean;
}

/** What files of rows come as; an operation reads those it declares and refuses the others. */
const STREAMED_TYPES = ['application/x-ndjson', 'text/csv', 'application/xml', 'text/xml'];

/** A slower answer than this is worth a line even when it succeeded. */
const SLOW_MS = 1_000;

/**
 * Node's own limit on how long a request may take to arrive. Every operation has its deadline, which also runs while the body arrives; this
 * one only has to be later than the longest of them, or it would cut long uploads off.
 */
const ARRIVAL_MS = STREAM_DEADLINE.maxMs + 60_000;
const KEEP_ALIVE_MS = 72_000;
const HTTP_LIMITS = { headersTimeout: 15_000, maxHeaderSize: 16_384 };

/**
 * A Fastify server with this system's manners and no routes: request ids, traces, deadlines, limits, cross-origin rules,
 * security headers, and a problem document for everything that can go wrong. Default-deny is built in here, below Nest: a
 * route that states neither its operation nor why it is open cannot be added by anyone.
 */
export function fastifyServer(options: ServerOptions): FastifyInstance {
  const server = fastify({
    genReqId: requestId,
    bodyLimit: options.bodyLimitBytes,
    // Requests that arrive while we drain are answered and told to close; see drain.ts.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    serverFactory: (handle) => nodeServer(handle as RequestListener, options),
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
    clientErrorHandler: answerProtocolError,
    frameworkErrors: (error, request, reply) => answerFailure(options, error, request, reply),
  });

  server.removeAllContentTypeParsers();
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.exchange.rawBody = body as Buffer;
    parseJson(request, body.toString(), done);
  });
  // Handed over unread: rows are parsed by whoever consumes them, at the pace they can store them.
  server.addContentTypeParser(STREAMED_TYPES, (_request, payload, done) => done(null, payload));

  server.decorateRequest('exchange');
  const routes = new RouteTable();
  server.addHook('onRoute', (route) => {
    denyByDefault(route);
    routes.add(route);
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    const { config, url: route } = request.routeOptions;
    const parent = propagation.extract(otel.active(), request.headers);
    const name = route ? `${request.method} ${route}` : request.method;
    const attributes = { 'http.request.method': request.method, ...(route && { 'http.route': route }) };
    const span = tracer().startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
    const exchange: Exchange = {
      deadlineAtMs: Date.now() + REQUEST_DEADLINE.defaultMs,
      span,
      trace: trace.setSpan(parent, span),
      principal: anonymous,
      rawBody: undefined,
      timer: undefined,
      abort: undefined,
    };
    request.exchange = exchange;
    // `close` comes after the last byte and also when the caller hangs up, which Fastify's onResponse would not tell.
    reply.raw.once('close', () => settle(options, request, reply));
    if (applyCors(request, reply, options.cors)) return;
    if (!config.operation) return done();
    try {
      if (options.session) readSessionCookie(request, options.session, config.operation);
      // Whoever shows a token is counted once it is known whose it is.
      if (!looksAtToken(config.operation, request.headers.authorization))
        options.rateLimit?.chargeAddress(request, reply);
      const now = Date.now();
      exchange.deadlineAtMs = deadlineAtMs(request.headers['x-deadline-ms'], config.deadline ?? REQUEST_DEADLINE, now);
      if (exchange.deadlineAtMs <= now) throw deadlineExceeded();
      startDeadline(options, request, reply, exchange.deadlineAtMs - now);
    } catch (error) {
      return done(error as Error);
    }
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    varyByOrigin(reply);
    // What nobody declared cacheable is not: a price or an order must not sit in a cache by accident.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => answerFailure(options, error, request, reply));
  server.setNotFoundHandler((request, reply) => {
    const allowed = routes.methodsAt(request.url);
    if (allowed.length === 0) {
      return answerFailure(options, new RequestRefused('NotFound', 'No call has this path.'), request, reply);
    }
    const detail = `This path answers ${allowed.join(', ')}.`;
    const headers = { allow: allowed.join(', ') };
    return answerFailure(options, new RequestRefused('MethodNotAllowed', detail, { headers }), request, reply);
  });
  return server;
}

function nodeServer(handle: RequestListener, options: ServerOptions): Server {
  const { findReady } = options;
  const listener = findReady === undefined ? handle : answerReadyFirst(handle, findReady, options);
  return createServer(
    { ...HTTP_LIMITS, requestTimeout: ARRIVAL_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    listener,
  ).setTimeout(0);
}

/** Answers a request with the problem document of something thrown, and logs what is our fault. */
export function answerFailure(
  { logger }: Pick<ServerOptions, 'logger'>,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, detail, extras, blame } = describeFailure(thrown);
  const document = problemDocument(code, detail, request.id, extras);
  if (blame === 'ours') {
    const operation = request.routeOptions.config?.operation?.id;
    recordFailure(request.exchange.span, thrown);
    otel.with(request.exchange.trace, () =>
      logger.error('http.failed', { operation, requestId: request.id, code, err: thrown }),
    );
  }
  if (reply.sent) return;
  reply
    .code(document.status)
    .headers({ ...SECURITY_HEADERS, ...extras.headers })
    // Again, because a URL that cannot be decoded is refused before the hook that sets it.
    .header('x-request-id', request.id)
    .header('content-type', PROBLEM_JSON)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document));
}

function startDeadline(options: ServerOptions, request: FastifyRequest, reply: FastifyReply, waitMs: number): void {
  // Also runs while the body is still arriving: a caller who sends a byte a minute does not hold a place for ever.
  request.exchange.timer = setTimeout(() => {
    request.exchange.abort?.abort(deadlineExceeded());
    if (!reply.sent) answerFailure(options, deadlineExceeded(), request, reply);
  }, waitMs);
}

/** Nginx's name for a caller who hung up before the answer. */
const CALLER_WENT_AWAY = 499;

/** The end of an exchange, answered or not. */
function settle({ logger, metrics }: ServerOptions, request: FastifyRequest, reply: FastifyReply): void {
  const { exchange, routeOptions } = request;
  const answered = reply.raw.writableFinished;
  clearTimeout(exchange.timer);
  if (!answered) exchange.abort?.abort(new Error('the caller went away'));
  const status = answered ? reply.statusCode : CALLER_WENT_AWAY;
  exchange.span.setAttribute('http.response.status_code', status).end();
  const operation = routeOptions.config.operation?.id ?? (routeOptions.config.open ? 'open' : 'none');
  const elapsedMs = reply.elapsedTime;
  metrics.httpAnswered(operation, status, elapsedMs / 1_000);
  // A stream of events is open for as long as somebody listens: that is not slow.
  const listened = reply.getHeader('content-type') === 'text/event-stream';
  const level = status >= 500 || (elapsedMs > SLOW_MS && !listened) ? 'warn' : 'debug';
  if (!logger.enabled(level)) return;
  const fields = { operation, method: request.method, status, requestId: request.id, elapsedMs: Math.round(elapsedMs) };
  otel.with(exchange.trace, () => logger[level]('http.answered', fields));
}

function denyByDefault(route: RouteOptions): void {
  const { operation, open } = route.config ?? {};
  const name = `${String(route.method)} ${route.url}`;
  if (!operation && !open) throw new Bug(`the route ${name} answers no operation; declare it with @Answers(operation)`);
  if (operation && !(operation.policy?.length > 0)) throw new Bug(`the operation ${operation.id} has no policy`);
}

/** Which methods each path answers, kept beside the router because it tells "no such path" from "not that method" by neither. */
class RouteTable {
  private readonly methodsOf = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  add({ url, method }: RouteOptions): void {
    const pattern = new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`);
    const entry = this.methodsOf.get(url) ?? { pattern, methods: new Set<string>() };
    for (const one of [method].flat()) entry.methods.add(one);
    this.methodsOf.set(url, entry);
  }

  methodsAt(url: string): string[] {
    const [path = '/'] = url.split('?', 1);
    const matching = [...this.methodsOf.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }
}

const PROTOCOL_ERRORS: Readonly<Record<string, readonly [status: number, reason: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive.'],
};

/** What never became a request has no reply object; the document is written to the socket by hand. */
function answerProtocolError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const [status, reason, detail] = PROTOCOL_ERRORS[error.code ?? ''] ?? [400, 'Bad Request', 'This is not valid HTTP.'];
  const document = { ...problemDocument('ValidationFailed', detail, requestId({ headers: {} })), status };
  const body = JSON.stringify(document);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
