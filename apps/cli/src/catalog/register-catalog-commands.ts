import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ImportTotals } from './import-catalog.js';
import type { ConnectionFlags } from '../door/connection-options.js';
import { tokenFor } from '../door/credentials.js';
import { buildProducts } from './build-products.js';
import { loadSources } from './datasets.js';
import { importCatalog } from './import-catalog.js';
import { printJoins, printRejects, printTotals } from './print-import.js';
import { RejectReport } from './reject-report.js';

interface ImportFlags extends ConnectionFlags {
  readonly dryRun?: true;
  readonly rejects?: string;
  readonly report?: string | true;
}

/** Adds `reprise catalog import`. */
export function registerCatalogCommands(program: Command): void {
  program
    .command('catalog')
    .description('products and variants')
    .command('import')
    .description('build the catalogue from the device data sets and send it; running it again changes nothing')
    .option('--dry-run', 'count and report, send nothing')
    .option('--rejects <file>', 'also write the reject report as JSON')
    .option('--report [file]', 'measure the joins: print their hit rates, and write all that was counted as JSON')
    .addHelpText(
      'after',
      '\nNeeds an ops token and, with --gateway, the region that writes the catalogue.\n\nExample: reprise catalog import --dry-run',
    )
    .action((_flags: unknown, command: Command) => runImport(command.optsWithGlobals()));
}

async function runImport(flags: ImportFlags): Promise<void> {
  const startedAt = performance.now();
  const rejects = new RejectReport();
  const door = flags.dryRun ? undefined : { gateway: flags.gateway, token: await tokenFor('ops', flags) };
  const totals = await importCatalog(buildProducts(loadSources(), rejects), {
    ...(door === undefined ? {} : { door }),
    onProgress: showProgress,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  console.log(printTotals(totals, (performance.now() - startedAt) / 1000, flags.dryRun === true));
  console.log(printRejects(rejects.toJSON()));
  if (flags.rejects !== undefined) await writeFile(flags.rejects, `${JSON.stringify(rejects.toJSON(), null, 2)}\n`);
  if (flags.report !== undefined) await report(totals, rejects, flags.report);
  if (totals.rejectedCount > 0) process.exitCode = 1;
}

const usualReport = 'catalog-import-report.json';

async function report(totals: ImportTotals, rejects: RejectReport, to: string | true): Promise<void> {
  const file = to === true ? usualReport : to;
  const joins = rejects.joins.toJSON();
  console.log(printJoins(joins));
  await writeFile(file, `${JSON.stringify({ totals, joins, rejects: rejects.toJSON() }, null, 2)}\n`);
  console.log(`The whole report is in ${file}.`);
}

/** One line that rewrites itself on a terminal; in a log, a line every few thousand products. */
function showProgress(totals: Readonly<ImportTotals>): void {
  const line = `catalog import: ${totals.products.toLocaleString('en-US')} products`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (totals.products % 4000 === 0) process.stderr.write(`${line}\n`);
}
