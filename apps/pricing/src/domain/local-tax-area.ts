import type { Instant } from '@reprise/kernel';
import { localDayAt } from '@reprise/kernel';
import type { ShipTo, TaxPrecision } from './quote.js';
import type { PriceTables } from './tax-tables.js';
import { readZip, stateCodeOf } from './us-address.js';
import type { UsSalesTaxTable } from './us-sales-tax-table.js';

export type LocalTaxLevel = 'state' | 'county' | 'city' | 'special';

/** A rate an imported file has for a place. */
export interface LocalRate {
  readonly level: LocalTaxLevel;
  readonly code: string;
  readonly name: string;
  readonly ratePpm: number;
}

/** What imported rate files say of one address on one day: the state's rate and every local one on top of it. */
export interface LocalTaxArea {
  /** File, period and version that were read: `avalara-zip5/US-NY/2026-11@2`. */
  readonly reference: string;
  readonly precision: Extract<TaxPrecision, 'zip5' | 'zip9' | 'rooftop'>;
  /** First day the file speaks of: what the state changed since then is not in it. */
  readonly statedFrom: string;
  readonly rates: readonly LocalRate[];
}

/** What must be looked up in imported files before an address of a sales-tax table can be priced. */
export interface LocalTaxKey {
  readonly country: string;
  readonly state: string;
  readonly zip5: string;
  readonly plus4: string | undefined;
  /** Day in the state's own zone. */
  readonly day: string;
}

/** The key of an address, or undefined where its tables have no local rates or the engine will refuse it anyway. */
export function localTaxKeyOf(
  tables: PriceTables,
  tableIds: readonly string[],
  shipTo: ShipTo,
  now: Instant,
): LocalTaxKey | undefined {
  const zip = shipTo.postalCode === undefined ? undefined : readZip(shipTo.postalCode);
  if (zip === undefined || shipTo.region === undefined) return undefined;
  for (const id of tableIds) {
    const table = tables.taxes.get(id);
    if (table?.regime !== 'us-sales-tax' || table.country !== shipTo.country) continue;
    const code = stateCodeOf(shipTo.region, table.country);
    const state = table.states.get(code);
    if (state === undefined) return undefined;
    return { country: table.country, state: code, ...zip, day: localDayAt(now, state.timeZone) };
  }
  return undefined;
}

/** The table that has a state, whichever of the cell's tables that is. */
export function salesTaxTableOf(tables: PriceTables, state: string): UsSalesTaxTable | undefined {
  for (const table of tables.taxes.values())
    if (table.regime === 'us-sales-tax' && table.states.has(state)) return table;
  return undefined;
}
