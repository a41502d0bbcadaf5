import { vatSchemeSchema } from '@reprise/contracts';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from '../door/failures.js';

const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const sellersFile = z.object({
  sellers: z.array(
    z.object({
      id: z.uuid(),
      /** Ends in "(demo)": nobody may take generated data for a trader. */
      name: z.string().endsWith(' (demo)'),
      /** The cell the seller trades in. */
      region: z.string(),
      establishedIn: z.string().length(2),
      shipsFrom: z.string().length(2),
      vatSchemes: z.array(vatSchemeSchema).min(1),
      /** How dear this seller is, in basis points of the usual price. */
      priceLevelBp: z.int().min(5_000).max(20_000),
      /** How this seller's prices end. */
      ending: z.enum(['0.00', '0.99']),
    }),
  ),
});

const modelsFile = z.object({
  asOfYear: z.int(),
  currency: z.string().length(3),
  models: z.array(
    z.object({
      slug: z.string(),
      releaseYear: z.int(),
      /** Launch price, tax included, of the variant with `storageGb`. */
      newPrice: decimal,
      storageGb: z.int().positive().optional(),
      /** From 1 (rare) to 6 (everybody's): shares out the offers. */
      popularity: z.int().min(1).max(6),
    }),
  ),
});

const marketsFile = z.object({ levelBp: z.record(z.string(), z.int().min(5_000).max(20_000)) });

const currenciesFile = z.object({ perEuro: z.record(z.string().length(3), decimal) });

export type DemoSeller = z.output<typeof sellersFile>['sellers'][number];
export type DemoModel = z.output<typeof modelsFile>['models'][number];

/** What demo data is generated from. */
export interface DemoFiles {
  readonly sellers: readonly DemoSeller[];
  readonly models: readonly DemoModel[];
  /** The year prices are of. Fixed, or every new year would reprice the shop. */
  readonly asOfYear: number;
  /** Currency of `newPrice`. */
  readonly currency: string;
  /** Units of a currency for one of `currency`, by ISO code. */
  readonly unitsPer: ReadonlyMap<string, string>;
  /** How dear a market is, in basis points of the usual price; markets that are not named are as usual. */
  readonly levelBpOf: ReadonlyMap<string, number>;
}

/** Reads and checks `<dir>/{sellers,models,currencies,markets}.json`. */
export async function readDemoFiles(dir: URL): Promise<DemoFiles> {
  const [{ sellers }, { models, asOfYear, currency }, { perEuro }, { levelBp }] = await Promise.all([
    read(dir, 'sellers.json', sellersFile),
    read(dir, 'models.json', modelsFile),
    read(dir, 'currencies.json', currenciesFile),
    read(dir, 'markets.json', marketsFile),
  ]);
  return {
    ...{ sellers, models, asOfYear, currency },
    unitsPer: new Map(Object.entries(perEuro)),
    levelBpOf: new Map(Object.entries(levelBp)),
  };
}

async function read<S extends z.ZodType>(dir: URL, name: string, schema: S): Promise<z.output<S>> {
  const file = new URL(name, dir);
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`${file.pathname} is missing or wrong: ${(error as Error).message}`);
  }
}
