import type { Instant, Outcome } from '@reprise/kernel';
import { isRejection, Money } from '@reprise/kernel';
import type { ItemTax, TaxableItem } from './compute-tax.js';
import { decideEuVat, locateForVat } from './decide-eu-vat.js';
import { rowAt } from './effective-rates.js';
import { locateForSalesTax } from './decide-us-sales-tax.js';
import type { RoundingPolicy } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import { providedItemTax, providedStack } from './provided-tax.js';
import type { Basket, QuoteRequest, QuoteRequestLine, TaxPrecision, TaxSource } from './quote.js';
import type { TaxStack } from './tax-stack.js';
import type { ProvidedTaxes } from './tax-answer.js';
import type { PriceTables } from './tax-tables.js';
import type { UsSalesTaxTable } from './us-sales-tax-table.js';

/** A destination as its tax regime sees it: everything the rest of the engine needs, whichever regime it is. */
export interface TaxLocation {
  readonly country: string;
  readonly state: string | undefined;
  readonly place: string;
  readonly precision: TaxPrecision;
  /** Names and versions of what was read. */
  readonly references: readonly string[];
  readonly source: TaxSource;
  readonly policy: RoundingPolicy;
  readonly stackOf: (basket: Basket, index: number) => Outcome<TaxStack, PriceRejection>;
  /** Code of the place the goods go to. */
  readonly placeCode: string;
  /** Member state of a business buyer whose number counts. */
  readonly businessOf?: string;
  /** Tax on a levy inside the price: the destination's own rate, because the levy is that country's, whatever scheme the goods are sold under. */
  readonly levyRatePpm: number;
  /** Set where delivery is taxed by a rule of its own; else it follows the goods. */
  readonly deliveryStack?: TaxStack;
  /** Set where the amounts are settled already: the tax of goods and delivery, in the order of the items. */
  readonly settled?: (items: readonly TaxableItem[]) => ItemTax[];
}

/** Tables of our own answered. */
const ownTables: TaxSource = { provider: 'tables' };

/** Reads the market's tax tables for an address, in the regime its definition names. */
export function locateTax(
  tables: PriceTables,
  request: QuoteRequest,
  now: Instant,
): Outcome<TaxLocation, PriceRejection> {
  const { market, shipTo, buyer } = request;
  for (const id of market.tax.tables) {
    const table = tables.taxes.get(id);
    if (table?.regime !== market.tax.regime) continue;
    if (table.regime === 'eu-vat') {
      const destination = locateForVat(table, market, shipTo, buyer);
      if (isRejection(destination)) return destination;
      const { place, businessOf } = destination;
      return {
        country: place.memberState,
        state: undefined,
        place: place.jurisdiction.name,
        placeCode: place.jurisdiction.code,
        ...(businessOf === undefined ? {} : { businessOf }),
        precision: place.isTerritory ? 'territory' : 'country',
        references: [table.reference],
        source: ownTables,
        policy: market.tax.roundingPolicy,
        levyRatePpm: rowAt(place.rates, now)?.ratePpm ?? 0,
        stackOf: (basket, index) => decideEuVat(table, market, destination, basket, index, now),
      };
    }
    return locateSalesTax(table, request, now);
  }
  return rejectQuote(
    'MissingTaxRateForDestination',
    'shipTo.country',
    `Market ${market.code} reads tax tables ${market.tax.tables.join(', ')}, and none of them is loaded.`,
  );
}

function locateSalesTax(
  table: UsSalesTaxTable,
  { market, shipTo, taxAnswer }: QuoteRequest,
  now: Instant,
): Outcome<TaxLocation, PriceRejection> {
  const imported = taxAnswer?.kind === 'rates' ? taxAnswer.area : undefined;
  const destination = locateForSalesTax(table, market, shipTo, imported, now);
  if (isRejection(destination)) return destination;
  const { localReference } = destination;
  const location: TaxLocation = {
    country: table.country,
    state: destination.state,
    place: destination.goods.rates.map(({ jurisdiction }) => jurisdiction.name).join(', '),
    placeCode: `${table.country}-${destination.state}`,
    precision: destination.precision,
    references: localReference === undefined ? [table.reference] : [table.reference, localReference],
    source:
      taxAnswer?.kind === 'rates' && taxAnswer.insteadOf !== undefined
        ? { ...ownTables, insteadOf: taxAnswer.insteadOf }
        : ownTables,
    policy: destination.rounding === 'perLine' ? 'perLine' : 'perRatePerDocument',
    levyRatePpm: 0,
    stackOf: (basket, index) => destination.stackOf(afterDiscount(basket, index)),
    deliveryStack: destination.shipping,
  };
  return taxAnswer?.kind === 'amounts' ? settledBy(taxAnswer, location) : location;
}

/** The same place with the tax a service worked out: ours decides only whether it is delivered there, and which fees it bears. */
function settledBy(answer: ProvidedTaxes, location: TaxLocation): TaxLocation {
  const { provider, reference, precision, lines, shipping } = answer;
  return {
    ...location,
    precision,
    references: [`${provider}/${reference}`],
    source: { provider, reference },
    stackOf: (_basket, index) => providedStack(lines[index] ?? []),
    deliveryStack: providedStack(shipping),
    settled: (items) => items.map((item, i) => providedItemTax(item, lines[i] ?? shipping)),
  };
}

/** The line at what a unit of it costs once the voucher is off: caps of holidays look at what is paid. */
function afterDiscount({ lines, shownMinor }: Basket, index: number): QuoteRequestLine {
  const line = lines[index] as QuoteRequestLine;
  const { minor, currency } = line.unitPrice;
  const unitMinor = (shownMinor[index] as bigint) / BigInt(line.quantity);
  return unitMinor === minor ? line : { ...line, unitPrice: Money.ofMinor(unitMinor, currency) };
}
