import type { ProblemCode } from '@reprise/contracts/http';
import type { CartRejectionCode } from '../../domain/cart.js';

/** The problem each refusal is answered with. A code left out does not compile. */
export const problemOf: { readonly [code in CartRejectionCode]: ProblemCode } = {
  MarketNotFound: 'MarketNotFound',
  MarketNotLive: 'MarketNotLive',
  MarketInOtherRegion: 'MarketInOtherRegion',
  CartNotFound: 'CartNotFound',
  CartExpired: 'CartExpired',
  OfferNotFound: 'OfferNotFound',
  OfferNotListed: 'OfferNotListed',
  OutOfStock: 'OutOfStock',
};
