import type { Instant } from '@reprise/kernel';
import { isRejection, mustBeLocalDay, startOfLocalDay } from '@reprise/kernel';
import { decimalOfPpm, rowAt } from './effective-rates.js';
import type { LocalTaxArea } from './local-tax-area.js';
import type { MarketTerms } from './market-terms.js';
import type { PriceRejection } from './price-rejection.js';
import { rejectQuote } from './price-rejection.js';
import type { QuoteRequestLine, ShipTo, TaxPrecision } from './quote.js';
import { holidayAt, onHoliday } from './tax-holiday.js';
import type { StackedRate, TaxStack } from './tax-stack.js';
import { readZip, stateCodeOf } from './us-address.js';
import type { DatedJurisdiction, TaxedState, UsSalesTaxTable } from './us-sales-tax-table.js';

/** Where the goods go, for sales tax: the stack of rates is the same for every line, but for goods that have a tax holiday. */
export interface SalesTaxDestination {
  readonly goods: TaxStack;
  readonly stackOf: (line: QuoteRequestLine) => TaxStack;
  readonly shipping: TaxStack;
  readonly rounding: TaxedState['rounding'];
  readonly precision: TaxPrecision;
  readonly state: string;
  /** Imported file the local rates are from; undefined where the table itself had them. */
  readonly localReference: string | undefined;
}

/** Finds the state and local rates of an address. Both state and ZIP are needed, and must not contradict each other. */
export function locateForSalesTax(
  table: UsSalesTaxTable,
  market: MarketTerms,
  shipTo: ShipTo,
  imported: LocalTaxArea | undefined,
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
  const zip = readZip(shipTo.postalCode)?.zip5;
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
  return destinationOf(state, code, imported ?? zip, now);
}

/** `local` is what an imported file says, or the ZIP code to look up among the table's own areas. */
function destinationOf(
  state: TaxedState,
  code: string,
  local: LocalTaxArea | string,
  now: Instant,
): SalesTaxDestination | PriceRejection {
  const area = typeof local === 'string' ? state.areaOf(local) : undefined;
  const rates =
    typeof local === 'string'
      ? ratesInForce(area === undefined ? [state.base] : [state.base, ...area.local], now)
      : importedRates(state, local, now);
  if (isRejection(rates)) return rates;
  const combinedPpm = rates.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  const goods: TaxStack = {
    rule: combinedPpm === 0 ? 'us.noTax' : 'us.marketplaceFacilitator',
    roundingKey: 'goods',
    rates,
    combinedPpm,
    treatment: combinedPpm === 0 ? 'notTaxed' : 'standard',
    // Marketplace facilitator laws of every state with a sales tax put the tax on the platform.
    responsibility: 'MARKETPLACE',
  };
  return {
    goods,
    stackOf: ({ category, unitPrice }) => {
      const holiday = holidayAt(state.holidays, category, now);
      return holiday === undefined ? goods : onHoliday(holiday, goods, unitPrice);
    },
    shipping: state.shippingTaxable ? goods : untaxedShipping(state),
    rounding: state.rounding,
    precision: typeof local === 'string' ? (area?.precision ?? 'state') : local.precision,
    state: code,
    localReference: typeof local === 'string' ? undefined : local.reference,
  };
}

function ratesInForce(history: readonly DatedJurisdiction[], now: Instant): StackedRate[] | PriceRejection {
  const rates: StackedRate[] = [];
  for (const { jurisdiction, rates: rows } of history) {
    const rate = rowAt(rows, now);
    if (rate === undefined) return noRate(jurisdiction.name);
    rates.push({ jurisdiction, ratePpm: rate.ratePpm, rate: rate.rate });
  }
  return rates;
}

/**
 * The state's rate first, then every local one that is not nothing. The file's own state rate is used, so that its parts sum to its combined
 * rate, unless the table knows that the state has changed it since the file was made.
 */
function importedRates(state: TaxedState, area: LocalTaxArea, now: Instant): StackedRate[] | PriceRejection {
  const { jurisdiction, rates: rows } = state.base;
  const base = rowAt(rows, now);
  if (base === undefined) return noRate(jurisdiction.name);
  const statedFrom = startOfLocalDay(mustBeLocalDay(area.statedFrom), state.timeZone);
  const changedSince = (rowAt(rows, statedFrom) ?? base).ratePpm !== base.ratePpm;
  const stated = area.rates.find(({ level }) => level === 'state');
  const statePpm = stated === undefined || changedSince ? base.ratePpm : stated.ratePpm;
  return [
    { jurisdiction, ratePpm: statePpm, rate: decimalOfPpm(statePpm) },
    ...area.rates
      .filter(({ level, ratePpm }) => level !== 'state' && ratePpm > 0)
      .map(({ level, code, name, ratePpm }) => ({
        jurisdiction: {
          ...jurisdiction,
          ...(level === 'county' ? { county: name } : {}),
          ...(level === 'city' ? { city: name } : {}),
          code,
          name,
        },
        ratePpm,
        rate: decimalOfPpm(ratePpm),
      })),
  ];
}

function noRate(name: string): PriceRejection {
  return rejectQuote(
    'MissingTaxRateForDestination',
    'shipTo.region',
    `No sales tax rate of ${name} is in force at that moment.`,
  );
}

function untaxedShipping(state: TaxedState): TaxStack {
  return {
    rule: 'us.noTax',
    roundingKey: 'shipping',
    rates: [{ jurisdiction: state.base.jurisdiction, ratePpm: 0, rate: '0.00' }],
    combinedPpm: 0,
    treatment: 'notTaxed',
    responsibility: 'MARKETPLACE',
  };
}
