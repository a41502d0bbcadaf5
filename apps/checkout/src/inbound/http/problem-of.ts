import type { ProblemCode } from '@reprise/contracts/http';
import type { OrderRejectionCode } from '../../domain/check-order.js';

/** The problem each refusal is answered with. A code left out does not compile. */
export const problemOf: { readonly [code in OrderRejectionCode]: ProblemCode } = {
  MarketNotFound: 'MarketNotFound',
  MarketNotLive: 'MarketNotLive',
  MarketInOtherRegion: 'MarketInOtherRegion',
  IdempotencyKeyMissing: 'IdempotencyKeyMissing',
  IdempotencyKeyReused: 'IdempotencyKeyReused',
  IdempotencyKeyInUse: 'IdempotencyKeyInUse',
  QuoteTokenInvalid: 'QuoteTokenInvalid',
  QuoteExpired: 'QuoteExpired',
  QuoteAlreadyUsed: 'QuoteAlreadyUsed',
  VoucherUsed: 'VoucherUsed',
  PaymentMethodNotAccepted: 'PaymentMethodNotAccepted',
  ShipToDiffersFromQuote: 'ShipToDiffersFromQuote',
  OrderNotFound: 'OrderNotFound',
  OrderNotRefundable: 'OrderNotRefundable',
};
