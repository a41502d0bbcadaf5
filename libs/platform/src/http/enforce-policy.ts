import type { Operation } from '@reprise/contracts/http';
import { RequestRefused } from './answer.js';
import { anonymous } from './principal.js';
import type { Principal } from './principal.js';
import { unauthenticated } from './verify-token.js';
import type { VerifyToken } from './verify-token.js';

/**
 * Who the caller is, if the operation lets them in. A call open to everybody and no one else does not look at tokens at all, so
 * its answers can be shared by caches. Throws {@link RequestRefused} `Unauthenticated` or `Forbidden`.
 */
export async function enforcePolicy(
  operation: Pick<Operation, 'policy'>,
  authorization: string | undefined,
  verify: VerifyToken,
): Promise<Principal> {
  const { policy } = operation;
  if (isPublicOnly(operation)) return anonymous;
  if (authorization === undefined) {
    if (policy.includes('public')) return anonymous;
    throw unauthenticated('missing');
  }
  const [, token] = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(authorization) ?? [];
  if (token === undefined) throw unauthenticated('invalid_token');
  const principal = await verify(token);
  if (policy.includes(principal.role) || policy.includes('public')) return principal;
  throw new RequestRefused('Forbidden', `This call is for ${policy.join(', ')}; the token is for ${principal.role}.`);
}

/** True when a token was shown and decides something. */
export function looksAtToken(operation: Pick<Operation, 'policy'>, authorization: string | undefined): boolean {
  return authorization !== undefined && !isPublicOnly(operation);
}

/** True when a token would change nothing. */
export function isPublicOnly({ policy }: Pick<Operation, 'policy'>): boolean {
  return policy.every((role) => role === 'public');
}
