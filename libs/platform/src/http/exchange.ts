import type { Context, Span } from '@opentelemetry/api';
import type { Principal } from './principal.js';

/** One request and its answer, as the server keeps track of it from the first byte to the last. */
export interface Exchange {
  /** Unix time in milliseconds after which the caller no longer waits. */
  deadlineAtMs: number;
  readonly span: Span;
  readonly trace: Context;
  principal: Principal;
  /** The JSON body as it came, for signatures and forwarding. */
  rawBody: Buffer | undefined;
  timer: NodeJS.Timeout | undefined;
  abort: AbortController | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the server's first hook; present in every handler. */
    exchange: Exchange;
  }
}
