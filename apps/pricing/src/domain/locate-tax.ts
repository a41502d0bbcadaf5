import type { Instant, Outcome } from '@reprise/kernel';
import { isRejection } from '@reprise/kernel';
import { decideEuVat, locateForVat } from './decide-eu-vat.js';
import { rowAt } from './effective-rates.js';
import { locateForSalesTax } from './decide-us-sales-tax.js';
import type { RoundingPolicy } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { QuoteRequest, QuoteRequestLine, TaxPrecision } from './quote.js';
import type { TaxStack } from './tax-stack.js';
import type { PriceTables } from './tax-tables.js';

/** A destination as its tax regime sees it: everything the rest of the engine needs, whichever regime it is. */
export interface TaxLocation {
  readonly country: string;
  readonly state: string | undefined;
  readonly place: string;
  readonly precision: TaxPrecision;
  /** Name and version of the table that was read. */
  readonly reference: string;
  readonly policy: RoundingPolicy;
  readonly stackOf: (line: QuoteRequestLine, index: number) => Outcome<TaxStack, PriceRejection>;
  /** Tax on a levy inside the price: the destination's own rate, because the levy is that country's, whatever scheme the goods are sold under. */
  readonly levyRatePpm: number;
  /** Set where delivery is taxed by a rule of its own; else it follows the goods. */
  readonly deliveryStack?: TaxStack;
}

/** Reads the market's tax tables for an address, in the regime its definition names. */
export function locateTax(
  tables: PriceTables,
  { market, shipTo, buyer }: QuoteRequest,
  now: Instant,
): Outcome<TaxLocation, PriceRejection> {
  for (const id of market.tax.tables) {
    const table = tables.taxes.get(id);
    if (table?.regime !== market.tax.regime) continue;
    if (table.regime === 'eu-vat') {
      const destination = locateForVat(table, market, shipTo, buyer);
      if (isRejection(destination)) return destination;
      const { place } = destination;
      return {
        country: place.memberState,
        state: undefined,
        place: place.jurisdiction.name,
        precision: place.isTerritory ? 'territory' : 'country',
        reference: table.reference,
        policy: market.tax.roundingPolicy,
        levyRatePpm: rowAt(place.rates, now)?.ratePpm ?? 0,
        stackOf: (line, index) => decideEuVat(table, market, destination, line, `lines[${index}]`, now),
      };
    }
    const destination = locateForSalesTax(table, market, shipTo, now);
    if (isRejection(destination)) return destination;
    return {
      country: table.country,
      state: destination.state,
      place: destination.goods.rates.map(({ jurisdiction }) => jurisdiction.name).join(', '),
      precision: destination.precision,
      reference: table.reference,
      policy: destination.rounding === 'perLine' ? 'perLine' : 'perRatePerDocument',
      levyRatePpm: 0,
      stackOf: () => destination.goods,
      deliveryStack: destination.shipping,
    };
  }
  return rejectQuote(
    'MissingTaxRateForDestination',
    'shipTo.country',
    `Market ${market.code} reads tax tables ${market.tax.tables.join(', ')}, and none of them is loaded.`,
  );
}
