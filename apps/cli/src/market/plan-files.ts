import type { MarketDefinition } from '@reprise/contracts/market';
import type { Schema } from '@reprise/sdk';
import { UsageError } from '../door/failures.js';
import { jsonBody } from '../door/json-body.js';
import type { MarketFiles } from '../markets/load-market-files.js';
import { planTables } from '../markets/plan-tables.js';
import type { Regions } from './ask-regions.js';

/** The files of the markets named, and all of what they share; every market where none is named. */
export function chooseMarkets(files: MarketFiles, codes: readonly string[]): MarketFiles {
  const known = new Map(files.markets.map((market) => [market.code as string, market]));
  const missing = codes.find((code) => !known.has(code));
  if (missing !== undefined)
    throw new UsageError(
      `There is no ${missing}.yaml in these market files; there are ${[...known.keys()].join(', ')}.`,
    );
  if (codes.length === 0) return files;
  return {
    ...files,
    markets: files.markets.filter(({ code }) => codes.includes(code)),
    examples: files.examples.filter(({ market }) => codes.includes(market)),
  };
}

/** Asks each market's own region what its file would change. */
export async function planFiles(
  files: MarketFiles,
  regions: Regions,
  onStep: (text: string) => void,
): Promise<Schema<'MarketPlan'>[]> {
  const plans: Schema<'MarketPlan'>[] = [];
  for (const definition of files.markets) {
    onStep(`planning ${definition.code}`);
    plans.push(await planOne(definition, files, regions));
  }
  return plans;
}

async function planOne(
  definition: MarketDefinition,
  files: MarketFiles,
  regions: Regions,
): Promise<Schema<'MarketPlan'>> {
  const { code, region } = definition;
  const gateway = regions.get(region);
  if (gateway === undefined)
    throw new UsageError(`${code}.yaml names the region ${region}; known are ${[...regions.keys()].join(', ')}.`);
  const tables = planTables(region, { ...files, markets: [definition] });
  return gateway.call(`plan of ${code}`, (client) =>
    client.POST('/v1/ops/markets/{market}/plan', {
      params: { path: { market: code } },
      body: jsonBody({
        definition,
        taxTables: tables.flatMap((each) => (each.kind === 'tax' ? [each.table] : [])),
        feeTables: tables.flatMap((each) => (each.kind === 'fee' ? [each.table] : [])),
      }),
    }),
  );
}
