import type { Instant } from '@reprise/kernel';
import type { Rate } from './effective-rates.js';
import { rowAt } from './effective-rates.js';
import type { EuVatTable, VatPlace } from './eu-vat-table.js';
import type { MarketTerms } from './market-terms.js';
import { normalizePostalCode } from './postal-codes.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { Buyer, QuoteRequestLine, ShipTo } from './quote.js';
import type { StackedRate, TaxStack } from './tax-stack.js';

/** Where the goods go, for VAT. */
export interface VatDestination {
  readonly place: VatPlace;
  /** Member state of a business buyer's valid VAT number; undefined for a consumer. */
  readonly businessOf?: string;
}

/** Finds the VAT place of an address: a member state, or a part of one by postal code (Directive 2006/112/EC art. 6 and 7). */
export function locateForVat(
  table: EuVatTable,
  market: MarketTerms,
  shipTo: ShipTo,
  buyer: Buyer | undefined,
): VatDestination | PriceRejection {
  const own = table.placesByIsoCode.get(shipTo.country);
  const state = table.states.get(own?.memberState ?? shipTo.country);
  if (state === undefined || !isServed(market, shipTo.country, own))
    return rejectQuote(
      'DestinationNotServed',
      'shipTo.country',
      `Market ${market.code} does not deliver to ${shipTo.country}.`,
    );
  const place =
    own ??
    (shipTo.postalCode === undefined ? undefined : state.territoryOf(normalizePostalCode(shipTo.postalCode))) ??
    state.place;
  if (!place.insideVatArea && market.tax.outsideTaxArea === 'block')
    return rejectQuote(
      'DestinationNotServed',
      own === undefined ? 'shipTo.postalCode' : 'shipTo.country',
      `${place.jurisdiction.name} is outside the VAT area of the European Union: market ${market.code} does not export.`,
    );
  const businessOf = businessStateOf(table, buyer);
  if (typeof businessOf === 'object') return businessOf;
  return businessOf === undefined ? { place } : { place, businessOf };
}

/** Decides which VAT falls on one line, who owes it and why. The order of the questions is the order of the Directive's exceptions. */
export function decideEuVat(
  table: EuVatTable,
  market: MarketTerms,
  destination: VatDestination,
  line: QuoteRequestLine,
  field: string,
  now: Instant,
): TaxStack | PriceRejection {
  const origin = table.placesByIsoCode.get(line.shipsFrom) ?? table.states.get(line.shipsFrom)?.place;
  if (origin === undefined || !origin.insideVatArea)
    return rejectQuote(
      'QuoteRejected',
      `${field}.offerId`,
      `This offer ships from ${line.shipsFrom}, outside the VAT area: it would be an import, which is not offered.`,
    );
  const { place, businessOf } = destination;
  const establishedIn = line.sellerEstablishedIn ?? line.shipsFrom;
  const sellerInUnion = table.states.has(establishedIn) || table.placesByIsoCode.has(establishedIn);

  // Art. 146: goods that leave the VAT area are exempt, margin goods too (art. 321).
  if (!place.insideVatArea) return withoutVat(table, market, place, 'export', 'export', now);
  // Art. 14a(2): goods in the Union of a seller outside it, sold to a consumer, are sold by the platform, as far as VAT goes.
  const deemed = !sellerInUnion && businessOf === undefined;
  // The platform cannot claim the margin scheme for goods it never bought, so a deemed supply is taxed in full: never too little.
  if (line.vatScheme === 'MARGINAL' && !deemed) return marginScheme(origin, now);
  if (businessOf !== undefined && origin.memberState !== place.memberState) {
    // Art. 138: a business of another member state buys free of VAT and accounts for the acquisition at home.
    if (businessOf !== origin.memberState) return withoutVat(table, market, place, 'exempt', 'intraEuSupply', now);
    // Its number is of the state the goods leave, so nothing is exempt and the supply is taxed where it starts (art. 32).
    return standard(origin, 'SELLER', now);
  }
  return standard(place, deemed ? 'MARKETPLACE' : 'SELLER', now);
}

function isServed(market: MarketTerms, country: string, own: VatPlace | undefined): boolean {
  if (market.shipsTo.has(country)) return true;
  // Réunion is FR-974 to some addresses and RE to others: who exports to one exports to the other.
  return own !== undefined && !own.insideVatArea && market.shipsTo.has(own.memberState);
}

function businessStateOf(table: EuVatTable, buyer: Buyer | undefined): string | undefined | PriceRejection {
  if (buyer?.vatId === undefined || buyer.vatIdStatus === undefined || buyer.vatIdStatus === 'unchecked')
    return undefined;
  const state = table.stateByVatIdPrefix.get(buyer.vatId.slice(0, 2).toUpperCase());
  if (buyer.vatIdStatus === 'invalid' || state === undefined)
    return rejectQuote('BuyerVatIdInvalid', 'buyer.vatId', 'This VAT number is not valid in any member state.');
  return state;
}

function standard(place: VatPlace, responsibility: 'SELLER' | 'MARKETPLACE', now: Instant): TaxStack | PriceRejection {
  const rate = rowAt(place.rates, now);
  if (rate === undefined) return noRate(place);
  return {
    roundingKey: place.jurisdiction.code,
    rates: [stacked(place, rate)],
    combinedPpm: rate.ratePpm,
    treatment: 'standard',
    responsibility,
    ...(responsibility === 'MARKETPLACE' ? { legalMentionKey: 'deemedSupplier' } : {}),
  };
}

function marginScheme(origin: VatPlace, now: Instant): TaxStack | PriceRejection {
  const rate = rowAt(origin.rates, now);
  if (rate === undefined) return noRate(origin);
  return {
    roundingKey: 'marginScheme',
    rates: [{ jurisdiction: origin.jurisdiction, ratePpm: 0, rate: '0.00' }],
    combinedPpm: 0,
    treatment: 'marginScheme',
    responsibility: 'SELLER',
    legalMentionKey: 'marginScheme',
    // Art. 35 takes margin goods out of the distance-sales rule, so the rate is the dispatch state's.
    margin: stacked(origin, rate),
  };
}

function withoutVat(
  table: EuVatTable,
  market: MarketTerms,
  place: VatPlace,
  treatment: 'export' | 'exempt',
  legalMentionKey: 'export' | 'intraEuSupply',
  now: Instant,
): TaxStack | PriceRejection {
  const shown = table.states.get(market.homeCountry)?.place;
  const shownRate = shown === undefined ? undefined : rowAt(shown.rates, now);
  if (shown !== undefined && shownRate === undefined) return noRate(shown);
  const takesOut = market.taxInclusive && market.tax.exemptPrice === 'withoutTax' && shownRate !== undefined;
  return {
    roundingKey: treatment,
    rates: [{ jurisdiction: place.jurisdiction, ratePpm: 0, rate: '0.00' }],
    combinedPpm: 0,
    treatment,
    responsibility: 'SELLER',
    legalMentionKey,
    ...(takesOut ? { takenOutPpm: shownRate.ratePpm } : {}),
  };
}

function stacked(place: VatPlace, rate: Rate): StackedRate {
  return { jurisdiction: place.jurisdiction, ratePpm: rate.ratePpm, rate: rate.rate };
}

function noRate(place: VatPlace): PriceRejection {
  return rejectQuote(
    'MissingTaxRateForDestination',
    'shipTo.country',
    `No VAT rate of ${place.jurisdiction.name} is in force at that moment.`,
  );
}
