import type { Rejection } from '@reprise/kernel';
import { reject } from '@reprise/kernel';

/** Every reason a basket has no price. Each is a problem code of the API and is explained in this service's README. */
export const quoteRejectionCodes = [
  'OfferNotListed',
  'QuantityExceeded',
  'DestinationNotServed',
  'DestinationIncomplete',
  'MissingTaxRateForDestination',
  'ShippingMethodNotOffered',
  'BuyerVatIdInvalid',
  'VoucherUnknown',
  'VoucherOfOtherMarket',
  'VoucherNotInForce',
  'VoucherBelowMinimum',
  'VoucherNotApplicable',
  'QuoteRejected',
] as const;

export type QuoteRejectionCode = (typeof quoteRejectionCodes)[number];

/** Why there is no price: a business answer. `field` names what to mend as a path: `lines[0].quantity`, `shipTo.region`. */
export type PriceRejection = Rejection<QuoteRejectionCode>;

/** Every reason a seller's terms are refused, one a field; the API answers `OfferRejected` and lists all of them. */
export const offerTermsRejectionCodes = [
  'priceMissing',
  'duplicateMarket',
  'currencyNotAllowedInMarket',
  'moneyMalformed',
  'tooManyDecimals',
  'outOfRange',
  'priceNotPositive',
  'priceBelowMarketMinimum',
  'priceAboveMarketMaximum',
  'priceBelowMinimum',
  'priceAboveMaximum',
  'priceRangeInverted',
  'gradeNotAllowed',
  'quantityOutOfRange',
  'warrantyOutOfRange',
  'warrantyTooShort',
  'batteryHealthOutOfRange',
  'vatSchemeNotAllowed',
  'originNotServed',
] as const;

export type OfferTermsRejectionCode = (typeof offerTermsRejectionCodes)[number];
export type OfferTermsRejection = Rejection<OfferTermsRejectionCode> & { readonly field: string };

export function rejectQuote(code: QuoteRejectionCode, field: string, message: string): PriceRejection {
  return reject(code, message, { field });
}
