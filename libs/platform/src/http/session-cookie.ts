import { CSRF_HEADER } from '@reprise/contracts/http';
import type { Operation } from '@reprise/contracts/http';
import type { FastifyRequest } from 'fastify';
import { RequestRefused } from './answer.js';

/** How a browser keeps a token that its scripts cannot read. */
export interface SessionCookie {
  readonly name: string;
  /** False only where there is no TLS: a cookie marked secure would not come back. */
  readonly secure: boolean;
}

/**
 * The cookie of a region. Named by it, because cookies know no ports: two gateways on one host would overwrite each other's. `__Host-`
 * makes the browser itself refuse one that another host or a connection without TLS tries to set.
 */
export function sessionCookie(region: string, secure: boolean): SessionCookie {
  return { name: `${secure ? '__Host-' : ''}reprise-${region}`, secure };
}

/** The `Set-Cookie` that keeps a token until it ends; an age of 0 forgets it. */
export function setCookie({ name, secure }: SessionCookie, token: string, maxAgeSeconds: number): string {
  const attributes = [
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${maxAgeSeconds}`,
    ...(secure ? ['Secure'] : []),
  ];
  return [`${name}=${token}`, ...attributes].join('; ');
}

/**
 * Lets the cookie stand for an absent `Authorization`, before anything looks at that header: policy, doors and forwards know tokens alone,
 * and no service ever sees a cookie. Throws {@link RequestRefused} `Forbidden` when a call that changes something lacks the header a
 * foreign page cannot send.
 */
export function readSessionCookie(
  { headers, method }: Pick<FastifyRequest, 'headers' | 'method'>,
  cookie: SessionCookie,
  operation: Pick<Operation, 'policy'> | undefined,
): void {
  if (headers.authorization !== undefined || headers.cookie === undefined) return;
  const token = valueOf(headers.cookie, cookie.name);
  if (token === undefined) return;
  if (method === 'GET' || method === 'HEAD' || headers[CSRF_HEADER] !== undefined) {
    headers.authorization = `Bearer ${token}`;
    return;
  }
  // A call for everybody stays one: it goes on as nobody's.
  if (operation === undefined || operation.policy.includes('public')) return;
  throw new RequestRefused(
    'Forbidden',
    'Signed in by cookie, a call that changes something needs the header X-Reprise-CSRF.',
  );
}

function valueOf(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const [key = '', value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}
