import type { Instant, Rejection } from '@reprise/kernel';
import { compilePostalIndex, normalizePostalCode, plainPlaceName, reject } from '@reprise/kernel';
import type { DocumentTerms } from './document.js';
import type { Destination, PostalArea, VerifiedQuote } from './order.js';

/** What checkout knows of a market. */
export interface MarketCopy {
  readonly code: string;
  readonly status: string;
  readonly region: string;
  readonly paymentMethods: readonly string[];
  /** Whose calendar days count. Absent in a copy made before checkout kept terms. */
  readonly timeZone?: string;
  /** Days from delivery in which a buyer may withdraw without a reason, by law or by the shop's promise. */
  readonly withdrawalDays?: number;
  /** Undefined: it issues no documents. */
  readonly documentTerms?: DocumentTerms;
  /** Languages it is shown in; absent in a copy made before checkout kept them. */
  readonly locales?: readonly string[];
}

/** Every reason an order call is refused. Each is a problem code of the API and is explained in this service's README. */
export type OrderRejectionCode =
  | 'MarketNotFound'
  | 'MarketNotLive'
  | 'MarketInOtherRegion'
  | 'IdempotencyKeyMissing'
  | 'IdempotencyKeyReused'
  | 'IdempotencyKeyInUse'
  | 'QuoteTokenInvalid'
  | 'QuoteExpired'
  | 'QuoteAlreadyUsed'
  | 'VoucherUsed'
  | 'PaymentMethodNotAccepted'
  | 'ShipToDiffersFromQuote'
  | 'OrderNotFound'
  | 'OrderNotRefundable'
  | 'RefundExceedsPaid'
  | 'AmountInvalid'
  | 'OrderNotInThatState'
  | 'LineNotFound'
  | 'QuantityNotLeft'
  | 'UnitIdentityMissing'
  | 'UnitIdentityInvalid'
  | 'UnitAlreadySent'
  | 'ShipmentNotFound'
  | 'ShipmentEnded'
  | 'DeliveryTimeInvalid'
  | 'ReturnNotFound'
  | 'ReturnNotInThatState'
  | 'WithdrawalNotFound'
  | 'DocumentNotFound'
  | 'DocumentNotExportable'
  | 'MediaTypeNotOffered'
  | 'WithdrawalPeriodOver';
export type OrderRejection = Rejection<OrderRejectionCode>;

/** Why nothing can be ordered in this market here, if nothing can. */
export function refuseMarket(code: string, market: MarketCopy | undefined, region: string): OrderRejection | undefined {
  if (market === undefined || market.status === 'draft' || market.status === 'retired') {
    return reject('MarketNotFound', `There is no market "${code}".`, { field: 'path.market' });
  }
  if (market.region !== region) {
    return reject('MarketInOtherRegion', `Market "${code}" is served by the region "${market.region}".`, {
      field: 'path.market',
      details: { region: market.region },
    });
  }
  if (market.status !== 'live') return reject('MarketNotLive', `Market "${code}" is not open for sale.`);
  return undefined;
}

/** Why this quote cannot be ordered like this, if it cannot. */
export function refuseOrder(
  quote: VerifiedQuote,
  asked: { readonly market: MarketCopy; readonly shipTo: Destination; readonly paymentMethod: string },
  region: string,
  now: Instant,
): OrderRejection | undefined {
  const { market, shipTo, paymentMethod } = asked;
  if (quote.market !== market.code) {
    return reject('QuoteTokenInvalid', `The quote is for market "${quote.market}".`, { field: 'quoteToken' });
  }
  if (quote.region !== region) {
    return reject('QuoteTokenInvalid', `The quote was made in region "${quote.region}".`, { field: 'quoteToken' });
  }
  if (quote.expiresAt <= now) return reject('QuoteExpired', 'Ask for a new quote.', { field: 'quoteToken' });
  const differing = differingField(quote.shipTo, shipTo);
  if (differing !== undefined) {
    return reject('ShipToDiffersFromQuote', `The quote was made for another ${differing}; ask for a new one.`, {
      field: `shipTo.${differing}`,
    });
  }
  const open = fieldLeftOpen(quote.elsewhere ?? [], shipTo);
  if (open !== undefined) {
    const message = `The tax depends on the ${open === 'city' ? 'town' : 'postal code'}, which the quote was made without; ask for one with it.`;
    return reject('ShipToDiffersFromQuote', message, { field: `shipTo.${open}` });
  }
  if (!market.paymentMethods.includes(paymentMethod)) {
    return reject('PaymentMethodNotAccepted', `Market "${market.code}" takes ${market.paymentMethods.join(', ')}.`, {
      field: 'payment.method',
      details: { accepted: market.paymentMethods },
    });
  }
  return undefined;
}

/**
 * The first part of the address that is not what the tax was computed for. What the quote named the order may neither change nor leave
 * out; what it left open the order may fill in, unless it turns out to lie where another tax is due.
 */
function differingField(quoted: Destination, ordered: Destination): keyof Destination | undefined {
  if (quoted.country !== ordered.country) return 'country';
  if (quoted.region !== undefined && regionOf(quoted) !== regionOf(ordered)) return 'region';
  if (quoted.postalCode !== undefined && postalCodeOf(quoted) !== postalCodeOf(ordered)) return 'postalCode';
  return undefined;
}

/** What an address that may lie where another tax is due would have to have said to the quote. */
function fieldLeftOpen(
  elsewhere: readonly PostalArea[],
  { postalCode, city }: Destination,
): keyof Destination | undefined {
  if (elsewhere.length === 0) return undefined;
  if (postalCode === undefined) return 'postalCode';
  const code = normalizePostalCode(postalCode);
  const area = elsewhere.find(
    ({ postalCodes, cities, exceptCities }) =>
      compilePostalIndex([{ patterns: postalCodes, value: true }])(code) === true &&
      (cities === undefined || mayBeOneOf(cities, city)) &&
      (exceptCities === undefined || city === undefined || !mayBeOneOf(exceptCities, city)),
  );
  if (area === undefined) return undefined;
  return area.cities === undefined && area.exceptCities === undefined ? 'postalCode' : 'city';
}

function mayBeOneOf(cities: readonly string[], city: string | undefined): boolean {
  return city === undefined || cities.map(plainPlaceName).includes(plainPlaceName(city));
}

/** ISO 3166-2 subdivisions are written with and without their country: `US-CA`, `CA`. */
function regionOf({ country, region }: Destination): string | undefined {
  const upper = region?.trim().toUpperCase();
  return upper?.startsWith(`${country}-`) ? upper.slice(country.length + 1) : upper;
}

function postalCodeOf({ postalCode }: Destination): string | undefined {
  return postalCode?.replaceAll(/[\s-]/g, '').toUpperCase();
}
