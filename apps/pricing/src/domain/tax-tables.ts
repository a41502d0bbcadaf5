import type { EuVatTable, EuVatTableSource } from './eu-vat-table.js';
import { compileEuVatTable } from './eu-vat-table.js';
import type { FeeSchedule, FeeTableSource } from './fee-schedule.js';
import { compileFeeTable } from './fee-schedule.js';
import type { MarketTerms } from './market-terms.js';
import type { UsSalesTaxTable, UsSalesTaxTableSource } from './us-sales-tax-table.js';
import { compileUsSalesTaxTable } from './us-sales-tax-table.js';

/** Every tax and fee table a cell has, compiled for look-up. Immutable: a changed table is a new `PriceTables`. */
export interface PriceTables {
  readonly taxes: ReadonlyMap<string, EuVatTable | UsSalesTaxTable>;
  readonly fees: ReadonlyMap<string, FeeSchedule>;
}

/** Reads validated tables. Costs milliseconds (time zones are worked out here), so do it when a table changes, never per quote. */
export function compileTaxTables(
  taxTables: readonly (EuVatTableSource | UsSalesTaxTableSource)[],
  feeTables: readonly FeeTableSource[],
): PriceTables {
  return {
    taxes: new Map(
      taxTables.map((table) => [
        table.id,
        table.regime === 'eu-vat' ? compileEuVatTable(table) : compileUsSalesTaxTable(table),
      ]),
    ),
    fees: new Map(feeTables.map((table) => [table.id, compileFeeTable(table)])),
  };
}

/** The VAT table the market reads, where its regime has one. */
export function vatTableOf({ tax }: MarketTerms, tables: PriceTables): EuVatTable | undefined {
  for (const id of tax.tables) {
    const table = tables.taxes.get(id);
    if (table?.regime === 'eu-vat') return table;
  }
  return undefined;
}
