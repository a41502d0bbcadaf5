import type { ServiceName } from '@reprise/contracts/events';
import { Agent, request as send } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from '../telemetry/logger.js';
import type { Metrics } from '../telemetry/metrics.js';
import { currentTraceparent, inSpan } from '../telemetry/tracing.js';
import { RequestRefused } from './answer.js';
import { Circuit, DEFAULT_CIRCUIT } from './circuit.js';
import type { CircuitLimits } from './circuit.js';
import { deadlineExceeded } from './deadline.js';

/** Where a service is and how it is called. */
export interface ServiceClientOptions {
  readonly service: ServiceName;
  /** `http://host:port`, without a path. */
  readonly baseUrl: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Connections kept to the service. More lets more calls wait there; fewer makes them wait here. */
  readonly connectionsMax?: number;
  /** A service on the same network that takes longer to accept a connection is as good as down. */
  readonly connectTimeoutMs?: number;
  readonly circuit?: CircuitLimits;
}

/** One call to a service. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. `x-deadline-ms`, `traceparent` and the `content-length` of a buffer are set by the client. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable | undefined;
  /** Unix time in milliseconds after which nobody waits for the answer. */
  readonly deadlineAtMs: number;
  readonly signal?: AbortSignal;
}

/** What came back. The body must be read or destroyed. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/** Safe to send twice. A POST is not, even with an idempotency key: its caller decides. */
const REPEATABLE = new Set(['GET', 'HEAD', 'PUT']);

/**
 * Calls one service over kept-alive connections. Answers of the service, errors included, are answers; what is thrown is a
 * {@link RequestRefused}: `ServiceUnavailable` naming the service when it cannot be reached, `DeadlineExceeded` when time ran out. A
 * repeatable call that failed before the service could have seen it is tried once more.
 */
export class ServiceClient {
  readonly service: ServiceName;
  private readonly agent: Agent;
  private readonly circuit: Circuit;
  private readonly target: { readonly hostname: string; readonly port: string };

  constructor(private readonly options: ServiceClientOptions) {
    this.service = options.service;
    const { protocol, hostname, port, pathname } = new URL(options.baseUrl);
    if (protocol !== 'http:' || pathname !== '/') throw new TypeError(`${options.baseUrl} is not http://host:port`);
    this.target = { hostname, port: port || '80' };
    this.circuit = new Circuit(options.circuit ?? DEFAULT_CIRCUIT);
    this.agent = new Agent({ keepAlive: true, maxSockets: options.connectionsMax ?? 128, scheduling: 'lifo' });
  }

  async send(request: ServiceRequest): Promise<ServiceAnswer> {
    const startedAt = performance.now();
    const settle = (outcome: string) =>
      this.options.metrics.upstreamAnswered(this.service, outcome, (performance.now() - startedAt) / 1_000);
    if (!this.circuit.allow()) {
      settle('circuit-open');
      throw this.unavailable('It could not be reached just now.');
    }
    const name = `${request.method} ${this.service}`;
    return inSpan(name, { kind: 'client', attributes: { 'peer.service': this.service } }, async (span) => {
      try {
        const answered = await this.sendTwiceAtMost(request);
        this.settleCircuit('reached');
        settle(`${Math.floor(answered.status / 100)}xx`);
        span.setAttribute('http.response.status_code', answered.status);
        return answered;
      } catch (error) {
        const failure = error instanceof CallFailure ? error : new CallFailure('reset', error);
        this.settleCircuit(
          failure.outcome === 'refused' ? 'unreachable' : failure.outcome === 'reset' ? 'reached' : 'inconclusive',
        );
        settle(failure.outcome);
        throw this.refusal(request, failure);
      }
    });
  }

  /** Lets go of every connection. */
  close(): void {
    this.agent.destroy();
  }

  private async sendTwiceAtMost(request: ServiceRequest): Promise<ServiceAnswer> {
    try {
      return await this.sendOnce(request);
    } catch (error) {
      const unseen = error instanceof CallFailure && (error.outcome === 'refused' || error.staleConnection);
      const repeatable = REPEATABLE.has(request.method) && !(request.body instanceof Readable);
      if (!unseen || !repeatable) throw error;
      return this.sendOnce(request);
    }
  }

