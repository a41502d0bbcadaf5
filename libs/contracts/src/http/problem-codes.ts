/**
 * Every problem code the API can answer with: its status and title. One table, so that a code means one thing everywhere, the
 * reference lists them all, and a missing code does not compile where services map their rejections.
 */
export const problemCodes = {
  // Any call.
  ValidationFailed: { status: 400, title: 'The request does not match its schema' },
  MalformedJson: { status: 400, title: 'The body is not valid JSON' },
  Unauthenticated: { status: 401, title: 'A valid token is needed' },
  Forbidden: { status: 403, title: 'This token may not do that' },
  NotFound: { status: 404, title: 'There is nothing at this address' },
  MethodNotAllowed: { status: 405, title: 'This address does not answer that method' },
  PayloadTooLarge: { status: 413, title: 'The body is too large' },
  UnsupportedMediaType: { status: 415, title: 'The body is of a type this call does not read' },
  TooManyRequests: { status: 429, title: 'Too many requests' },
  InternalError: { status: 500, title: 'Something went wrong on our side' },
  ServiceUnavailable: { status: 503, title: 'A part of the system is not answering' },
  DeadlineExceeded: { status: 504, title: 'The answer took longer than allowed' },

  // Markets.
  MarketNotFound: { status: 404, title: 'There is no such market' },
  MarketNotLive: { status: 409, title: 'The market is not open for sale' },
  MarketVersionNotFound: { status: 404, title: 'The market never had that version' },
  MarketInOtherRegion: { status: 421, title: 'Another region serves this market' },
  MarketTransitionNotAllowed: { status: 409, title: 'The market cannot move to that state from here' },
  MarketNotReady: { status: 409, title: 'Something keeps the market from opening' },
  NotTheWriterRegion: { status: 421, title: 'Another region writes this data' },
  ConcurrentModification: { status: 409, title: 'Somebody else changed it first' },

  // Catalogue.
  ProductNotFound: { status: 404, title: 'There is no such product' },
  SitemapNotFound: { status: 404, title: 'There is no such sitemap' },
  VariantNotFound: { status: 404, title: 'There is no such variant' },
  ProductMerged: { status: 409, title: 'The product was merged into another' },
  MergeRejected: { status: 422, title: 'These products cannot be merged' },
  ContentForbidden: { status: 422, title: 'The law forbids a word of this text' },
  SplitRejected: { status: 422, title: 'The product cannot be split that way' },

  // Offers and prices.
  OfferNotFound: { status: 404, title: 'There is no such offer' },
  SellerNotRegistered: { status: 403, title: 'This seller is not registered in this region' },
  SellerSuspended: { status: 403, title: 'This seller is suspended' },
  SellerNotFound: { status: 404, title: 'There is no such seller' },
  SellerTransitionNotAllowed: { status: 409, title: 'The seller cannot move to that state from here' },
  SellerNotVerifiable: { status: 409, title: 'Too little is known of the seller' },
  OfferImportNotFound: { status: 404, title: 'There is no such import' },
  OfferImportOutOfStep: { status: 409, title: 'The import is not where this upload begins' },
  OfferImportTakenOver: { status: 409, title: 'Another upload went on with this import' },
  OfferRejected: { status: 422, title: 'The offer breaks a rule' },
  PriceListNotFound: { status: 404, title: 'There is no such price list' },
  FeeTableNotFound: { status: 404, title: 'There is no such fee table' },
  FeeScaleRejected: { status: 422, title: 'The scale breaks a rule' },
  WebhookNotFound: { status: 404, title: 'There is no such webhook' },
  WebhookRejected: { status: 422, title: 'The webhook breaks a rule' },
  ScheduledPriceNotFound: { status: 404, title: 'Nothing of that name is stated ahead' },
  ScheduledPriceRejected: { status: 422, title: 'The price stated ahead breaks a rule' },
  PriceListRejected: { status: 422, title: 'The price list breaks a rule' },
  OverlappingPriceValidity: { status: 409, title: 'Another price list would tie with this one' },
  PriceProposalNotFound: { status: 404, title: 'There is no such set of proposed prices' },
  PriceProposalNotInThatState: { status: 409, title: 'The proposed prices are not in a state for that' },
  PriceProposalBelowCost: { status: 409, title: 'Some of these prices are below what the goods cost' },
  TaxTableRejected: { status: 422, title: 'The tax table breaks a rule' },
  TaxRatesRejected: { status: 422, title: 'This file of tax rates cannot be taken in' },
  TaxRateImportNotFound: { status: 404, title: 'There is no such import' },

  // Exchange rates.
  FxRatesRejected: { status: 422, title: 'The file of exchange rates cannot be read' },
  FxRateMissing: { status: 422, title: 'There is no exchange rate for that day' },
  FxRateStale: { status: 422, title: 'The exchange rate is too old' },

  // Quotes.
  OfferNotListed: { status: 422, title: 'The offer is not for sale in this market' },
  QuantityExceeded: { status: 422, title: 'More than one order may hold' },
  DestinationNotServed: { status: 422, title: 'This market does not ship there' },
  DestinationIncomplete: { status: 422, title: 'The address lacks what the price depends on' },
  MissingTaxRateForDestination: { status: 422, title: 'No tax rate is known for this destination' },
  ShippingMethodNotOffered: { status: 422, title: 'The market does not offer that shipping method' },
  BuyerVatIdInvalid: { status: 422, title: 'The VAT identification number is not valid' },
  VoucherRejected: { status: 422, title: 'The voucher breaks a rule' },
  VoucherNotFound: { status: 404, title: 'No such voucher was ever defined' },
  VoucherUnknown: { status: 422, title: 'There is no such voucher' },
  VoucherOfOtherMarket: { status: 422, title: 'The voucher is for another market' },
  VoucherNotInForce: { status: 422, title: 'The voucher has ended or not begun' },
  VoucherBelowMinimum: { status: 422, title: 'The voucher needs a larger basket' },
  VoucherNotApplicable: { status: 422, title: 'The voucher takes nothing off this basket' },
  QuoteRejected: { status: 422, title: 'The quote breaks a rule' },

  // Carts.
  CartNotFound: { status: 404, title: 'There is no such cart' },
  CartExpired: { status: 410, title: 'The cart has expired' },
  CartFull: { status: 422, title: 'The cart has all the lines it can' },
  OutOfStock: { status: 409, title: 'Not enough stock is left' },

  // Units.
  UnitNotFound: { status: 404, title: 'There is no such unit' },
  UnitRejected: { status: 422, title: 'The unit breaks a rule' },
  UnitIdentityActive: { status: 409, title: 'This device is already registered and not sold' },
  UnitAlreadyRegistered: { status: 409, title: 'This purchase is registered with other particulars' },
  UnitTransitionNotAllowed: { status: 409, title: 'The unit cannot move to that status from here' },
  UnitPromised: { status: 409, title: 'The unit is promised to somebody' },
  UnitNotSellable: { status: 422, title: 'The unit fails what a unit must pass first' },

  // Orders.
  IdempotencyKeyMissing: { status: 400, title: 'An Idempotency-Key header is needed' },
  IdempotencyKeyReused: { status: 422, title: 'The Idempotency-Key was used with another request' },
  IdempotencyKeyInUse: { status: 409, title: 'A request with this Idempotency-Key is still running' },
  QuoteTokenInvalid: { status: 422, title: 'The quote token is altered or not ours' },
  QuoteExpired: { status: 409, title: 'The quote has expired' },
  VoucherUsed: { status: 409, title: 'Another order used the voucher' },
  QuoteAlreadyUsed: { status: 409, title: 'The quote was already ordered' },
  PaymentMethodNotAccepted: { status: 422, title: 'The market does not accept that payment method' },
  ShipToDiffersFromQuote: { status: 422, title: 'The order ships elsewhere than the quote' },
  OrderNotFound: { status: 404, title: 'There is no such order' },
  OrderNotRefundable: { status: 409, title: 'The order has nothing to refund' },
  RefundExceedsPaid: { status: 422, title: 'More than is still paid' },
  AmountInvalid: { status: 422, title: 'Not an amount of the order’s currency' },

  // What follows an order.
  OrderNotInThatState: { status: 409, title: 'The order is not in a state for that' },
  LineNotFound: { status: 422, title: 'The order has no such line' },
  QuantityNotLeft: { status: 409, title: 'More pieces than are left of the line' },
  UnitIdentityMissing: { status: 422, title: 'Each device must be named by its IMEI or serial number' },
  UnitIdentityInvalid: { status: 422, title: 'Not the identity of a device' },
  UnitAlreadySent: { status: 409, title: 'This device is with a buyer already' },
  ShipmentNotFound: { status: 404, title: 'There is no such shipment' },
  ShipmentEnded: { status: 409, title: 'The parcel has arrived or was lost already' },
  DeliveryTimeInvalid: { status: 422, title: 'A parcel arrives after it was sent, and not in the future' },
  ReturnNotFound: { status: 404, title: 'There is no such return' },
  ReturnNotInThatState: { status: 409, title: 'The return is not in a state for that' },
  WithdrawalNotFound: { status: 404, title: 'There is no such withdrawal, or its token is not this one' },
  DocumentNotFound: { status: 404, title: 'There is no such document' },
  DocumentNotExportable: { status: 409, title: 'This document is no complete invoice under European VAT' },
  MediaTypeNotOffered: { status: 406, title: 'Not available in that media type' },
  WithdrawalPeriodOver: { status: 409, title: 'The withdrawal period is over' },

  // Reconciliation.
  SettlementFileRejected: { status: 422, title: 'This file cannot be read into that account' },
  SettlementFileNotFound: { status: 404, title: 'There is no such file' },
  ReconciliationNotFound: { status: 404, title: 'There is no such reconciliation' },
  ExceptionNotFound: { status: 404, title: 'There is no such exception' },
  ExceptionNotInThatState: { status: 409, title: 'Somebody else dealt with the exception first' },
  ExceptionNotAdjustable: { status: 422, title: 'No entry of the ledger settles this exception' },
  SecondPersonNeeded: { status: 409, title: 'Who proposed it cannot decide it' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

export type ProblemCode = keyof typeof problemCodes;

/** Codes that any call can answer with; operations list only their own. */
export const commonProblemCodes = [
  'ValidationFailed',
  'MalformedJson',
  'Unauthenticated',
  'Forbidden',
  'NotFound',
  'MethodNotAllowed',
  'PayloadTooLarge',
  'UnsupportedMediaType',
  'TooManyRequests',
  'InternalError',
  'ServiceUnavailable',
  'DeadlineExceeded',
] as const satisfies readonly ProblemCode[];
