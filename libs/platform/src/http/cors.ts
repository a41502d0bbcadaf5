import type { FastifyReply, FastifyRequest } from 'fastify';

/** Which browser origins may do more than read public data. */
export interface CorsOptions {
  /** Exact origins (`https://shop.example`), as storefronts and the console are deployed. */
  readonly origins: readonly string[];
}

const ALLOWED_HEADERS =
  'authorization, content-type, idempotency-key, prefer, if-match, if-none-match, accept-language, x-request-id, traceparent, x-deadline-ms';
const EXPOSED_HEADERS =
  'content-language, etag, location, retry-after, x-request-id, preference-applied, idempotent-replayed, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy';
const PREFLIGHT_TTL_SECONDS = '7200';

/**
 * Cross-origin rules. Anybody's page may read what anybody may read (`GET` without a token); every other call is for the origins
 * of our own storefronts and console. Tokens travel in a header, never in a cookie, so credentials mode stays off.
 * True when the request was a preflight and has been answered.
 */
export function applyCors(request: FastifyRequest, reply: FastifyReply, { origins }: CorsOptions): boolean {
  const { origin, 'access-control-request-method': wanted } = request.headers;
  const preflight = request.method === 'OPTIONS' && wanted !== undefined;
  if (origin === undefined) return false;
  const trusted = origins.includes(origin);
  const method = preflight ? wanted : request.method;
  const wantsToken =
    request.headers.authorization !== undefined ||
    /\bauthorization\b/i.test(request.headers['access-control-request-headers'] ?? '');
  const readsPublic = (method === 'GET' || method === 'HEAD') && !wantsToken;
  if (trusted || readsPublic) {
    reply.header('access-control-allow-origin', trusted ? origin : '*');
    reply.header('access-control-expose-headers', EXPOSED_HEADERS);
  }
  if (!preflight) return false;
  if (trusted || readsPublic) {
    reply.header('access-control-allow-methods', trusted ? 'GET, HEAD, PUT, POST, DELETE' : 'GET, HEAD');
    reply.header('access-control-allow-headers', ALLOWED_HEADERS);
    reply.header('access-control-max-age', PREFLIGHT_TTL_SECONDS);
  }
  reply.code(204).send();
  return true;
}

/** Adds `Origin` to what an answer varies by: a shared cache must not hand an answer made for one origin, or for none, to another. */
export function varyByOrigin(reply: FastifyReply): void {
  const stated = reply.getHeader('vary');
  if (typeof stated !== 'string' || stated === '') reply.header('vary', 'Origin');
  else if (!/(^|,)\s*origin\s*(,|$)/i.test(stated)) reply.header('vary', `${stated}, Origin`);
}
