import { z } from 'zod';
import { quoteLineSchema, quoteSchema, shipToSchema } from './http/quotes.js';
import { marketCodeSchema } from './vocabulary.js';

/** The `typ` header of a quote token, so that no other token of ours passes for one (RFC 8725 §3.11). */
export const quoteTokenType = 'reprise-quote+jwt';

/** The one signature algorithm a quote token has; a verifier accepts no other. */
export const quoteTokenAlgorithm = 'EdDSA';

/** The `iss` claim: pricing alone signs quotes. */
export const quoteTokenIssuer = 'reprise-pricing';

/**
 * What a quote locked, as the order needs it: the answer `createQuote` gave, without its token, plus where it ships and the cart it
 * came from. Signed and not encrypted: whoever holds the token can read every field, so nothing is in it that a buyer may not know.
 */
export const lockedQuoteSchema = quoteSchema.omit({ token: true }).extend({
  lines: z.array(quoteLineSchema).min(1),
  shipTo: shipToSchema,
  /**
   * Areas of the country that would be taxed otherwise, where `shipTo` leaves open whether it lies in one: the order may not go there on
   * this quote. Postal codes are codes, prefixes (`35*`) or ranges (`9000-9499`); with cities, only those of the codes in one of them; except
   * cities, those in none of them.
   */
  elsewhere: z
    .array(
      z.object({
        postalCodes: z.array(z.string()),
        cities: z.array(z.string()).optional(),
        exceptCities: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** The cart whose holds the order takes over. */
  cartId: z.uuid().optional(),
});

/**
 * Claims of a quote token: a compact JWS, EdDSA, header `typ` = `quoteTokenType`, signed by pricing and verified by checkout
 * without a call. `iat` and `exp` are whole seconds since 1970 (RFC 7519); `exp` is `quote.expiresAt`.
 */
export const quoteTokenClaimsSchema = z.object({
  iss: z.literal(quoteTokenIssuer),
  /** The quote's id: it can be ordered once. */
  jti: z.uuid(),
  iat: z.int().positive(),
  exp: z.int().positive(),
  market: marketCodeSchema,
  /** The cell that signed it, and so the only one where it can be ordered. */
  region: z.string().min(2),
  quote: lockedQuoteSchema,
});

export type LockedQuote = z.infer<typeof lockedQuoteSchema>;
export type QuoteTokenClaims = z.infer<typeof quoteTokenClaimsSchema>;
