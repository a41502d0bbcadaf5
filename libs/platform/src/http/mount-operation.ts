import { context as otel } from '@opentelemetry/api';
import type { Operation, ProblemCode } from '@reprise/contracts/http';
import { mediaTypesOf, problemCodes } from '@reprise/contracts/http';
import { Bug, isRejection } from '@reprise/kernel';
import type { Rejection } from '@reprise/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../telemetry/logger.js';
import { Answer, ProblemAnswer, RawAnswer, RequestRefused } from './answer.js';
import type { Call, Handler } from './call.js';
import { checkAnswer } from './check-answer.js';
import { STREAM_DEADLINE } from './deadline.js';
import { enforcePolicy, isPublicOnly, looksAtToken } from './enforce-policy.js';
import { answerFailure } from './fastify-server.js';
import { OperationCall } from './operation-call.js';
import { PROBLEM_JSON, problemDocument } from './problem-document.js';
import type { RateLimit } from './rate-limit.js';
import { callValidator, isStreamed } from './validate-call.js';
import type { VerifyToken } from './verify-token.js';

/** Which problem each rejection of a service is answered with. Write it as `{ [C in PricingRejection['code']]: ProblemCode }`: a code left out then does not compile. */
export type ProblemOf = Readonly<Record<string, ProblemCode>>;

/** What mounted operations share. */
export interface OperationHost {
  readonly server: FastifyInstance;
  readonly logger: Logger;
  readonly verify: VerifyToken;
  readonly problemOf: ProblemOf;
  readonly checkAnswers: boolean;
  readonly rateLimit?: RateLimit | undefined;
}

/**
 * Puts an operation on the server: method, path, policy, validation and deadline all come from the contract, the handler only
 * answers. Fastify routes it directly; nothing of Nest runs per request.
 */
export function mountOperation<O extends Operation>(host: OperationHost, operation: O, handler: Handler<O>): void {
  const validate = callValidator(operation);
  const streamed = isStreamed(operation);
  const successStatus = Number(Object.keys(operation.responses)[0]);
  const maxBytes = operation.body?.meta()?.['maxBytes'];
  if (!Number.isInteger(successStatus)) throw new Bug(`the operation ${operation.id} declares no success answer`);

  host.server.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { operation, ...(streamed && { deadline: STREAM_DEADLINE }) },
    ...(typeof maxBytes === 'number' && { bodyLimit: maxBytes }),
    // Before the body is read: a stranger cannot make us parse anything.
    ...(!isPublicOnly(operation) && {
      onRequest: (request: FastifyRequest, reply: FastifyReply) => identify(host, operation, request, reply),
    }),
    handler: (request, reply) => {
      otel.with(request.exchange.trace, () => {
        try {
          if (operation.body) expectMediaType(request, mediaTypesOf(operation));
          const call = new OperationCall(
            operation,
            request,
            reply,
            validate(request),
            host.logger,
          ) as unknown as Call<O>;
          const answered = handler(call);
          // A read model answers at once; only what waits pays for a promise.
          if (answered instanceof Promise) answered.then(send, fail);
          else send(answered);
        } catch (error) {
          fail(error);
        }
      });

      function send(answered: unknown): void {
        if (reply.sent) return;
        try {
          sendAnswer(host, operation, toAnswer(host, successStatus, answered), request, reply);
        } catch (error) {
          fail(error);
        }
      }

      function fail(error: unknown): void {
        // What gives up because it was told to is no failure: the deadline has been answered already, or nobody listens any more.
        if (request.exchange.abort?.signal.aborted && (reply.sent || reply.raw.destroyed)) return;
        answerFailure(host, error, request, reply);
      }
    },
  });
}

/** Who calls, counted against their rate: by whom a valid token is for, a wrong one by where it came from. */
async function identify(
  { verify, rateLimit }: OperationHost,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { authorization } = request.headers;
  const counted = looksAtToken(operation, authorization) ? rateLimit : undefined;
  try {
    request.exchange.principal = await enforcePolicy(operation, authorization, verify);
  } catch (refusal) {
    counted?.chargeAddress(request, reply);
    throw refusal;
  }
  counted?.chargeToken(request, reply, request.exchange.principal);
}

function toAnswer(host: OperationHost, successStatus: number, answered: unknown): Answer | RawAnswer | ProblemAnswer {
  if (answered instanceof Answer || answered instanceof RawAnswer || answered instanceof ProblemAnswer) return answered;
  return isRejection(answered) ? rejected(host.problemOf, answered) : new Answer(successStatus, answered);
}

function rejected(problemOf: ProblemOf, { code, message, field, details }: Rejection): ProblemAnswer {
  const problemCode = problemOf[code] ?? (code in problemCodes ? (code as ProblemCode) : undefined);
  if (problemCode === undefined) throw new Bug(`the rejection ${code} has no problem code; add it to problemOf`);
  return new ProblemAnswer(problemCode, message, {
    ...(field !== undefined && { errors: [{ field, code: problemCode, message }] }),
    ...(details && { details }),
  });
}

function sendAnswer(
  { checkAnswers }: OperationHost,
  operation: Operation,
  answered: Answer | RawAnswer | ProblemAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  // A HEAD is answered like its GET, and may leave the body out.
  if (checkAnswers && request.method !== 'HEAD') checkAnswer(operation, answered);
  if (answered instanceof ProblemAnswer) {
    const { code, detail, extras } = answered;
    const document = problemDocument(code, detail, request.id, extras);
    reply.code(document.status).headers({ ...extras.headers });
    reply.header('content-type', PROBLEM_JSON).send(JSON.stringify(document));
    return;
  }
  reply.code(answered.status).headers(answered.headers);
  if (answered instanceof RawAnswer || answered.body == null) reply.send(answered.body ?? undefined);
  else reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answered.body));
}

function expectMediaType(request: FastifyRequest, expected: readonly string[]): void {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';', 1);
  if (expected.includes(type.trim())) return;
  // No body at all is for the schema to refuse, by the name of what is missing. A stream has no schema.
  if (request.body === undefined && expected.includes('application/json')) return;
  throw new RequestRefused('UnsupportedMediaType', `Send the body as ${expected.join(' or ')}.`);
}
