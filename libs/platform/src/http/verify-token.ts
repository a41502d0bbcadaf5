import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { RequestRefused } from './answer.js';
import type { Principal } from './principal.js';

/** Issuer and audience of every token of this system: a token made for another is refused whoever signed it. */
export const TOKEN_PARTY = 'reprise';

/** Roles a token may carry. `public` is the absence of one. */
export const TOKEN_ROLES = ['seller', 'ops', 'finance', 'buyer'] as const;

export type TokenRole = (typeof TOKEN_ROLES)[number];

/** Says who holds a token. Throws {@link RequestRefused} `Unauthenticated` with a reason that helps an honest caller only. */
export type VerifyToken = (token: string) => Promise<Principal>;

/**
 * Verifies bearer tokens against keys known beforehand: nothing is fetched, so no outage and no forged `jku` can reach it.
 * EdDSA alone is accepted, whatever the header says: that closes `none` and the HMAC-with-the-public-key trick at once.
 */
export function tokenVerifier(jwks: { readonly keys: readonly object[] }): VerifyToken {
  const keys = createLocalJWKSet(jwks as JSONWebKeySet);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['EdDSA'],
        issuer: TOKEN_PARTY,
        audience: TOKEN_PARTY,
        requiredClaims: ['exp', 'sub', 'role'],
        clockTolerance: 5,
      });
      const { role, sub } = payload as { role?: unknown; sub?: unknown };
      if (!isTokenRole(role) || typeof sub !== 'string' || sub === '') throw unauthenticated('invalid_token');
      return { role, subject: sub };
    } catch (error) {
      if (error instanceof RequestRefused) throw error;
      if (error instanceof errors.JWTExpired) throw unauthenticated('expired');
      if (error instanceof errors.JOSEError) throw unauthenticated('invalid_token');
      throw error;
    }
  };
}

/** The refusal of a call that needs a token, with the challenge RFC 6750 asks for. */
export function unauthenticated(why: 'missing' | 'expired' | 'invalid_token'): RequestRefused {
  const detail = {
    missing: 'Send a token as "Authorization: Bearer …".',
    expired: 'The token has expired.',
    invalid_token: 'The token is not valid here.',
  }[why];
  const challenge = why === 'missing' ? 'Bearer realm="reprise"' : 'Bearer realm="reprise", error="invalid_token"';
  return new RequestRefused('Unauthenticated', detail, { headers: { 'www-authenticate': challenge } });
}

function isTokenRole(role: unknown): role is TokenRole {
  return (TOKEN_ROLES as readonly unknown[]).includes(role);
}
