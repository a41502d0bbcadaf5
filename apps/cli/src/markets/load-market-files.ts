import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FeeTable, MarketDefinition, MarketExamples, MarketFileKind, TaxTable } from '@reprise/contracts/market';
import {
  feeTableSchema,
  localeSchema,
  localeWordingSchema,
  marketDefinitionSchema,
  marketExamplesSchema,
  taxTableSchema,
} from '@reprise/contracts/market';
import type { z } from 'zod';
import type { ReadFile } from './check-market-files.js';
import { checkMarketFiles } from './check-market-files.js';
import { explainIssues } from './explain-issue.js';
import type { MarketFileMistake, YamlFile } from './read-market-file.js';
import { readYaml } from './read-market-file.js';

/** Everything under `markets/`, validated. A definition holds the wording of its locales and their fallbacks. */
export interface MarketFiles {
  readonly markets: readonly MarketDefinition[];
  readonly taxTables: readonly TaxTable[];
  readonly feeTables: readonly FeeTable[];
  readonly examples: readonly MarketExamples[];
}

/** Thrown once with every mistake in every file, so that a country is mended in one go. */
export class MarketFilesInvalid extends Error {
  readonly mistakes: readonly MarketFileMistake[];

  constructor(mistakes: readonly MarketFileMistake[]) {
    super(mistakes.map(lineOf).join('\n'));
    this.name = 'MarketFilesInvalid';
    this.mistakes = mistakes;
  }
}

/** `markets/fr.yaml:45:5 shipping[1].price: EUR has 2 decimals: write '9.90'` */
export function lineOf({ file, line, column, path, message }: MarketFileMistake): string {
  return `${file}:${line}:${column} ${path}: ${message}`;
}

/** As lintMarketFiles, for those who need files that are right: throws MarketFilesInvalid with every mistake. */
export async function loadMarketFiles(dir: string): Promise<MarketFiles> {
  const { files, mistakes } = await lintMarketFiles(dir);
  if (mistakes.length > 0) throw new MarketFilesInvalid(mistakes);
  return files;
}

/**
 * Reads `<dir>/*.yaml`, `locales/`, `tax/`, `fees/` and `examples/`, checks each against its schema and all of them against each other, and
 * lists every mistake in the order of files and lines. `files` has those in which nothing is wrong.
 */
export async function lintMarketFiles(
  dir: string,
): Promise<{ readonly files: MarketFiles; readonly mistakes: readonly MarketFileMistake[] }> {
  const folders = ['.', 'locales', 'tax', 'fees', 'examples'] as const;
  const [definitions, locales, taxes, fees, worked] = await Promise.all(
    folders.map((folder) => readFolder(dir, folder)),
  );
  const mistakes = [definitions, locales, taxes, fees, worked].flatMap((yamls) =>
    (yamls ?? []).flatMap(({ brokenAt }) => [...brokenAt]),
  );
  const read = <Schema extends z.ZodType>(
    kind: MarketFileKind,
    yamls: readonly YamlFile[] | undefined,
    schema: Schema,
  ) => whole(yamls).map((yaml) => understand(yaml, kind, schema, yaml.content, mistakes));
  read('locale', locales, localeWordingSchema);
  for (const { name, mistake } of locales ?? []) mistakes.push(...nameNoLocale(name, mistake));
  const words = new Map((locales ?? []).map(({ name, content }) => [name, content]));
  const files = {
    markets: whole(definitions).map((yaml) =>
      understand(yaml, 'market', marketDefinitionSchema, withWording(yaml, words, mistakes), mistakes),
    ),
    taxTables: read('tax-table', taxes, taxTableSchema),
    feeTables: read('fee-table', fees, feeTableSchema),
    examples: read('examples', worked, marketExamplesSchema),
    present: new Set(
      [definitions, locales, taxes, fees, worked].flatMap((yamls, i) =>
        (yamls ?? []).map(({ name }) => join(folders[i] ?? '', `${name}.yaml`)),
      ),
    ),
  };
  mistakes.push(...checkMarketFiles(files));
  return {
    files: {
      markets: sound(files.markets),
      taxTables: sound(files.taxTables),
      feeTables: sound(files.feeTables),
      examples: sound(files.examples),
    },
    mistakes: mistakes.sort(byPlace),
  };
}

