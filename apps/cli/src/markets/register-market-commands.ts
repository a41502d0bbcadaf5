import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway, openRegions } from '../door/connection-options.js';
import { exitCode } from '../door/exit-codes.js';
import { UsageError } from '../door/failures.js';
import { Progress } from '../screen/progress.js';
import { renderTable } from '../screen/render-table.js';
import { applyMarkets } from './apply-markets.js';
import { lintPaths } from './lint-paths.js';
import { lineOf, loadMarketFiles } from './load-market-files.js';
import { renderApplied } from './render-applied.js';

/** Adds `reprise markets apply`, `lint` and `list`. */
export function registerMarketCommands(program: Command): void {
  const markets = program.command('markets').description('countries as data');
  markets
    .command('apply')
    .description('make every region agree with the market files; doing it again changes nothing')
    .argument('[dir]', 'folder of the market files', 'markets')
    .option('--go-live', 'also open markets that are drafts or previews')
    .addHelpText(
      'after',
      `
Checks every file first and sends nothing while there is a mistake. Rate tables go to the regions that price by them,
definitions to the region that writes markets. Needs an ops token.

Example: reprise markets apply markets --go-live`,
    )
    .action(applyCommand);
  markets
    .command('lint')
    .description('every mistake in the market files: where it is, what is wrong, what to write instead')
    .argument('[paths...]', 'a folder of market files, or files of one', ['markets'])
    .addHelpText(
      'after',
      `
Needs no running system. Files are checked with the others of their folder; only mistakes of those named are listed.

Example: reprise markets lint markets/fr.yaml markets/tax/eu-vat.yaml`,
    )
    .action(lintCommand);
  markets
    .command('list')
    .description('what is open, where and in which currency')
    .action((_flags: unknown, command: Command) => listCommand(command.optsWithGlobals()));
}

async function lintCommand(paths: readonly string[]): Promise<void> {
  const mistakes = (await lintPaths(paths).catch(noMarketFolder)).map(lineOf);
  if (mistakes.length === 0) return console.log('No mistakes.');
  console.log(mistakes.join('\n'));
  console.log(`\n${mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`}.`);
  process.exitCode = exitCode.rejected;
}

function noMarketFolder(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ENOENT') throw error;
  throw new UsageError(`Not a folder of market files: there is no ${error.path}. Give one, such as markets.`);
}

async function applyCommand(dir: string, flags: { readonly goLive?: true }, command: Command): Promise<void> {
  const files = await loadMarketFiles(dir).catch(noMarketFolder);
  const regions = await openRegions(command.optsWithGlobals<ConnectionFlags>(), 'ops');
  const progress = new Progress();
  const applied = await applyMarkets(files, regions, {
    goLive: flags.goLive === true,
    timeoutMs: 60_000,
    onStep: (text) => progress.step(text),
  }).finally(() => progress.clear());
  console.log(renderApplied(applied));
}

async function listCommand(flags: ConnectionFlags): Promise<void> {
  const gateway = await openGateway(flags);
  const { items } = await gateway.call('markets', (client) =>
    client.GET('/v1/markets', { params: { query: { locale: 'en' } } }),
  );
  if (items.length === 0)
    return console.log('No market is open. `reprise markets apply --go-live` opens those of markets/.');
  console.log(
    renderTable(
      [
        { heading: 'market' },
        { heading: 'name' },
        { heading: 'status' },
        { heading: 'region' },
        { heading: 'currency' },
        { heading: 'prices' },
        { heading: 'languages' },
        { heading: 'gateway' },
      ],
      items.map((market) => [
        market.code,
        market.name,
        market.status,
        market.region,
        market.currency,
        market.taxInclusive ? 'tax inside' : 'tax added',
        market.locales.join(' '),
        market.gatewayUrl ?? '',
      ]),
    ),
  );
}
