import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Allowance } from './allowance.js';
import type { Taken } from './allowance.js';
import { RequestRefused } from './answer.js';
import { CallerAddress } from './caller-address.js';
import type { Principal } from './principal.js';

/** How many calls one caller may make in a window of time. */
export interface RateLimitOptions {
  readonly windowSeconds: number;
  /** `GET` and `HEAD`; 0 for no limit. */
  readonly reads: number;
  /** Everything else; 0 for no limit. */
  readonly writes: number;
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/**
 * Holds callers to their rate. Who shows a valid token is counted by whom it is for, wherever they call from; everybody else, a wrong token
 * among them, by address. Counted in this process alone: with several of them a caller gets as many windows.
 */
export class RateLimit {
  private readonly address: CallerAddress;
  private readonly reads: Allowance | undefined;
  private readonly writes: Allowance | undefined;
  private readonly policies: ReadonlyMap<number, string>;

  constructor({ windowSeconds, reads, writes, trustedProxies }: RateLimitOptions) {
    this.address = new CallerAddress(trustedProxies);
    this.reads = reads === 0 ? undefined : new Allowance(reads, windowSeconds * 1_000);
    this.writes = writes === 0 ? undefined : new Allowance(writes, windowSeconds * 1_000);
    this.policies = new Map([reads, writes].map((limit) => [limit, `${limit};w=${windowSeconds}`]));
  }

  /** Counts a read by its address. Headers as Node writes them; `undefined` when it is one too many. */
  takeRead(request: IncomingMessage): readonly string[] | undefined {
    const taken = this.reads?.take(this.address.of(request), performance.now());
    if (taken === undefined) return NONE;
    return taken.allowed ? this.headersOf(taken) : undefined;
  }

  /** Counts a call by its address: it showed no token, or none that is valid. Throws {@link RequestRefused} `TooManyRequests`. */
  chargeAddress(request: FastifyRequest, reply: FastifyReply): void {
    this.charge(request, reply, this.address.of(request.raw));
  }

  /** Counts a call by whom its token is for. Throws {@link RequestRefused} `TooManyRequests`. */
  chargeToken(request: FastifyRequest, reply: FastifyReply, { role, subject }: Principal): void {
    // No address has a blank in it.
    this.charge(request, reply, `${role} ${subject}`);
  }

  private charge({ method }: FastifyRequest, reply: FastifyReply, caller: string): void {
    const allowance = method === 'GET' || method === 'HEAD' ? this.reads : this.writes;
    const taken = allowance?.take(caller, performance.now());
    if (taken === undefined) return;
    const headers = this.headersOf(taken);
    for (let i = 0; i < headers.length; i += 2) reply.header(headers[i] as string, headers[i + 1]);
    if (taken.allowed) return;
    const seconds = taken.retryAfterSeconds;
    throw new RequestRefused('TooManyRequests', `Too many calls. Ask again in ${seconds} seconds.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }

  /** Names of draft-ietf-httpapi-ratelimit-headers-06, which clients know; later drafts put the same numbers into two fields. */
  private headersOf({ limit, remaining, resetSeconds }: Taken): readonly string[] {
    return [
      'ratelimit-limit',
      String(limit),
      'ratelimit-remaining',
      String(remaining),
      'ratelimit-reset',
      String(resetSeconds),
      'ratelimit-policy',
      this.policies.get(limit) as string,
    ];
  }
}

const NONE: readonly string[] = [];
