import { quoteTokenAlgorithm, quoteTokenIssuer, quoteTokenType } from '@reprise/contracts';
import type { LockedQuote } from '@reprise/contracts';
import { newId } from '@reprise/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

const money = (amount: string) => ({ amount, currency: 'EUR' });

export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly privateJwk: JWK & { kid: string };
  readonly publicJwk: JWK & { kid: string };
}

export async function newSigningKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(quoteTokenAlgorithm, { extractable: true });
  const named = { kid, alg: quoteTokenAlgorithm };
  return {
    privateKey,
    privateJwk: { ...(await exportJWK(privateKey)), ...named },
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
  };
}

/** One phone for 499.00, VAT inside, delivered free to Paris: as pricing would lock it. */
export function quoteOf(offerId: string, changed: Partial<LockedQuote> = {}): LockedQuote {
  const vat = {
    jurisdiction: { country: 'FR', code: 'FR', name: 'France' },
    rate: '0.20',
    taxable: money('415.83'),
    amount: money('83.17'),
    treatment: 'standard' as const,
    taxCollectionResponsibility: 'SELLER' as const,
  };
  return {
    id: newId(),
    market: 'fr',
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    currency: 'EUR',
    taxInclusive: true,
    lines: [
      {
        offerId,
        sellerId: newId(),
        variantId: newId(),
        grade: 'EXCELLENT',
        vatScheme: 'REGULAR',
        quantity: 1,
        unitPrice: money('499.00'),
        net: money('415.83'),
        tax: money('83.17'),
        gross: money('499.00'),
        taxLines: [vat],
        fees: [],
        includedLevies: [],
      },
    ],
    taxLines: [vat],
    fees: [],
    shipping: {
      method: 'standard',
      name: 'Standard',
      amount: money('0.00'),
      tax: money('0.00'),
      gross: money('0.00'),
      taxLines: [],
    },
    totals: {
      net: money('415.83'),
      tax: money('83.17'),
      fees: money('0.00'),
      shipping: money('0.00'),
      gross: money('499.00'),
    },
    precision: 'country',
    legalMentions: [],
    shipTo: { country: 'FR', postalCode: '75011' },
    ...changed,
  };
}

/** Signs a quote as pricing does; `changed` makes it one that pricing would not have signed like that. */
export function signQuote(
  quote: LockedQuote,
  key: SigningKey,
  changed: {
    readonly typ?: string;
    readonly issuer?: string;
    readonly region?: string;
    readonly expiresAt?: number;
  } = {},
): Promise<string> {
  const { typ = quoteTokenType, issuer = quoteTokenIssuer, region = 'eu', expiresAt } = changed;
  return new SignJWT({ market: quote.market, region, quote })
    .setProtectedHeader({ alg: quoteTokenAlgorithm, typ, kid: key.publicJwk.kid })
    .setIssuer(issuer)
    .setJti(quote.id)
    .setIssuedAt()
    .setExpirationTime(expiresAt ?? Math.floor(Date.parse(quote.expiresAt) / 1000))
    .sign(key.privateKey);
}
