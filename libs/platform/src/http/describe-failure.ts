import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@reprise/contracts/http';
import { RequestRefused } from './answer.js';
import type { ProblemExtras } from './answer.js';

/** What is said to the caller about something thrown, and whether it is worth a line in our log. */
export interface Failure {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly extras: ProblemExtras;
  /** `ours` is a bug or an outage and is logged with its stack; `theirs` is a request we refuse. */
  readonly blame: 'ours' | 'theirs';
}

/** Fastify's own refusals, by its error code. Anything of Fastify's that is not here is ours to look into. */
const OF_FASTIFY: Readonly<Record<string, { code: ProblemCode; detail: string }>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'MalformedJson', detail: 'The body could not be parsed as JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'MalformedJson', detail: 'The body is empty but declared as JSON.' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'PayloadTooLarge', detail: 'The body is larger than this call accepts.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'UnsupportedMediaType', detail: 'Send the body as application/json.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'MalformedJson', detail: 'Content-Length does not match the body.' },
  FST_ERR_BAD_URL: { code: 'NotFound', detail: 'The path is not a valid URL.' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'NotFound', detail: 'A part of the path is too long.' },
};

const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
  504: 'DeadlineExceeded',
};

/** Turns anything thrown into a refusal that says what the caller may know and nothing of our insides. */
export function describeFailure(thrown: unknown): Failure {
  if (thrown instanceof RequestRefused) {
    return { code: thrown.code, detail: thrown.message, extras: thrown.extras, blame: 'theirs' };
  }
  const { code, statusCode, retriable } = (thrown ?? {}) as Partial<
    Record<'code' | 'statusCode' | 'retriable', unknown>
  >;
  const known = typeof code === 'string' ? OF_FASTIFY[code] : undefined;
  if (known) return { ...known, extras: {}, blame: 'theirs' };
  // secure-json-parse refuses `__proto__` with a bare SyntaxError marked as the caller's fault.
  if (thrown instanceof SyntaxError && statusCode === 400) {
    return { code: 'MalformedJson', detail: 'The body could not be parsed as JSON.', extras: {}, blame: 'theirs' };
  }
  if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    const mapped = OF_STATUS[thrown.getStatus()] ?? 'ValidationFailed';
    return { code: mapped, detail: thrown.message, extras: {}, blame: 'theirs' };
  }
  if (retriable === true) {
    const extras = { headers: { 'retry-after': '1' } };
    return { code: 'ServiceUnavailable', detail: 'Try again in a moment.', extras, blame: 'ours' };
  }
  const detail = 'The failure is recorded under this request id.';
  return { code: 'InternalError', detail, extras: {}, blame: 'ours' };
}
