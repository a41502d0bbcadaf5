import type { HttpMethod, Operation } from '@reprise/contracts/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../telemetry/logger.js';
import type { Call } from './call.js';
import type { ValidParts } from './validate-call.js';

/** A {@link Call} made from a Fastify request. What most handlers never ask for (signal, logger) is made when first asked for. */
export class OperationCall implements Omit<Call, 'params' | 'query' | 'headers' | 'body'> {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
  readonly #logger: Logger;
  #log: Logger | undefined;

  constructor(
    readonly operation: Operation,
    readonly raw: FastifyRequest,
    readonly reply: FastifyReply,
    parts: ValidParts,
    logger: Logger,
  ) {
    this.params = parts.params;
    this.query = parts.query;
    this.headers = parts.headers;
    this.body = parts.body;
    this.#logger = logger;
  }

  get method(): HttpMethod {
    return this.operation.method;
  }

  get principal() {
    return this.raw.exchange.principal;
  }

  get requestId(): string {
    return this.raw.id;
  }

  get deadlineAtMs(): number {
    return this.raw.exchange.deadlineAtMs;
  }

  get rawBody(): Buffer | undefined {
    return this.raw.exchange.rawBody;
  }

  get log(): Logger {
    this.#log ??= this.#logger.with({ requestId: this.raw.id, operation: this.operation.id });
    return this.#log;
  }

  get signal(): AbortSignal {
    const { exchange } = this.raw;
    exchange.abort ??= new AbortController();
    return exchange.abort.signal;
  }
}
