import type { ProblemCode } from '@reprise/contracts/http';
import type { MoveRejection } from '../../application/move-unit.js';
import type { RegistrationRejection } from '../../application/register-units.js';
import type { CartRejectionCode } from '../../domain/cart.js';

type RejectionCode = CartRejectionCode | RegistrationRejection['code'] | MoveRejection['code'];

/** The problem each refusal is answered with. A code left out does not compile. */
export const problemOf: { readonly [code in RejectionCode]: ProblemCode } = {
  MarketNotFound: 'MarketNotFound',
  MarketNotLive: 'MarketNotLive',
  MarketInOtherRegion: 'MarketInOtherRegion',
  CartNotFound: 'CartNotFound',
  CartExpired: 'CartExpired',
  OfferNotFound: 'OfferNotFound',
  OfferNotListed: 'OfferNotListed',
  QuantityExceeded: 'QuantityExceeded',
  CartFull: 'CartFull',
  OutOfStock: 'OutOfStock',
  UnitRejected: 'UnitRejected',
  UnitNotSellable: 'UnitNotSellable',
  UnitIdentityActive: 'UnitIdentityActive',
  UnitAlreadyRegistered: 'UnitAlreadyRegistered',
  UnitNotFound: 'UnitNotFound',
  UnitTransitionNotAllowed: 'UnitTransitionNotAllowed',
  UnitPromised: 'UnitPromised',
};
