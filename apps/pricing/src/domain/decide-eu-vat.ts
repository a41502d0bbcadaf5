import type { Instant } from '@reprise/kernel';
import { meetsReverseCharge } from './domestic-reverse-charge.js';
import type { Rate } from './effective-rates.js';
import { rowAt } from './effective-rates.js';
import type { EuVatTable, VatPlace } from './eu-vat-table.js';
import { placeOf } from './eu-vat-table.js';
import type { MarketTerms } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { Basket, Buyer, QuoteRequestLine, ShipTo } from './quote.js';
import { refuseMargin } from './refuse-margin.js';
import type { MarginRefusal } from './refuse-margin.js';
import type { LegalMentionKey, StackedRate, TaxStack } from './tax-stack.js';
import type { TaxRuleId } from './tax-rules.js';

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
  const place = placeOf(table, shipTo.country, shipTo);
  if (place === undefined || !isServed(market, shipTo.country, place))
    return rejectQuote(
      'DestinationNotServed',
      'shipTo.country',
      `Market ${market.code} does not deliver to ${shipTo.country}.`,
    );
  if (!place.insideVatArea && market.tax.outsideTaxArea === 'block')
    return rejectQuote(
      'DestinationNotServed',
      table.placesByIsoCode.has(shipTo.country) ? 'shipTo.country' : 'shipTo.postalCode',
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
  basket: Basket,
  index: number,
  now: Instant,
): TaxStack | PriceRejection {
  const line = basket.lines[index] as QuoteRequestLine;
  const origin = placeOf(table, line.shipsFrom, { postalCode: line.shipsFromPostalCode });
  if (origin === undefined || !origin.insideVatArea)
    return rejectQuote(
      'QuoteRejected',
      `lines[${index}].offerId`,
      `This offer ships from ${origin?.jurisdiction.name ?? line.shipsFrom}, outside the VAT area: it would be an import, which is not offered.`,
    );
  const { place, businessOf } = destination;
  // Art. 5 and 6: Réunion is of the Union, but not of its territory for VAT. Who is not said to be elsewhere is where the goods are.
  const establishedIn = line.sellerEstablishedIn;
  const sellerInUnion = establishedIn === undefined || placeOf(table, establishedIn, {})?.insideVatArea === true;

  // Art. 146: goods that leave the VAT area are exempt, margin goods too (art. 321).
  if (!place.insideVatArea) return withoutVat('eu.export', place, homeRate(table, market, now));
  // Art. 14a(2): goods in the Union of a seller outside it, sold to a consumer, are sold by the platform, as far as VAT goes.
  const deemed = !sellerInUnion && businessOf === undefined;
  // The platform cannot claim the margin scheme for goods it never bought, so a deemed supply is taxed in full: never too little.
  const marginal = line.vatScheme === 'MARGINAL' && !deemed;
  // Art. 314 names whom the goods must come from; others fall under the normal rules, which a dealer may always choose (art. 319).
  const refused = marginal ? marginRefused(table, line) : undefined;
  if (marginal && refused === undefined) return marginScheme(origin, now);
  if (businessOf !== undefined && origin.memberState !== place.memberState) {
    // Art. 138: a business of another member state buys free of VAT and accounts for the acquisition at home.
    if (businessOf !== origin.memberState) return withoutVat('eu.intraEuSupply', place, homeRate(table, market, now));
    // Its number is of the state the goods leave, so nothing is exempt and the supply is taxed where it starts (art. 32).
    return standard('eu.numberOfDispatchState', origin, now);
  }
  // Art. 199a: a business at home owes the tax itself on goods that fraud loves, where its state says so.
  const domestic = businessOf === place.memberState && table.states.get(place.memberState)?.domesticReverseCharge;
  if (domestic && meetsReverseCharge(table, rowAt(domestic, now), basket, index, rowAt(place.rates, now)))
    return withoutVat('eu.domesticReverseCharge', place, insideShownPrice(market, rowAt(place.rates, now)));
  if (deemed) return standard('eu.deemedSupplier', place, now);
  if (refused !== undefined) return inFull(standard('eu.marginNotEligible', place, now), refused);
  return standard(origin.memberState === place.memberState ? 'eu.domesticSale' : 'eu.distanceSale', place, now);
}

