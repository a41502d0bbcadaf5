import { quoteTokenAlgorithm, quoteTokenClaimsSchema, quoteTokenIssuer, quoteTokenType } from '@reprise/contracts';
import type { LockedQuote, QuoteTokenClaims } from '@reprise/contracts';
import { Money, mustBeId, mustBeInstant, mustBeMarketCode, reject } from '@reprise/kernel';
import type { Outcome } from '@reprise/kernel';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { QuoteVerifier } from '../../application/ports.js';
import type { OrderRejection } from '../../domain/check-order.js';
import type { QuotedLine, VerifiedQuote } from '../../domain/order.js';

/** Checks quote tokens against pricing's public keys, without asking pricing. */
export class QuoteTokenVerifier implements QuoteVerifier {
  private readonly keys: ReturnType<typeof createLocalJWKSet>;

  constructor(jwks: { readonly keys: readonly object[] }) {
    this.keys = createLocalJWKSet(jwks as unknown as JSONWebKeySet);
  }

  async verify(token: string): Promise<Outcome<VerifiedQuote, OrderRejection>> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        algorithms: [quoteTokenAlgorithm],
        typ: quoteTokenType,
        issuer: quoteTokenIssuer,
        requiredClaims: ['exp', 'jti'],
      });
      const claims = quoteTokenClaimsSchema.safeParse(payload);
      return claims.success ? quoteOf(claims.data) : invalid;
    } catch (error) {
      if (error instanceof errors.JWTExpired) return expired;
      if (error instanceof errors.JOSEError) return invalid;
      throw error;
    }
  }
}

const invalid: OrderRejection = reject('QuoteTokenInvalid', 'Hand the token over as it was given.', {
  field: 'quoteToken',
});
const expired: OrderRejection = reject('QuoteExpired', 'Ask for a new quote.', { field: 'quoteToken' });

function quoteOf({ jti, market, region, quote }: QuoteTokenClaims): VerifiedQuote {
  const { net, tax, fees, shipping, gross } = quote.totals;
  return {
    quoteId: mustBeId(jti),
    market: mustBeMarketCode(market),
    region,
    expiresAt: mustBeInstant(quote.expiresAt),
    ...(quote.cartId !== undefined && { cartId: mustBeId(quote.cartId) }),
    shipTo: quote.shipTo,
    ...(quote.elsewhere !== undefined && { elsewhere: quote.elsewhere }),
    lines: quote.lines.map(lineOf),
    totals: {
      net: Money.fromJson(net),
      tax: Money.fromJson(tax),
      fees: Money.fromJson(fees),
      shipping: Money.fromJson(shipping),
      gross: Money.fromJson(gross),
    },
    ...(quote.voucher !== undefined && { voucher: { code: quote.voucher.code, onceOnly: quote.voucher.onceOnly } }),
    shown: {
      taxLines: quote.taxLines,
      fees: quote.fees,
      shipping: quote.shipping,
      ...(quote.voucher !== undefined && { voucher: quote.voucher }),
      ...(quote.buyer !== undefined && { buyer: quote.buyer }),
    },
  };
}

function lineOf(shown: LockedQuote['lines'][number]): QuotedLine {
  const { offerId, sellerId, variantId, quantity, net, tax, gross } = shown;
  return {
    offerId: mustBeId(offerId),
    sellerId: mustBeId(sellerId),
    variantId: mustBeId(variantId),
    quantity,
    net: Money.fromJson(net),
    tax: Money.fromJson(tax),
    gross: Money.fromJson(gross),
    shown,
  };
}
