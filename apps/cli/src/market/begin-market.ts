import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { marketFileSchema } from '@reprise/contracts/market';
import type { TaxTable } from '@reprise/contracts/market';
import { parse } from 'yaml';
import { UsageError } from '../door/failures.js';
import { lintMarketFiles } from '../markets/load-market-files.js';
import { rateBetween } from './ecb-file.js';
import { looksLikeMarket, newLocaleFile, newMarketFile, timeZoneOf } from './new-market.js';
import { newExamplesFile } from './new-examples.js';

export interface BeginMarket {
  readonly dir: string;
  readonly country: string;
  readonly from: string;
  readonly currency: string | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** Units of the new currency for one of the other market's. */
  readonly rate: number | undefined;
  /** The day examples are worked out for. */
  readonly day: string;
}

/** Writes the files of a new market beside the others and answers which. Never over one that is there. */
export async function beginMarket(asked: BeginMarket): Promise<readonly string[]> {
  const { dir, from, country } = asked;
  const template = await readOrNothing(join(dir, `${from}.yaml`));
  if (template === undefined || !looksLikeMarket(template))
    throw new UsageError(`There is no market file ${join(dir, `${from}.yaml`)} to begin from.`);
  const source = marketFileSchema.parse(parse(template));
  const { files } = await lintMarketFiles(dir);
  const tables = files.taxTables.filter(({ id }) => source.tax.tables.includes(id));
  const currency = asked.currency ?? source.currency;
  const locale = asked.locale ?? localeOf(country);
  const timeZone = asked.timeZone ?? timeZoneOf(country, tables);
  if (timeZone === undefined)
    throw new UsageError(`No tax table says which time zone ${country} has: give --time-zone.`);
  const rate =
    asked.rate === undefined
      ? await rateBetween(join(dir, 'fx', 'ecb-reference-rates.csv'), source.currency, currency)
      : { perUnit: asked.rate, source: 'given' };
  const definition = newMarketFile(template, { country, from, currency, locale, timeZone }, rate);
  const code = country.toLowerCase();
  const written = [await writeNew(join(dir, `${code}.yaml`), definition)];
  written.push(...(await beginLanguage(dir, locale)));
  written.push(await writeNew(join(dir, 'examples', `${code}.yaml`), examplesOf(definition, tables, asked.day)));
  return written;
}

function examplesOf(definition: string, tables: readonly TaxTable[], day: string): string {
  return newExamplesFile({ ...marketFileSchema.parse(parse(definition)), wording: {} }, tables, day);
}

/** A language that has its file already is left as it is. */
async function beginLanguage(dir: string, locale: string): Promise<string[]> {
  const [language = locale] = locale.split('-');
  const path = join(dir, 'locales', `${language}.yaml`);
  if ((await readOrNothing(path)) !== undefined) return [];
  const english = await readFile(join(dir, 'locales', 'en.yaml'), 'utf8');
  return [await writeNew(path, newLocaleFile(english, language))];
}

async function writeNew(path: string, text: string): Promise<string> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UsageError(`${path} is there already: change it, or take it away first.`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
  return path;
}

async function readOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** What most people of a country speak, as Unicode has it; where they do not, say so with an option. */
function localeOf(country: string): string {
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return `${language}-${country}`;
}