/** Which unit is sent is not known yet, so one that may not be sold on a margin is enough. */
function marginRefused(table: EuVatTable, { purchases }: QuoteRequestLine): MarginRefusal | undefined {
  for (const purchase of purchases ?? []) {
    const refusal = refuseMargin(table, purchase);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function inFull(stack: TaxStack | PriceRejection, refused: MarginRefusal): TaxStack | PriceRejection {
  return 'code' in stack ? stack : { ...stack, marginRefused: refused };
}

function isServed(market: MarketTerms, country: string, place: VatPlace): boolean {
  if (market.shipsTo.has(country)) return true;
  // Réunion is FR-974 to some addresses and RE to others, Northern Ireland GB to some and XI to tables: who serves one serves the other.
  return market.shipsTo.has(place.memberState) && (!place.insideVatArea || !place.isTerritory);
}

function businessStateOf(table: EuVatTable, buyer: Buyer | undefined): string | undefined | PriceRejection {
  if (buyer?.vatId === undefined || buyer.vatIdStatus === undefined || buyer.vatIdStatus === 'unchecked')
    return undefined;
  const state = table.stateByVatIdPrefix.get(buyer.vatId.slice(0, 2).toUpperCase());
  if (buyer.vatIdStatus === 'invalid' || state === undefined)
    return rejectQuote('BuyerVatIdInvalid', 'buyer.vatId', 'This VAT number is not valid in any member state.');
  return state;
}

function standard(rule: TaxRuleId, place: VatPlace, now: Instant): TaxStack | PriceRejection {
  const rate = rowAt(place.rates, now);
  if (rate === undefined) return noRate(place);
  const deemed = rule === 'eu.deemedSupplier';
  return {
    rule,
    roundingKey: place.jurisdiction.code,
    rates: [stacked(place, rate)],
    combinedPpm: rate.ratePpm,
    treatment: 'standard',
    responsibility: deemed ? 'MARKETPLACE' : 'SELLER',
    ...(deemed ? { legalMentionKey: 'deemedSupplier' } : {}),
  };
}

function marginScheme(origin: VatPlace, now: Instant): TaxStack | PriceRejection {
  const rate = rowAt(origin.rates, now);
  if (rate === undefined) return noRate(origin);
  return {
    rule: 'eu.marginScheme',
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

const untaxed = {
  'eu.export': { treatment: 'export', legalMentionKey: 'export' },
  'eu.intraEuSupply': { treatment: 'exempt', legalMentionKey: 'intraEuSupply' },
  'eu.domesticReverseCharge': { treatment: 'reverseCharge', legalMentionKey: 'reverseCharge' },
} as const satisfies Partial<Record<TaxRuleId, Pick<TaxStack, 'treatment'> & { legalMentionKey: LegalMentionKey }>>;

/** `inside` is the rate in the shown price that the buyer does not pay; undefined where the price is what it is. */
function withoutVat(
  rule: keyof typeof untaxed,
  place: VatPlace,
  inside: Rate | undefined | PriceRejection,
): TaxStack | PriceRejection {
  if (inside !== undefined && 'code' in inside) return inside;
  return {
    rule,
    roundingKey: rule,
    rates: [{ jurisdiction: place.jurisdiction, ratePpm: 0, rate: '0.00' }],
    combinedPpm: 0,
    responsibility: 'SELLER',
    ...untaxed[rule],
    ...(inside === undefined ? {} : { takenOutPpm: inside.ratePpm }),
  };
}

/** The market's own rate: what the price shown there holds. */
function homeRate(table: EuVatTable, market: MarketTerms, now: Instant): Rate | undefined | PriceRejection {
  const home = table.states.get(market.homeCountry)?.place;
  return home === undefined ? undefined : insideShownPrice(market, rowAt(home.rates, now) ?? noRate(home));
}

/** A rate that falls out of the shown price, where the market lets a buyer who owes no tax pay without it. */
function insideShownPrice<R>(market: MarketTerms, rate: R): R | undefined {
  return market.taxInclusive && market.tax.exemptPrice === 'withoutTax' ? rate : undefined;
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
