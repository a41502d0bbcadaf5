import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FeeTable, LocaleWording, MarketDefinition, MarketExamples, TaxTable } from '@reprise/contracts/market';
import {
  feeTableSchema,
  localeWordingSchema,
  marketDefinitionSchema,
  marketExamplesSchema,
  marketFileSchema,
  taxTableSchema,
} from '@reprise/contracts/market';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';

/** Everything under `markets/`, validated. A definition holds the wording of its locales and their fallbacks. */
export interface MarketFiles {
  readonly markets: readonly MarketDefinition[];
  readonly taxTables: readonly TaxTable[];
  readonly feeTables: readonly FeeTable[];
  readonly examples: readonly MarketExamples[];
}

/** One mistake in one file: where it is, and what to write instead. */
export interface MarketFileMistake {
  readonly file: string;
  /** From 1; the line the mistake is on, or where the missing key belongs. */
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** Thrown once with every mistake in every file, so that a country is mended in one go. */
export class MarketFilesInvalid extends Error {
  readonly mistakes: readonly MarketFileMistake[];

  constructor(mistakes: readonly MarketFileMistake[]) {
    super(
      mistakes
        .map(({ file, line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`)
        .join('\n'),
    );
    this.name = 'MarketFilesInvalid';
    this.mistakes = mistakes;
  }
}

/**
 * Reads `<dir>/*.yaml`, `locales/`, `tax/`, `fees/` and `examples/`, checks each against its schema and all of them against each other.
 * Throws MarketFilesInvalid listing every mistake as `file:line:column path: what to write instead`.
 */
export async function loadMarketFiles(dir: string): Promise<MarketFiles> {
  const mistakes: MarketFileMistake[] = [];
  const present = new Set<string>();
  const read = <Schema extends z.ZodType>(folder: string, schema: Schema): Promise<Read<z.output<Schema>>[]> =>
    readFolder(dir, folder, schema, mistakes, present);
  const [markets, locales, taxTables, feeTables, examples] = await Promise.all([
    read('.', marketFileSchema),
    read('locales', localeWordingSchema),
    read('tax', taxTableSchema),
    read('fees', feeTableSchema),
    read('examples', marketExamplesSchema),
  ]);
  const wording = new Map(locales.map(({ name, value }) => [name, value]));
  const complete = markets.flatMap((market) => withWording(market, wording, mistakes));
  checkNames({ markets, taxTables, feeTables, examples }, mistakes);
  checkTogether({ markets, taxTables, feeTables, examples }, present, mistakes);
  if (mistakes.length > 0) throw new MarketFilesInvalid(mistakes.sort(byPlace));
  return {
    markets: complete,
    taxTables: taxTables.map(({ value }) => value),
    feeTables: feeTables.map(({ value }) => value),
    examples: examples.map(({ value }) => value),
  };
}

type Path = readonly PropertyKey[];

interface Read<Value> {
  readonly name: string;
  readonly value: Value;
  readonly mistake: (path: Path, message: string) => MarketFileMistake;
}

interface ReadFiles {
  readonly markets: readonly Read<z.output<typeof marketFileSchema>>[];
  readonly taxTables: readonly Read<TaxTable>[];
  readonly feeTables: readonly Read<FeeTable>[];
  readonly examples: readonly Read<MarketExamples>[];
}

async function readFolder<Schema extends z.ZodType>(
  dir: string,
  folder: string,
  schema: Schema,
  mistakes: MarketFileMistake[],
  present: Set<string>,
): Promise<Read<z.output<Schema>>[]> {
  const names = (await readdir(join(dir, folder))).filter((name) => name.endsWith('.yaml')).sort();
  for (const name of names) present.add(join(folder, name));
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(dir, folder, name),
      text: await readFile(join(dir, folder, name), 'utf8'),
    })),
  );
  return files.flatMap(({ path, text }) => parseFile(relative(join(dir, '..'), path), text, schema, mistakes));
}

function parseFile<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  mistakes: MarketFileMistake[],
): Read<z.output<Schema>>[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const mistake = (path: Path, message: string): MarketFileMistake => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return { file, line, column: col, path: textOf(path), message };
  };
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      mistakes.push({ file, line, column: col, path: '(yaml)', message: error.message.split('\n')[0] ?? 'not YAML' });
    }
    return [];
  }
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    mistakes.push(
      ...parsed.error.issues.flatMap((issue) => explain(issue)).map(({ path, message }) => mistake(path, message)),
    );
    return [];
  }
  return [{ name: file.replace(/^.*\/|\.yaml$/g, ''), value: parsed.data, mistake }];
}

