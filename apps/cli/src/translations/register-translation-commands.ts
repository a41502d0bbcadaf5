import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { tokenFor } from '../door/credentials.js';
import { UsageError } from '../door/failures.js';
import { Gateway } from '../door/gateway.js';
import { exchangeFile } from './exchange-file.js';
import { renderImport, renderMissing } from './render-translations.js';
import type { MissingTranslations, TranslationImport } from './render-translations.js';

interface ExportFlags extends ConnectionFlags {
  readonly locale: string;
  readonly all?: true;
  readonly kind?: string;
  readonly out?: string;
}

interface ImportFlags extends ConnectionFlags {
  readonly dryRun?: true;
  readonly reason?: string;
}

interface MissingFlags extends ConnectionFlags {
  readonly locale: string;
  readonly kind?: string;
  readonly limit: string;
}

const locale = () => new Option('--locale <tag>', 'the language, such as fr or fr-BE').makeOptionMandatory();
const kind = () =>
  new Option('--kind <kinds>', 'colour.name, product.name, product.slug, product.description; several with commas');

/** Adds `reprise translations`. */
export function registerTranslationCommands(program: Command): void {
  const translations = program
    .command('translations')
    .description('what products and colours are called in each language');
  translations
    .command('missing')
    .description('what a language lacks: how much of each kind, and the first texts')
    .addOption(locale())
    .addOption(kind())
    .option('--limit <n>', 'texts to show', '20')
    .action((_flags: unknown, command: Command) => showMissing(command.optsWithGlobals()));
  translations
    .command('export')
    .description('texts to translate as CSV, to standard output or a file')
    .addOption(locale())
    .addOption(kind())
    .option('--all', 'also what is translated already')
    .option('--out <file>', 'write to this file')
    .addHelpText('after', '\nExample: reprise translations export --locale fr --out fr.csv')
    .action((_flags: unknown, command: Command) => exportTexts(command.optsWithGlobals()));
  translations
    .command('import')
    .description('take in a filled-in export; sending it again changes nothing')
    .argument('<file>', 'CSV with the columns kind, key, locale and text')
    .option('--dry-run', 'say what it would change, and change nothing')
    .option('--reason <text>', 'kept with who did it')
    .addHelpText('after', '\nNeeds an ops token.\n\nExample: reprise translations import fr.csv --dry-run')
    .action((file: string, _flags: unknown, command: Command) => importTexts(file, command.optsWithGlobals()));
}

async function showMissing({ locale: asked, kind: kinds, limit, ...flags }: MissingFlags): Promise<void> {
  const gateway = new Gateway(flags.gateway, await tokenFor('ops', flags));
  const found = await gateway.call<MissingTranslations>(`ask what ${asked} lacks`, (client) =>
    client.GET('/v1/ops/translations/missing', {
      params: { query: { locale: asked, limit: Number(limit), ...(kinds !== undefined && { kind: kinds }) } },
    }),
  );
  console.log(renderMissing(found));
}

async function exportTexts({ locale: asked, all, kind: kinds, out, ...flags }: ExportFlags): Promise<void> {
  const query = new URLSearchParams({ locale: asked, only: all ? 'all' : 'missing', ...(kinds && { kind: kinds }) });
  const url = new URL(`/v1/ops/translations/export?${query}`, flags.gateway);
  const answer = await exchangeFile('export translations', url, { token: await tokenFor('ops', flags) });
  const bytes = Readable.fromWeb(answer.body as ReadableStream);
  if (out === undefined) await pipeline(bytes, process.stdout, { end: false });
  else await pipeline(bytes, createWriteStream(out));
}

async function importTexts(file: string, { dryRun, reason, ...flags }: ImportFlags): Promise<void> {
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) throw new UsageError(`There is no file ${file}.`);
  const query = new URLSearchParams({ dryRun: String(dryRun === true), ...(reason && { reason }) });
  const url = new URL(`/v1/ops/translations/import?${query}`, flags.gateway);
  const token = await tokenFor('ops', flags);
  const answer = await exchangeFile('import translations', url, { token, csv: createReadStream(file) });
  const taken = (await answer.json()) as TranslationImport;
  console.log(renderImport(taken, dryRun === true));
  if (taken.rejectedCount > 0) process.exitCode = 1;
}
