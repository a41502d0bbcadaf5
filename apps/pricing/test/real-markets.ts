import { readdirSync, readFileSync } from 'node:fs';
import { feeTableSchema, marketExamplesSchema, marketFileSchema, taxTableSchema } from '@reprise/contracts/market';
import type { MarketExamples, TaxTable } from '@reprise/contracts/market';
import { parse } from 'yaml';
import type { z } from 'zod';
import { compileMarketTerms } from '../src/domain/market-terms.js';
import type { MarketTerms, MarketTermsSource } from '../src/domain/market-terms.js';
import { compileTaxTables } from '../src/domain/tax-tables.js';
import type { PriceTables } from '../src/domain/tax-tables.js';

const taxTables = readAll('tax', taxTableSchema);
const feeTables = readAll('fees', feeTableSchema);

/** The project's own markets and tables, for specs that price with them. */
export const realTables: PriceTables = compileTaxTables(taxTables, feeTables);

/** The same tables with what a test changes about them; a changed table is checked as one that is sent. */
export function tablesWith(change: (table: TaxTable) => unknown): PriceTables {
  return compileTaxTables(
    taxTables.map((table) => taxTableSchema.parse(change(structuredClone(table)))),
    feeTables,
  );
}

export const realExamples: readonly MarketExamples[] = readAll('examples', marketExamplesSchema);

const sources = new Map(readAll('.', marketFileSchema).map((market) => [market.code, market]));

/** A market as it stands in `markets/`, with what a test changes about it. */
export function realMarket(
  code: string,
  change: (source: MarketTermsSource) => Partial<MarketTermsSource> = () => ({}),
): MarketTerms {
  const source = sources.get(code);
  if (source === undefined) throw new Error(`there is no market ${code}`);
  return compileMarketTerms({ ...source, ...change(source) });
}

function readAll<Schema extends z.ZodType>(folder: string, schema: Schema): z.output<Schema>[] {
  const dir = new URL(`../../../markets/${folder}/`, import.meta.url);
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => schema.parse(parse(readFileSync(new URL(name, dir), 'utf8'))));
}
