import type { FeeTable, MarketDefinition, MarketExamples, TaxTable } from '@reprise/contracts/market';
import { currencyOf, exponentOf } from '@reprise/kernel';
import type { MarketFileMistake, Path } from './read-market-file.js';

/** A file that is YAML, as far as it could be understood. */
export interface ReadFile<Value> {
  readonly name: string;
  /** The whole of it; undefined while anything in it is wrong. */
  readonly value: Value | undefined;
  /** One key of it, where that is right in itself, whatever else is wrong. */
  readonly sound: <Key extends keyof Value & string>(key: Key) => Value[Key] | undefined;
  /** Entries of a list that are right in themselves, with their place in it. */
  readonly entries: <Key extends keyof Value & string>(
    key: Key,
  ) => readonly (readonly [index: number, entry: Value[Key] extends readonly (infer Entry)[] ? Entry : never])[];
  readonly mistake: (path: Path, message: string) => MarketFileMistake;
}

export interface ReadFiles {
  readonly markets: readonly ReadFile<MarketDefinition>[];
  readonly taxTables: readonly ReadFile<TaxTable>[];
  readonly feeTables: readonly ReadFile<FeeTable>[];
  readonly examples: readonly ReadFile<MarketExamples>[];
  /** `tax/eu-vat.yaml`: everything there is, broken or not. A broken file has mistakes of its own, so nothing is said of whoever names it. */
  readonly present: ReadonlySet<string>;
}

/** What files must agree on. Each rule looks at what is sound, so that one mistake hides no other. */
export function checkMarketFiles(files: ReadFiles): MarketFileMistake[] {
  const owners = new Map<string, string>();
  return [
    ...namesDiffer(files.markets, 'code'),
    ...namesDiffer(files.taxTables, 'id'),
    ...namesDiffer(files.feeTables, 'id'),
    ...namesDiffer(files.examples, 'market'),
    ...files.markets.flatMap((market) => [
      ...countriesOfTwo(market, owners),
      ...taxTablesMissing(market, files),
      ...placesUntaxed(market, files),
      ...feeTablesMissing(market, files),
      ...examplesMissing(market, files),
    ]),
    ...files.examples.flatMap((examples) => examplesDisagree(examples, files)),
  ];
}

/** A file is named after what it holds, so that nobody edits one country in the file of another. */
function namesDiffer<Value>(files: readonly ReadFile<Value>[], key: keyof Value & string): MarketFileMistake[] {
  return files.flatMap(({ name, sound, mistake }) => {
    const written = sound(key);
    if (written === undefined || written === name) return [];
    return [mistake([key], `the file is called ${name}.yaml: write ${name}, or rename the file`)];
  });
}

function countriesOfTwo({ name, sound, mistake }: ReadFile<MarketDefinition>, owners: Map<string, string>) {
  return (sound('countries') ?? []).flatMap((country, i) => {
    const owner = owners.get(country);
    owners.set(country, name);
    return owner === undefined || owner === name
      ? []
      : [mistake(['countries', i], `${country} is a country of ${owner} already: take it out of one of them`)];
  });
}

function taxTablesMissing({ sound, mistake }: ReadFile<MarketDefinition>, files: ReadFiles): MarketFileMistake[] {
  const tax = sound('tax');
  return (tax?.tables ?? []).flatMap((id, i) => {
    if (!files.present.has(`tax/${id}.yaml`))
      return [mistake(['tax', 'tables', i], `add tax/${id}.yaml, or name one of: ${listOf(files.taxTables)}`)];
    const regime = tableOf(files.taxTables, id)?.sound('regime');
    if (regime === undefined || regime === tax?.regime) return [];
    return [
      mistake(
        ['tax', 'tables', i],
        `${id} is a table of ${regime}, the market's regime is ${tax?.regime}: write tax.regime: ${regime}, or name another table`,
      ),
    ];
  });
}

/** Every place a market delivers to or from must be in a table of its regime, or it has no rate and no price. */
function placesUntaxed({ sound, mistake }: ReadFile<MarketDefinition>, files: ReadFiles): MarketFileMistake[] {
  const tax = sound('tax');
  const tables = (tax?.tables ?? []).map((id) => tableOf(files.taxTables, id)?.value);
  // A table that is not there, is broken or is of another regime has its own mistake.
  if (tables.length === 0 || tables.some((table) => table?.regime !== tax?.regime)) return [];
  const taxed = new Set(tables.flatMap((table) => (table === undefined ? [] : placesOf(table))));
  return (['countries', 'shipsTo', 'shipsFrom'] as const).flatMap((key) =>
    (sound(key) ?? []).flatMap((country, i) =>
      taxed.has(country)
        ? []
        : [mistake([key, i], `${country} is in no tax table of this market: add its rates there, or leave it out`)],
    ),
  );
}

