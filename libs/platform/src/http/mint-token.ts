import { SignJWT, importJWK } from 'jose';
import { TOKEN_PARTY } from './verify-token.js';
import type { TokenRole } from './verify-token.js';

/** What a token says and for how long. */
export interface TokenClaims {
  readonly role: TokenRole;
  /** Seller id, operator id or order id. */
  readonly sub: string;
  /** Stolen tokens work this long; nothing revokes them earlier. */
  readonly ttlSeconds: number;
}

/** Signs a token with a private Ed25519 JWK; its `kid` must be among the keys the verifiers know. */
export async function mintToken({ role, sub, ttlSeconds }: TokenClaims, privateJwk: object): Promise<string> {
  const { kid } = privateJwk as { kid?: string };
  if (!kid) throw new TypeError('the signing key has no kid, so no verifier could find it');
  const issuedAtSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ role })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
    .setIssuer(TOKEN_PARTY)
    .setAudience(TOKEN_PARTY)
    .setSubject(sub)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(issuedAtSeconds + ttlSeconds)
    .sign(await importJWK(privateJwk, 'EdDSA'));
}
