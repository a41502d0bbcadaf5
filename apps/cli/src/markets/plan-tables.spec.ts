import type { FeeTable, MarketDefinition, TaxTable } from '@reprise/contracts/market';
import { marketChangedV1 } from '@reprise/contracts/events';
import { planTables } from './plan-tables.js';

const market = (code: string, region: string, tables: string[], fees: string[]): MarketDefinition => ({
  ...marketChangedV1.example.definition,
  ...{ code, region, fees },
  tax: { ...marketChangedV1.example.definition.tax, tables },
});
const taxTables = [{ id: 'vat' }, { id: 'sales-tax' }, { id: 'unused' }] as TaxTable[];
const feeTables = [{ id: 'copy' }, { id: 'waste' }] as FeeTable[];
const markets = [
  market('fr', 'eu', ['vat'], ['copy']),
  market('de', 'eu', ['vat'], []),
  market('us', 'us', ['sales-tax'], ['waste']),
];

test('a region is sent the tables its own markets name, each once, and no others', () => {
  const planned = (region: string) =>
    planTables(region, { markets, taxTables, feeTables }).map(({ kind, id }) => `${kind} ${id}`);
  expect(planned('eu')).toEqual(['tax vat', 'fee copy']);
  expect(planned('us')).toEqual(['tax sales-tax', 'fee waste']);
  expect(planned('mars')).toEqual([]);
});
