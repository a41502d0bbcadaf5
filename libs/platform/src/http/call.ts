import type { HttpMethod, Operation } from '@reprise/contracts/http';
import type { Rejection } from '@reprise/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Logger } from '../telemetry/logger.js';
import type { Answer, ProblemAnswer, RawAnswer } from './answer.js';
import type { Principal } from './principal.js';

/** What a schema-typed part of an operation is after validation; an undeclared part is empty. */
type Part<O, Name extends string> = O extends { readonly [N in Name]: infer S extends z.ZodType }
  ? z.output<S>
  : Readonly<Record<never, never>>;

type BodyPart<O> = O extends { readonly body: infer S extends z.ZodType } ? z.output<S> : undefined;

/** Everything a handler is told about a call: validated, typed by the operation, and nothing else. */
export interface Call<O extends Operation = Operation> {
  readonly operation: O;
  readonly method: HttpMethod;
  readonly params: Part<O, 'params'>;
  readonly query: Part<O, 'query'>;
  /** Only the headers the operation declares, under the names it declares them by. */
  readonly headers: Part<O, 'headers'>;
  /** A `Readable` of bytes when the operation reads anything but JSON. */
  readonly body: BodyPart<O>;
  readonly principal: Principal;
  readonly requestId: string;
  /** Unix time in milliseconds after which the caller no longer waits; pass what remains to whoever is asked next. */
  readonly deadlineAtMs: number;
  /** Aborts at the deadline and when the caller goes away. */
  readonly signal: AbortSignal;
  /** A logger that puts the request id on each line. */
  readonly log: Logger;
  /** The JSON body as it came, byte for byte: signatures are over these. */
  readonly rawBody: Buffer | undefined;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
}

type BodyOf<S> = S extends z.ZodType ? z.input<S> : undefined;

type Responses<O extends Operation> = O['responses'];

/** What a handler may return: a success body, one under another declared status, ready bytes, or a refusal. */
export type Answered<O extends Operation> =
  | { [S in keyof Responses<O>]: BodyOf<Responses<O>[S]> }[keyof Responses<O>]
  | { [S in keyof Responses<O> & number]: Answer<S, BodyOf<Responses<O>[S]>> }[keyof Responses<O> & number]
  | RawAnswer
  | ProblemAnswer
  | Rejection;

/** Answers one operation. */
export type Handler<O extends Operation> = (call: Call<O>) => Answered<O> | Promise<Answered<O>>;

/** A streamed body, as an operation reading anything but JSON receives it. */
export type StreamBody = Readable;
