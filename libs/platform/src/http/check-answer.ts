import type { Operation } from '@reprise/contracts/http';
import { commonProblemCodes } from '@reprise/contracts/http';
import { Bug } from '@reprise/kernel';
import { isDeepStrictEqual } from 'node:util';
import { ProblemAnswer } from './answer.js';
import type { Answer, RawAnswer } from './answer.js';

/**
 * Holds an answer against its contract: a declared status, a body its schema accepts, no field the schema does not name (such
 * a field would be a leak), a declared problem code. Throws a {@link Bug}. On in tests and development (`HTTP_CHECK_ANSWERS`), off in
 * production, where it would cost a second walk through every body.
 */
export function checkAnswer(operation: Operation, answered: Answer | RawAnswer | ProblemAnswer): void {
  if (answered instanceof ProblemAnswer) return checkProblem(operation, answered);
  const { status, body } = answered;
  // A forwarded problem was held against the contract where it was made.
  if (status === 304 || answered.headers['content-type']?.startsWith('application/problem+json')) return;
  const schema = operation.responses[status];
  if (schema === undefined) throw new Bug(`${operation.id} answered ${status}, which it does not declare`);
  if (schema === null) {
    if (body != null) throw new Bug(`${operation.id} answered ${status} with a body, but declares none`);
    return;
  }
  const readable = readBody(answered);
  if (readable === undefined) return;
  const result = schema.safeParse(readable.value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Bug(`${operation.id} answered ${status} against its schema: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const undeclared = undeclaredField(readable.value, result.data, '');
  if (undeclared) throw new Bug(`${operation.id} answered ${status} with the undeclared field ${undeclared}`);
}

function checkProblem(operation: Operation, { code }: ProblemAnswer): void {
  const declared: readonly string[] = [...operation.problems, ...commonProblemCodes];
  if (!declared.includes(code)) throw new Bug(`${operation.id} answered ${code}, which it does not declare`);
}

/** What the caller will read. Streams and other media types cannot be looked into without being consumed. */
function readBody({ body, ...rest }: Answer | RawAnswer): { readonly value: unknown } | undefined {
  if (!('headers' in rest) || !(Buffer.isBuffer(body) || typeof body === 'string')) {
    if (typeof body === 'object' && body !== null && 'pipe' in body) return undefined;
    return { value: toWire(body) };
  }
  if (!rest.headers['content-type']?.startsWith('application/json')) return undefined;
  return { value: JSON.parse(body.toString()) };
}

function toWire(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body));
}

function undeclaredField(sent: unknown, declared: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(sent, declared) || typeof sent !== 'object' || sent === null) return undefined;
  for (const [key, value] of Object.entries(sent)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof declared !== 'object' || declared === null || !(key in declared)) return at;
    const deeper = undeclaredField(value, (declared as Record<string, unknown>)[key], at);
    if (deeper) return deeper;
  }
  return undefined;
}
