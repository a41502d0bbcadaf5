import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const SANE = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,127}$/;

/** The id of a request: the caller's `x-request-id` if it is fit for a log line, a fresh UUIDv7 otherwise. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : freshId();
}

/**
 * A UUIDv7 made of a random UUID, whose random bits Node keeps ready: every request pays for one, so it costs a tenth of `newId`. Two of one
 * millisecond are in no order, which ids of requests need not be.
 */
function freshId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
