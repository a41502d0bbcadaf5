import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Metrics } from '../telemetry/metrics.js';
import type { RateLimit } from './rate-limit.js';
import { requestId } from './request-id.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** An answer that lies ready to be sent, with every header it has but those of the single request. */
export interface ReadyAnswer {
  /** Id of the operation it answers. */
  readonly operation: string;
  readonly status: number;
  /** Names and values in turn, as Node writes them. */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
}

/** Finds the answer to a `GET` that lies ready; undefined where anything has to be decided first. */
export type FindReady = (request: IncomingMessage) => ReadyAnswer | undefined;

/** Makes an answer ready: the server's own headers before those given. */
export function readyAnswer(
  operation: string,
  status: number,
  body: Buffer | undefined,
  headers: Readonly<Record<string, string>>,
): ReadyAnswer {
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  return { operation, status, body, headers: Object.entries({ ...SECURITY_HEADERS, ...headers, ...length }).flat() };
}

/** What makes a request more than a plain read: cross-origin rules, tokens, sessions, deadlines and traces are the usual way's business. */
const MORE_THAN_A_READ = ['authorization', 'cookie', 'origin', 'traceparent', 'x-deadline-ms'] as const;

/**
 * Sends what lies ready before the framework begins with a request, and hands everything else on. A read that was answered a moment ago
 * then costs what Node costs: routing, validation and spans would decide nothing that was not decided when the answer was made.
 */
export function answerReadyFirst(
  handle: RequestListener,
  find: FindReady,
  {
    metrics,
    isDraining,
    rateLimit,
  }: { readonly metrics: Metrics; readonly isDraining: () => boolean; readonly rateLimit: RateLimit | undefined },
): RequestListener {
  return (request, response) => {
    const ready = isDraining() || !isPlainRead(request) ? undefined : find(request);
    // One too many is refused the usual way, and counted there.
    const rate = ready === undefined ? undefined : rateLimit === undefined ? [] : rateLimit.takeRead(request);
    if (ready === undefined || rate === undefined) handle(request, response);
    else send(ready, rate, request, response, metrics);
  };
}

function isPlainRead({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && MORE_THAN_A_READ.every((name) => headers[name] === undefined);
}

function send(
  { operation, status, headers, body }: ReadyAnswer,
  rate: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
  metrics: Metrics,
): void {
  const startedAt = performance.now();
  response.writeHead(status, headers.concat(rate, 'x-request-id', requestId(request)));
  response.end(body);
  metrics.httpAnswered(operation, status, (performance.now() - startedAt) / 1_000);
}
