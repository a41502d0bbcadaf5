import { renderTable } from '../screen/render-table.js';
import type { AppliedMarket, AppliedTable } from './apply-markets.js';

/** What the platform made of market files. */
export function renderApplied({
  tables,
  markets,
}: {
  readonly tables: readonly AppliedTable[];
  readonly markets: readonly AppliedMarket[];
}): string {
  const ofTables = renderTable(
    [
      { heading: 'region' },
      { heading: 'table' },
      { heading: 'version', align: 'right' },
      { heading: 'rows', align: 'right' },
      { heading: 'changed' },
    ],
    tables.map((table) => [
      table.region,
      `${table.kind} ${table.id}`,
      `${table.version}`,
      `${table.rows}`,
      yesNo(table.changed),
    ]),
  );
  const ofMarkets = renderTable(
    [
      { heading: 'market' },
      { heading: 'region' },
      { heading: 'version', align: 'right' },
      { heading: 'status' },
      { heading: 'changed' },
    ],
    markets.map((market) => [market.market, market.region, `${market.version}`, market.status, yesNo(market.changed)]),
  );
  return `${ofTables}\n\n${ofMarkets}`;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