function placesOf(table: TaxTable): string[] {
  if (table.regime === 'us-sales-tax') return [table.country];
  return [
    ...table.countries.map(({ country }) => country),
    ...table.territories.flatMap(({ isoCodes }) => isoCodes ?? []),
  ];
}

function feeTablesMissing({ sound, mistake }: ReadFile<MarketDefinition>, files: ReadFiles): MarketFileMistake[] {
  const [currency, shipsTo] = [sound('currency'), sound('shipsTo')];
  return (sound('fees') ?? []).flatMap((id, i) => {
    const wrong = (message: string): MarketFileMistake[] => [mistake(['fees', i], message)];
    if (!files.present.has(`fees/${id}.yaml`))
      return wrong(`add fees/${id}.yaml, or name one of: ${listOf(files.feeTables)}`);
    const table = tableOf(files.feeTables, id);
    const inCurrency = table?.sound('currency');
    if (currency !== undefined && inCurrency !== undefined && inCurrency !== currency)
      return wrong(`${id} is in ${inCurrency}, the market in ${currency}: leave it out, or add a table in ${currency}`);
    const country = table?.sound('jurisdiction')?.country;
    if (country !== undefined && shipsTo !== undefined && !shipsTo.includes(country))
      return wrong(`${id} falls on goods sent to ${country}, where this market does not deliver: leave it out`);
    return [];
  });
}

function examplesMissing({ name, mistake }: ReadFile<MarketDefinition>, { present }: ReadFiles): MarketFileMistake[] {
  return present.has(`examples/${name}.yaml`)
    ? []
    : [mistake(['code'], `add examples/${name}.yaml: a market has worked examples that finance signed`)];
}

/** An example prices a market, so what it names must be the market's. */
function examplesDisagree(file: ReadFile<MarketExamples>, files: ReadFiles): MarketFileMistake[] {
  if (!files.present.has(`${file.name}.yaml`))
    return [file.mistake(['market'], `there is no market ${file.name}: add ${file.name}.yaml, or rename the file`)];
  const market = tableOf(files.markets, file.name);
  const currency = market?.sound('currency');
  const methods = market?.sound('shipping')?.map(({ id }) => id);
  const schemes = market?.sound('tax')?.vatSchemes;
  // Fees without a table are said already.
  const fees = market?.sound('fees')?.every((id) => files.present.has(`fees/${id}.yaml`))
    ? market.sound('fees')
    : undefined;
  return file.entries('examples').flatMap(([i, example]) => {
    const wrong = (path: Path, message: string) => file.mistake(['examples', i, ...path], message);
    const { shippingMethod, lines, expect } = example;
    return [
      ...(shippingMethod === undefined || methods === undefined || methods.includes(shippingMethod)
        ? []
        : [
            wrong(
              ['shippingMethod'],
              `${shippingMethod} is no method of market ${file.name}: write one of ${methods.join(', ')}`,
            ),
          ]),
      ...lines.flatMap(({ vatScheme }, j) =>
        schemes === undefined || schemes.includes(vatScheme)
          ? []
          : [
              wrong(
                ['lines', j, 'vatScheme'],
                `market ${file.name} sells no ${vatScheme} goods: write one of ${schemes.join(', ')}`,
              ),
            ],
      ),
      ...('totals' in expect
        ? [...Object.keys(expect.fees ?? {}), ...Object.keys(expect.levies ?? {})].flatMap((id) =>
            fees === undefined || fees.includes(id)
              ? []
              : [wrong(['expect'], `${id} is no fee of market ${file.name}: add it to its fees, or leave it out`)],
          )
        : []),
      ...(currency === undefined ? [] : tooFine(example, currency).map((path) => wrong(path, tooFineFor(currency)))),
    ];
  });
}

type Example = MarketExamples['examples'][number];

/** Amounts with more decimals than the currency has. */
function tooFine({ lines, expect }: Example, currencyCode: string): Path[] {
  const currency = currencyOf(currencyCode);
  if (currency === undefined) return [];
  const fine = (amount: string): boolean => (amount.split('.')[1]?.length ?? 0) > exponentOf(currency);
  return [
    ...lines.flatMap(({ unitPrice }, j): Path[] => (fine(unitPrice) ? [['lines', j, 'unitPrice']] : [])),
    ...Object.entries('totals' in expect ? expect.totals : {}).flatMap(([key, amount]): Path[] =>
      fine(amount) ? [['expect', 'totals', key]] : [],
    ),
  ];
}

function tooFineFor(currencyCode: string): string {
  const currency = currencyOf(currencyCode);
  return `${currencyCode} has ${currency === undefined ? 'fewer' : exponentOf(currency)} decimals: write no more`;
}

function tableOf<Value>(files: readonly ReadFile<Value>[], name: string): ReadFile<Value> | undefined {
  return files.find((file) => file.name === name);
}

function listOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(', ');
}
