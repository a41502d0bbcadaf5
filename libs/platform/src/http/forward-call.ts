import type { Operation } from '@reprise/contracts/http';
import { Readable } from 'node:stream';
import { rawAnswer } from './answer.js';
import type { RawAnswer } from './answer.js';
import type { Call } from './call.js';
import type { ServiceClient } from './service-client.js';

/** What a service is told of the request. An allow list: what is not here (cookies, forwarding headers, hop-by-hop) stops at the gateway. */
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'prefer',
] as const;

/** What a caller is told of the answer. */
const ANSWER_HEADERS = [
  'allow',
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'etag',
  'idempotent-replayed',
  'last-modified',
  'location',
  'preference-applied',
  'retry-after',
  'vary',
  'www-authenticate',
] as const;

/**
 * Passes a call on to the service that owns it, at the same method and path, and its answer back, problems included. The body goes
 * out byte for byte as it came in; streams both ways are streamed.
 */
export async function forwardCall<O extends Operation>(call: Call<O>, client: ServiceClient): Promise<RawAnswer> {
  const { raw } = call;
  const streamed = raw.body instanceof Readable ? raw.body : undefined;
  const answered = await client.send({
    method: raw.method,
    path: raw.url,
    headers: {
      ...pick(raw.headers, REQUEST_HEADERS),
      'x-request-id': call.requestId,
      // The bytes pass unchanged, so their number does too; the owner tells by it how far an upload is, and that one was cut short.
      ...(streamed && pick(raw.headers, ['content-length'])),
    },
    body: call.rawBody ?? streamed,
    deadlineAtMs: call.deadlineAtMs,
    signal: call.signal,
  });
  const headers = pick(answered.headers, ANSWER_HEADERS);
  if (raw.method !== 'HEAD' && answered.status !== 204 && answered.status !== 304) {
    return rawAnswer(answered.status, answered.body, headers);
  }
  answered.body.resume();
  delete headers['content-length'];
  return rawAnswer(answered.status, null, headers);
}

function pick(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}