  private sendOnce(request: ServiceRequest): Promise<ServiceAnswer> {
    const remainingMs = request.deadlineAtMs - Date.now();
    if (remainingMs <= 0 || request.signal?.aborted) return Promise.reject(new CallFailure('timeout'));
    return new Promise((resolve, reject) => {
      const { body } = request;
      const traceparent = currentTraceparent();
      const outgoing = send({
        ...this.target,
        agent: this.agent,
        method: request.method,
        path: request.path,
        headers: {
          ...request.headers,
          'x-deadline-ms': String(Math.ceil(remainingMs)),
          ...(traceparent && { traceparent }),
          ...(Buffer.isBuffer(body) && { 'content-length': String(body.length) }),
        },
      });
      let gaveUp = false;
      const giveUp = () => {
        gaveUp = true;
        outgoing.destroy();
      };
      const timer = setTimeout(giveUp, remainingMs);
      request.signal?.addEventListener('abort', giveUp, { once: true });
      const connection = watchConnection(outgoing, this.options.connectTimeoutMs ?? 1_000);

      outgoing.once('close', () => {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', giveUp);
      });
      outgoing.once('response', (incoming: IncomingMessage) => {
        resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: incoming });
      });
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        if (gaveUp) return reject(new CallFailure('timeout', error));
        if (!connection.made) return reject(new CallFailure('refused', error));
        // A kept connection the service had just closed: it never saw the request. Only then is a reset known to be harmless.
        const stale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        reject(new CallFailure('reset', error, stale));
      });
      // After an early answer nobody reads the rest of the body; that is no failure of the call.
      if (body instanceof Readable) pipeline(body, outgoing).catch(() => undefined);
      else outgoing.end(body);
    });
  }

  private settleCircuit(found: 'reached' | 'unreachable' | 'inconclusive'): void {
    const wasOpen = this.circuit.isOpen;
    this.circuit[found]();
    if (wasOpen === this.circuit.isOpen) return;
    const event = this.circuit.isOpen ? 'upstream.circuit-opened' : 'upstream.circuit-closed';
    this.options.logger.warn(event, { upstream: this.service });
    this.options.metrics.circuit(this.service, this.circuit.isOpen);
  }

  private refusal(request: ServiceRequest, { outcome, cause }: CallFailure): Error {
    if (outcome === 'timeout') return deadlineExceeded();
    this.options.logger.warn('upstream.failed', {
      upstream: this.service,
      method: request.method,
      outcome,
      err: cause,
    });
    if (outcome === 'refused') return this.unavailable('It could not be reached.');
    return this.unavailable(
      'The connection was lost before it answered; the call may or may not have been carried out.',
    );
  }

  private unavailable(why: string): RequestRefused {
    return new RequestRefused('ServiceUnavailable', `The ${this.service} service is not answering. ${why}`, {
      headers: { 'retry-after': '1' },
      details: { service: this.service },
    });
  }
}

/** Why a call has no answer: no connection, lost on the way, or out of time. */
class CallFailure extends Error {
  override readonly name = 'CallFailure';
  constructor(
    readonly outcome: 'refused' | 'reset' | 'timeout',
    cause?: unknown,
    readonly staleConnection = false,
  ) {
    super(`the call was ${outcome}`, { cause });
  }
}

/** Whether a connection was made at all: until then not a byte of the request has left. */
function watchConnection(outgoing: ClientRequest, timeoutMs: number): { made: boolean } {
  const connection = { made: false };
  outgoing.once('socket', (socket: Socket) => {
    if (!socket.connecting) {
      connection.made = true;
      return;
    }
    const timer = setTimeout(() => outgoing.destroy(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
    outgoing.once('close', () => clearTimeout(timer));
    socket.once('connect', () => {
      clearTimeout(timer);
      connection.made = true;
    });
  });
  return connection;
}
