import { stat } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { idOf, newId } from '@reprise/kernel';
import type { ConnectionFlags } from '../door/connection-options.js';
import { exitCode } from '../door/exit-codes.js';
import { UsageError } from '../door/failures.js';
import { Gateway } from '../door/gateway.js';
import { sellerToken } from '../door/seller-token.js';
import { ImportBar } from './import-bar.js';
import { importPrices } from './import-prices.js';
import type { ImportDoor } from './import-prices.js';
import { renderImport } from './render-import.js';
import { registerScheduleCommands } from './register-schedule-commands.js';
import { uploadPart } from './upload-part.js';
import type { OfferImport } from './upload-part.js';
import { writeRejects } from './write-rejects.js';
import type { RowError } from './write-rejects.js';

interface ImportFlags extends ConnectionFlags {
  readonly dryRun?: true;
  readonly rejects?: string;
  readonly resume?: string;
  readonly seller?: string;
}

/** Adds `reprise prices import` and what is done with prices stated ahead. */
export function registerPricesCommands(program: Command): void {
  const prices = program.command('prices').description('many offers and prices at once, and prices stated ahead');
  registerScheduleCommands(prices);
  prices
    .command('import')
    .description('create or replace offers from an NDJSON file; sending a file again changes nothing')
    .argument('<file>', 'one offer a line, with its sku')
    .option('--dry-run', 'check every row against the markets and say what would change, without changing it')
    .option('--rejects <file>', 'where refused rows go, with the reasons (default: <file>.rejects.ndjson)')
    .option('--resume <importId>', 'go on with an import this tool was stopped in', importIdOf)
    .option('--seller <id>', 'seller of the credentials file to act as')
    .addHelpText(
      'after',
      '\nA broken connection is waited for and the file goes on where it was. Ends with 1 when rows were refused.\n\nExample: reprise prices import offers.ndjson --dry-run',
    )
    .action((file: string, _flags: unknown, command: Command) => runImport(file, command.optsWithGlobals()));
}

async function runImport(file: string, flags: ImportFlags): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new UsageError(`There is no file ${file}.`);
  const token = await sellerToken(flags);
  const gateway = new Gateway(flags.gateway, token);
  const importId = flags.resume ?? newId();
  const stopping = new AbortController();
  const bar = new ImportBar(found.size);
  const stop = (): void => {
    bar.stop();
    console.error(`Stopped. Go on with: reprise prices import ${file} --resume ${importId}`);
    stopping.abort();
    process.exit(exitCode.unreachable);
  };
  process.once('SIGINT', stop);
  try {
    const part = { file, importId, dryRun: flags.dryRun === true, size: found.size };
    const taken = await importPrices(part, doorOf(gateway, token, stopping.signal), {
      onProgress: (progress) => bar.show(progress),
      onLost: (reason, waitMs) => bar.lost(reason, waitMs),
    });
    bar.stop();
    const rejects = flags.rejects ?? `${file}.rejects.ndjson`;
    if (taken.rejected > 0) await writeRejects(file, errorsOf(gateway, taken), rejects);
    console.log(renderImport(taken, taken.rejected > 0 ? rejects : undefined));
    if (taken.rejected > 0) process.exitCode = exitCode.rejected;
  } finally {
    bar.stop();
    process.off('SIGINT', stop);
  }
}

function doorOf(gateway: Gateway, token: string, signal: AbortSignal): ImportDoor {
  return {
    url: gateway.url,
    upload: (part) => uploadPart(part, { url: gateway.url, token, signal }),
    find: (importId) =>
      gateway.callUnless(['OfferImportNotFound'], `import ${importId}`, (client) =>
        client.GET('/v1/seller/imports/{importId}', { params: { path: { importId } } }),
      ),
  };
}

async function* errorsOf(gateway: Gateway, { id: importId }: OfferImport): AsyncGenerator<RowError> {
  for (let after: number | null = 0; after !== null;) {
    const query = { limit: 10_000, after };
    const page: { items: RowError[]; nextAfter: number | null } = await gateway.call(
      `errors of ${importId}`,
      (client) => client.GET('/v1/seller/imports/{importId}/errors', { params: { path: { importId }, query } }),
    );
    yield* page.items;
    after = page.nextAfter;
  }
}

function importIdOf(text: string): string {
  if (idOf(text) !== undefined) return text;
  throw new InvalidArgumentError('an import id is a lower case UUID, as this tool prints it.');
}