async function readFolder(dir: string, folder: string): Promise<YamlFile[]> {
  const names = (await readdir(join(dir, folder))).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(dir, folder, name);
      return readYaml(relative(join(dir, '..'), path), await readFile(path, 'utf8'));
    }),
  );
}

function whole(yamls: readonly YamlFile[] | undefined): YamlFile[] {
  return (yamls ?? []).filter(({ brokenAt }) => brokenAt.length === 0);
}

/** Checks a file against its schema and says what of it may be relied on. */
function understand<Schema extends z.ZodType>(
  yaml: YamlFile,
  kind: MarketFileKind,
  schema: Schema,
  content: unknown,
  mistakes: MarketFileMistake[],
): ReadFile<z.output<Schema>> {
  const parsed = schema.safeParse(content);
  // What is wrong with the words is said of the file they are in.
  const issues = parsed.success ? [] : parsed.error.issues.filter(({ path }) => path[0] !== 'wording');
  mistakes.push(...explainIssues(issues, yaml, kind).map(({ path, message }) => yaml.mistake(path, message)));
  const wrong = new Set(issues.flatMap(keysOf));
  const shape = 'shape' in schema ? (schema.shape as Readonly<Record<string, z.ZodType>>) : {};
  return {
    name: yaml.name,
    value: parsed.success ? parsed.data : undefined,
    sound: (key) => {
      if (parsed.success) return (parsed.data as z.output<Schema>)[key];
      if (wrong.has(key) || wrong.has(theWhole)) return undefined;
      const written = childOf(content, key);
      return (shape[key]?.safeParse(written).data ?? written) as z.output<Schema>[typeof key];
    },
    entries: (key) => {
      const list = childOf(content, key);
      const { element } = (shape[key] ?? {}) as { readonly element?: z.ZodType };
      if (!Array.isArray(list) || element === undefined) return [];
      return list.flatMap((written: unknown, i) => {
        const entry = element.safeParse(written);
        return entry.success ? [[i, entry.data as never] as const] : [];
      });
    },
    mistake: yaml.mistake,
  };
}

/** Stands for all keys, where a file is not even a group of keys. */
const theWhole = Symbol('the whole file');

/** The top keys an issue makes unreliable. A key that should not be there leaves the others as they are. */
function keysOf(issue: z.core.$ZodIssue): PropertyKey[] {
  if (issue.path.length > 0) return issue.path.slice(0, 1);
  return issue.code === 'unrecognized_keys' ? issue.keys : [theWhole];
}

function childOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
}

/** The definition with the words of its locales and their fallbacks, as services get it. */
function withWording(yaml: YamlFile, words: ReadonlyMap<string, unknown>, mistakes: MarketFileMistake[]): unknown {
  const { content } = yaml;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  if ('wording' in content)
    mistakes.push(yaml.mistake(['wording'], 'is not a key here: words are in locales/<locale>.yaml'));
  const locales = childOf(content, 'locales');
  const named = (Array.isArray(locales) ? locales : []).flatMap((entry: unknown) => [
    childOf(entry, 'locale'),
    ...[childOf(entry, 'fallback')].flat(),
  ]);
  const found = [...words].filter(([locale]) => named.includes(locale));
  return { ...content, wording: Object.fromEntries(found) };
}

function nameNoLocale(name: string, mistake: YamlFile['mistake']): MarketFileMistake[] {
  const parsed = localeSchema.safeParse(name);
  if (parsed.success) return [];
  return [
    mistake([], `the file is called ${name}.yaml, and "${name}" is not ${parsed.error.issues[0]?.message}: rename it`),
  ];
}

function sound<Value>(files: readonly ReadFile<Value>[]): Value[] {
  return files.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

function byPlace(a: MarketFileMistake, b: MarketFileMistake): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
