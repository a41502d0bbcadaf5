import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { localDayOf } from '@reprise/kernel';
import type { Schema } from '@reprise/sdk';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway, openRegions } from '../door/connection-options.js';
import { UsageError } from '../door/failures.js';
import { renderFxImport, renderFxRates } from './render-fx.js';

interface RatesFlags extends ConnectionFlags {
  readonly date?: string;
  readonly currency?: string;
  readonly next?: true;
  readonly json?: true;
}

/** Adds `reprise fx import` and `reprise fx rates`. */
export function registerFxCommands(program: Command): void {
  const fx = program.command('fx').description('exchange rates, for proposing prices and for reports');
  fx.command('import')
    .description('store a file of ECB reference rates in every region; sending it again changes nothing')
    .argument('<file>', 'eurofxref XML (.xml), history CSV (.csv) or {date,currency,rate} lines (.ndjson)')
    .addHelpText('after', '\nNeeds an ops token.\n\nExample: reprise fx import eurofxref-hist-90d.xml')
    .action((file: string, _flags: unknown, command: Command) => importRates(file, command.optsWithGlobals()));
  fx.command('rates')
    .description('the rates that count for a day')
    .option('--date <day>', 'day to ask for; today when left out', dayOf)
    .option('--currency <code>', 'one currency only')
    .option('--next', 'on a day without a quote take the first after it instead of the last before')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nNeeds an ops token.\n\nExample: reprise fx rates --date 2026-09-30 --currency PLN')
    .action((_flags: unknown, command: Command) => listRates(command.optsWithGlobals()));
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.csv': 'text/csv',
  '.ndjson': 'application/x-ndjson',
};

async function importRates(file: string, flags: ConnectionFlags): Promise<void> {
  const mediaType = mediaTypes[extname(file).toLowerCase()];
  if (mediaType === undefined) throw new UsageError(`${file} is to end with ${Object.keys(mediaTypes).join(', ')}.`);
  const body = await readFile(file).catch(() => {
    throw new UsageError(`There is no file ${file}.`);
  });
  for (const [region, gateway] of await openRegions(flags, 'ops')) {
    const taken = await gateway.postFile<Schema<'FxImport'>>(
      `rates of ${file}`,
      '/v1/ops/fx-rates',
      { body: new Uint8Array(body), mediaType },
      { timeoutMs: 120_000 },
    );
    console.log(renderFxImport(region, taken));
  }
}

async function listRates(flags: RatesFlags): Promise<void> {
  const { date, currency, next } = flags;
  const gateway = await openGateway(flags, 'ops');
  const query = { ...(date && { date }), ...(currency && { currency }), ...(next && { quote: 'next' as const }) };
  const listed = await gateway.call('rates', (client) => client.GET('/v1/ops/fx-rates', { params: { query } }));
  console.log(flags.json ? JSON.stringify(listed, null, 2) : renderFxRates(listed));
}

function dayOf(text: string): string {
  if (localDayOf(text) !== undefined) return text;
  throw new InvalidArgumentError('a day such as 2026-10-30.');
}
