import { quoteTokenAlgorithm, quoteTokenIssuer, quoteTokenType } from '@reprise/contracts';
import type { LockedQuote, QuoteTokenClaims } from '@reprise/contracts';
import type { Instant } from '@reprise/kernel';
import { importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** Signs quotes with this cell's private key. Checkout holds the public one and needs nothing else to trust them. */
export class QuoteTokenSigner {
  private constructor(
    private readonly key: CryptoKey,
    private readonly keyId: string,
    private readonly region: string,
  ) {}

  /** `privateJwk` as configuration read it: an OKP key with its `d`. */
  static async open(
    privateJwk: { readonly kid: string; readonly kty: string },
    region: string,
  ): Promise<QuoteTokenSigner> {
    const key = await importJWK(privateJwk as JWK, quoteTokenAlgorithm);
    if (key instanceof Uint8Array) throw new Error('PRICING_QUOTE_PRIVATE_JWK must be a private Ed25519 key');
    return new QuoteTokenSigner(key, privateJwk.kid, region);
  }

  /** The token of a quote. `exp` is cut to whole seconds, never later than the quote says. */
  sign(quote: LockedQuote, issuedAt: Instant): Promise<string> {
    const claims: Omit<QuoteTokenClaims, 'iss' | 'jti' | 'iat' | 'exp'> = {
      market: quote.market,
      region: this.region,
      quote,
    };
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: quoteTokenAlgorithm, typ: quoteTokenType, kid: this.keyId })
      .setIssuer(quoteTokenIssuer)
      .setJti(quote.id)
      .setIssuedAt(Math.floor(issuedAt / 1000))
      .setExpirationTime(Math.floor(Date.parse(quote.expiresAt) / 1000))
      .sign(this.key);
  }
}
