import { problemCodes } from '@reprise/contracts/http';
import type { Problem, ProblemCode } from '@reprise/contracts/http';
import type { ProblemExtras } from './answer.js';

/** The media type of every refusal (RFC 9457). */
export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** The document a refusal is sent as. `type` is a URN: it identifies the code and promises no page. */
export function problemDocument(
  code: ProblemCode,
  detail: string,
  requestId: string,
  extras: ProblemExtras = {},
): Problem {
  const { status, title } = problemCodes[code];
  return {
    type: `urn:reprise:problem:${code}`,
    title,
    status,
    code,
    detail,
    errors: [...(extras.errors ?? [])],
    requestId,
    ...(extras.details && { details: extras.details }),
  };
}
