import type { Readable } from 'node:stream';
import type { ProblemCode } from '@reprise/contracts/http';

/** Header names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** A body with the status and headers to send it under; plain values are sent under the operation's first success status. */
export class Answer<Status extends number = number, Body = unknown> {
  constructor(
    readonly status: Status,
    readonly body: Body,
    readonly headers: AnswerHeaders = {},
  ) {}
}

/** Answers with a status of its own, one the operation declares: `answer(201, order, { location })`. */
export function answer<const Status extends number, Body>(
  status: Status,
  body: Body,
  headers?: AnswerHeaders,
): Answer<Status, Body> {
  return new Answer(status, body, headers);
}

/** Bytes sent as they are: rendered before, or streamed from elsewhere. The `content-type` is the caller's to state. */
export class RawAnswer {
  constructor(
    readonly status: number,
    readonly body: Buffer | string | Readable | null,
    readonly headers: AnswerHeaders & { readonly 'content-type'?: string },
  ) {}
}

/** Answers with bytes that need no serialising. `null` is an empty body (304, 204). */
export function rawAnswer(
  status: number,
  body: Buffer | string | Readable | null,
  headers: AnswerHeaders = {},
): RawAnswer {
  return new RawAnswer(status, body, headers);
}

/** One offending field of a request, as problem documents list them. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What a problem answer says besides its code. */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  readonly headers?: AnswerHeaders;
  /** What a program needs to react, such as `{ quantityAvailable: 2 }`; a member of its own in the document. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal on its way out: status and title come from the table of codes. */
export class ProblemAnswer {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {}
}

/** Answers with a problem document: `return problem('ProductNotFound', 'No product is called …')`. */
export function problem(code: ProblemCode, detail: string, extras?: ProblemExtras): ProblemAnswer {
  return new ProblemAnswer(code, detail, extras);
}

/**
 * The same refusal, thrown: for the doors of this library (validation, tokens, limits), where nothing has been decided yet.
 * Business answers are values; a use-case never throws one.
 */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }
}
