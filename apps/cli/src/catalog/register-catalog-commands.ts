import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ImportTotals } from './import-catalog.js';
import { buildProducts } from './build-products.js';
import { loadSources } from './datasets.js';
import { importCatalog } from './import-catalog.js';
import { printRejects, printTotals } from './print-import.js';
import { RejectReport } from './reject-report.js';

interface ImportFlags {
  readonly gateway: string;
  readonly token?: string;
  readonly credentials: string;
  readonly dryRun?: true;
  readonly rejects?: string;
}

/** Adds `reprise catalog import`. */
export function registerCatalogCommands(program: Command): void {
  program
    .command('catalog')
    .description('products and variants')
    .command('import')
    .description('build the catalogue from the device data sets and send it; running it again changes nothing')
    .option('--gateway <url>', 'gateway of the region that writes the catalogue', 'http://127.0.0.1:4100')
    .option('--token <jwt>', 'operator token; else the one of the credentials file')
    .option('--credentials <file>', 'file with {"ops": "<token>"}', '.local/credentials.json')
    .option('--dry-run', 'count and report, send nothing')
    .option('--rejects <file>', 'also write the reject report as JSON')
    .action(runImport);
}

async function runImport(flags: ImportFlags): Promise<void> {
  const startedAt = performance.now();
  const rejects = new RejectReport();
  const door = flags.dryRun
    ? undefined
    : { gateway: flags.gateway, token: flags.token ?? (await opsToken(flags.credentials)) };
  const totals = await importCatalog(buildProducts(loadSources(), rejects), {
    ...(door === undefined ? {} : { door }),
    onProgress: showProgress,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  console.log(printTotals(totals, (performance.now() - startedAt) / 1000, flags.dryRun === true));
  console.log(printRejects(rejects.toJSON()));
  if (flags.rejects !== undefined) await writeFile(flags.rejects, `${JSON.stringify(rejects.toJSON(), null, 2)}\n`);
  if (totals.rejectedCount > 0) process.exitCode = 1;
}

async function opsToken(file: string): Promise<string> {
  const credentials = JSON.parse(
    await readFile(file, 'utf8').catch(() => {
      throw new Error(`There is no ${file}. Give --token, or run where the platform wrote its credentials.`);
    }),
  ) as { ops?: unknown };
  if (typeof credentials.ops !== 'string') throw new Error(`${file} holds no "ops" token.`);
  return credentials.ops;
}

/** One line that rewrites itself on a terminal; in a log, a line every few thousand products. */
function showProgress(totals: Readonly<ImportTotals>): void {
  const line = `catalog import: ${totals.products.toLocaleString('en-US')} products`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (totals.products % 4000 === 0) process.stderr.write(`${line}\n`);
}
