import type { Instant } from '@reprise/kernel';
import { rowAt } from './effective-rates.js';
import type { MarketTerms } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { ShipTo, TaxPrecision } from './quote.js';
import type { StackedRate, TaxStack } from './tax-stack.js';
import type { TaxedState, UsSalesTaxTable } from './us-sales-tax-table.js';

/** Where the goods go, for sales tax: the stack of rates is the same for every line of the basket. */
export interface SalesTaxDestination {
  readonly goods: TaxStack;
  readonly shipping: TaxStack;
  readonly rounding: TaxedState['rounding'];
  readonly precision: TaxPrecision;
  readonly state: string;
}

const zipPattern = /^(\d{5})(?:-?\d{4})?$/;

/** Finds the state and local rates of an address. Both state and ZIP are needed, and must not contradict each other. */
export function locateForSalesTax(
  table: UsSalesTaxTable,
  market: MarketTerms,
  shipTo: ShipTo,
  now: Instant,
): SalesTaxDestination | PriceRejection {
  if (shipTo.country !== table.country || !market.shipsTo.has(shipTo.country))
    return rejectQuote(
      'DestinationNotServed',
      'shipTo.country',
      `Market ${market.code} does not deliver to ${shipTo.country}.`,
    );
  if (shipTo.region === undefined)
    return rejectQuote('DestinationIncomplete', 'shipTo.region', 'Sales tax depends on the state: give shipTo.region.');
  if (shipTo.postalCode === undefined)
    return rejectQuote(
      'DestinationIncomplete',
      'shipTo.postalCode',
      'Sales tax depends on the ZIP code: give shipTo.postalCode.',
    );
  const code = stateCodeOf(shipTo.region, table.country);
  const state = table.states.get(code);
  if (state === undefined)
    return rejectQuote(
      'DestinationNotServed',
      'shipTo.region',
      `"${shipTo.region}" is not a state this market delivers to; use the two letters, such as "CA".`,
    );
  const zip = zipPattern.exec(shipTo.postalCode.trim())?.[1];
  if (zip === undefined)
    return rejectQuote(
      'DestinationIncomplete',
      'shipTo.postalCode',
      `"${shipTo.postalCode}" is not a ZIP code; write five digits, or nine as 12345-6789.`,
    );
  const statesOfZip = table.statesOfZip(zip);
  if (statesOfZip !== undefined && !statesOfZip.includes(code))
    return rejectQuote(
      'DestinationIncomplete',
      'shipTo.postalCode',
      `ZIP code ${zip} is in ${statesOfZip.join(' or ')}, not in ${code}.`,
    );
  return stackRates(state, code, zip, now);
}

function stackRates(state: TaxedState, code: string, zip: string, now: Instant): SalesTaxDestination | PriceRejection {
  const area = state.areaOf(zip);
  const rates: StackedRate[] = [];
  for (const { jurisdiction, rates: history } of area === undefined ? [state.base] : [state.base, ...area.local]) {
    const rate = rowAt(history, now);
    if (rate === undefined)
      return rejectQuote(
        'MissingTaxRateForDestination',
        'shipTo.region',
        `No sales tax rate of ${jurisdiction.name} is in force at that moment.`,
      );
    rates.push({ jurisdiction, ratePpm: rate.ratePpm, rate: rate.rate });
  }
  const combinedPpm = rates.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  const goods: TaxStack = {
    roundingKey: 'goods',
    rates,
    combinedPpm,
    treatment: combinedPpm === 0 ? 'notTaxed' : 'standard',
    // Marketplace facilitator laws of every state with a sales tax put the tax on the platform.
    responsibility: 'MARKETPLACE',
  };
  return {
    goods,
    shipping: state.shippingTaxable ? goods : untaxedShipping(state),
    rounding: state.rounding,
    precision: area?.precision ?? 'state',
    state: code,
  };
}

function untaxedShipping(state: TaxedState): TaxStack {
  return {
    roundingKey: 'shipping',
    rates: [{ jurisdiction: state.base.jurisdiction, ratePpm: 0, rate: '0.00' }],
    combinedPpm: 0,
    treatment: 'notTaxed',
    responsibility: 'MARKETPLACE',
  };
}

function stateCodeOf(region: string, country: string): string {
  const code = region.trim().toUpperCase();
  return code.startsWith(`${country}-`) ? code.slice(country.length + 1) : code;
}