/** An issue of a union hides what is wrong with the member that was meant: the one with the fewest issues. */
function explain(issue: z.core.$ZodIssue): { readonly path: Path; readonly message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a key here: check its spelling' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
    return closest.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ path: issue.path, message: issue.message }];
}

/** Where in the text a path points; where it does not exist, the nearest thing around it that does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const steps = path.slice(0, length);
    const parent = document.getIn(steps.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(steps.at(-1))) : undefined;
    const node = (pair?.key ?? document.getIn(steps, true)) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function textOf(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? '(file)' : text.replace(/^\./, '');
}

function withWording(
  { value: market, mistake }: ReadFiles['markets'][number],
  wording: ReadonlyMap<string, LocaleWording>,
  mistakes: MarketFileMistake[],
): MarketDefinition[] {
  const locales = new Set(market.locales.flatMap(({ locale, fallback }) => [locale, ...fallback]));
  const words = Object.fromEntries(
    [...locales].flatMap((locale) => {
      const found = wording.get(locale);
      return found === undefined ? [] : [[locale, found]];
    }),
  );
  const parsed = marketDefinitionSchema.safeParse({ ...market, wording: words });
  if (parsed.success) return [parsed.data];
  mistakes.push(...parsed.error.issues.map((issue) => mistake(issue.path, issue.message)));
  return [];
}

/** A file is named after what it holds, so that nobody edits one country in the file of another. */
function checkNames({ markets, taxTables, feeTables, examples }: ReadFiles, mistakes: MarketFileMistake[]): void {
  const check = <Value>(files: readonly Read<Value>[], key: string, nameOf: (value: Value) => string): void => {
    for (const { name, value, mistake } of files)
      if (nameOf(value) !== name)
        mistakes.push(mistake([key], `the file is called ${name}.yaml: write ${name}, or rename the file`));
  };
  check(markets, 'code', ({ code }) => code);
  check(taxTables, 'id', ({ id }) => id);
  check(feeTables, 'id', ({ id }) => id);
  check(examples, 'market', ({ market }) => market);
}

/** A file that is there but broken has mistakes of its own already, so nothing is said of whoever names it. */
function checkTogether(files: ReadFiles, present: ReadonlySet<string>, mistakes: MarketFileMistake[]): void {
  const owners = new Map<string, string>();
  for (const market of files.markets) {
    mistakes.push(...countriesOfTwo(market, owners), ...tablesMissing(market, files, present));
    if (!present.has(`examples/${market.name}.yaml`))
      mistakes.push(
        market.mistake(['code'], `add examples/${market.name}.yaml: a market has worked examples that finance signed`),
      );
  }
  for (const { name, mistake } of files.examples)
    if (!present.has(`${name}.yaml`)) mistakes.push(mistake(['market'], `there is no market ${name}`));
}

type ReadMarket = ReadFiles['markets'][number];

function countriesOfTwo({ value: market, mistake }: ReadMarket, owners: Map<string, string>): MarketFileMistake[] {
  return market.countries.flatMap((country, i) => {
    const owner = owners.get(country);
    owners.set(country, market.code);
    return owner === undefined ? [] : [mistake(['countries', i], `${country} is a country of ${owner} already`)];
  });
}

function tablesMissing(
  { value: market, mistake }: ReadMarket,
  { taxTables, feeTables }: ReadFiles,
  present: ReadonlySet<string>,
): MarketFileMistake[] {
  const taxes = market.tax.tables.flatMap((id, i) => {
    const table = taxTables.find(({ name }) => name === id)?.value;
    if (table === undefined)
      return present.has(`tax/${id}.yaml`)
        ? []
        : [{ path: ['tax', 'tables', i], message: `add tax/${id}.yaml, or name one of: ${listOf(taxTables)}` }];
    if (table.regime === market.tax.regime) return [];
    return [
      {
        path: ['tax', 'tables', i],
        message: `${id} is a table of ${table.regime}, the market's regime is ${market.tax.regime}`,
      },
    ];
  });
  const fees = market.fees.flatMap((id, i) => {
    const table = feeTables.find(({ name }) => name === id)?.value;
    if (table === undefined)
      return present.has(`fees/${id}.yaml`)
        ? []
        : [{ path: ['fees', i], message: `add fees/${id}.yaml, or name one of: ${listOf(feeTables)}` }];
    if (table.currency === market.currency) return [];
    return [{ path: ['fees', i], message: `${id} is in ${table.currency}, the market in ${market.currency}` }];
  });
  return [...taxes, ...fees].map(({ path, message }) => mistake(path, message));
}

function listOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(', ');
}

function byPlace(a: MarketFileMistake, b: MarketFileMistake): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
