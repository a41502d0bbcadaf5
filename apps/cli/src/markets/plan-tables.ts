import type { FeeTable, MarketDefinition, TaxTable } from '@reprise/contracts/market';

/** A rate table a region needs, and by which call it is stored. */
export type PlannedTable =
  | { readonly kind: 'tax'; readonly id: string; readonly table: TaxTable }
  | { readonly kind: 'fee'; readonly id: string; readonly table: FeeTable };

/**
 * The tables the markets of `region` are priced by, each once. A region is sent no others: what is not there cannot be used by mistake.
 * The market files were checked against each other, so every name has its table.
 */
export function planTables(
  region: string,
  files: {
    readonly markets: readonly MarketDefinition[];
    readonly taxTables: readonly TaxTable[];
    readonly feeTables: readonly FeeTable[];
  },
): PlannedTable[] {
  const here = files.markets.filter((market) => market.region === region);
  const tax = new Set(here.flatMap((market) => market.tax.tables));
  const fees = new Set(here.flatMap((market) => market.fees));
  return [
    ...files.taxTables.filter(({ id }) => tax.has(id)).map((table) => ({ kind: 'tax' as const, id: table.id, table })),
    ...files.feeTables.filter(({ id }) => fees.has(id)).map((table) => ({ kind: 'fee' as const, id: table.id, table })),
  ];
}
