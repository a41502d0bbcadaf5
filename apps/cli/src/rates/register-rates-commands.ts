import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openRegions } from '../door/connection-options.js';
import { tokenFor } from '../door/credentials.js';
import { UsageError } from '../door/failures.js';
import { renderTable } from '../screen/render-table.js';
import { registerScaleCommand } from './import-fee-scale.js';
import { readRateFileName } from './rate-file-name.js';
import type { RateFileName } from './rate-file-name.js';
import { uploadRateFile } from './upload-rate-file.js';
import type { TaxRateImport } from './upload-rate-file.js';

interface ImportFlags extends ConnectionFlags, Partial<RateFileName> {
  readonly region: string;
  readonly rejects?: string;
}

/** Errors shown on the screen; the rejects file has them all. */
const shown = 20;

/** Adds `reprise rates import|import-scale`. */
export function registerRatesCommands(program: Command): void {
  const rates = program.command('rates').description('local sales tax rates, and scales of levies');
  registerScaleCommand(rates);
  rates
    .command('import')
    .description('take in a file of local sales tax rates, all of it or nothing; sending it again changes nothing')
    .argument('<file>', 'TAXRATES_ZIP5_NY202611.csv, NER2026Q4NOV01.csv or NEB2026Q4NOV01.csv, as published')
    .addOption(
      new Option('--format <format>', 'what the file is, where its name does not say').choices([
        'avalara-zip5',
        'sst-rates',
        'sst-boundaries',
      ]),
    )
    .option('--state <code>', 'two letters, where the name of the file does not say')
    .option('--period <period>', '2026-11 or 2026Q4, where the name of the file does not say')
    .option('--region <region>', 'the region whose markets charge the tax', 'us')
    .option('--rejects <file>', 'write wrong lines to this file, one JSON object a line')
    .addHelpText('after', '\nNeeds an ops token.\n\nExample: reprise rates import TAXRATES_ZIP5_NY202611.csv')
    .action((file: string, _flags: unknown, command: Command) => importRates(file, command.optsWithGlobals()));
}

async function importRates(path: string, flags: ImportFlags): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new UsageError(`There is no file ${path}.`);
  const name = basename(path);
  const gateway = (await openRegions(flags, 'ops')).get(flags.region);
  if (gateway === undefined) throw new UsageError(`There is no region ${flags.region}.`);
  const door = { url: gateway.url, token: await tokenFor('ops', flags) };
  const file = { path, name, size: found.size, ...identify(name, flags) };
  const bar = process.stderr.isTTY
    ? new SingleBar({ clearOnComplete: true, hideCursor: true }, Presets.shades_grey)
    : undefined;
  bar?.start(found.size, 0);
  const taken = await uploadRateFile(file, door, (bytes) => bar?.update(bytes)).finally(() => bar?.stop());
  console.log(summaryOf(taken));
  if (flags.rejects !== undefined)
    await writeFile(flags.rejects, taken.errors.map((error) => `${JSON.stringify(error)}\n`).join(''));
  if (taken.status !== 'active' && taken.status !== 'unchanged') process.exitCode = 1;
}

function identify(name: string, { format, state, period }: ImportFlags): RateFileName {
  const said = readRateFileName(name);
  const whole = {
    format: format ?? said?.format,
    state: state ?? said?.state,
    period: period ?? said?.period,
  };
  if (whole.format === undefined || whole.state === undefined || whole.period === undefined)
    throw new UsageError(`The name ${name} does not say what is in it: give --format, --state and --period.`);
  return { format: whole.format, state: whole.state, period: whole.period };
}

function summaryOf({
  status,
  format,
  state,
  period,
  version,
  rows,
  accepted,
  skipped,
  rejected,
  errors,
}: TaxRateImport): string {
  const asVersion = version === null ? '' : ` (version ${version})`;
  const head = `${format} ${state} ${period}: ${status}${asVersion}, ${rows} rows, ${accepted} accepted, ${skipped} skipped, ${rejected} rejected`;
  if (errors.length === 0) return head;
  const table = renderTable(
    [{ heading: 'line', align: 'right' }, { heading: 'field' }, { heading: 'code' }, { heading: 'message' }],
    errors.slice(0, shown).map(({ line, field, code, message }) => [String(line), field, code, message]),
  );
  return [head, table, ...(errors.length > shown ? [`… and ${errors.length - shown} more: see --rejects`] : [])].join(
    '\n',
  );
}
