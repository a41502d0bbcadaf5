import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { Schema } from '@reprise/sdk';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { renderSeller, renderSellerQuality, renderSellers } from './render-sellers.js';

interface ListFlags extends ConnectionFlags {
  readonly status?: Schema<'SellerState'>;
  readonly sort: 'name' | 'failureRate';
  readonly cursor?: string;
  readonly json?: true;
}

interface ShowFlags extends ConnectionFlags {
  readonly json?: true;
}

interface MoveFlags extends ConnectionFlags {
  readonly reason: string;
}

/** Adds `reprise sellers list|quality|suspend|reinstate`. */
export function registerSellerCommands(program: Command): void {
  const sellers = program.command('sellers').description('who sells, how their sales went, and who may go on selling');
  sellers
    .command('list')
    .description('sellers of the region')
    .addOption(
      new Option('--status <status>', 'only those').choices(['applied', 'verified', 'active', 'suspended', 'closed']),
    )
    .addOption(
      new Option('--sort <order>', 'by name, or those whose devices fail most first')
        .choices(['name', 'failureRate'])
        .default('name'),
    )
    .option('--cursor <cursor>', 'go on where the page before ended')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExample: reprise sellers list --sort failureRate`)
    .action((_flags: unknown, command: Command) => list(command.optsWithGlobals()));
  sellers
    .command('quality')
    .description('rates with their bounds, by month of dispatch, and what is taken down for them')
    .addArgument(sellerArgument())
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExample: reprise sellers quality 0199d3a0-0000-7000-8000-000000000001`)
    .action((id: string, _flags: unknown, command: Command) => quality(id, command.optsWithGlobals()));
  sellers
    .command('suspend')
    .description('take all offers of a seller down, at once and everywhere')
    .addArgument(sellerArgument())
    .requiredOption('--reason <text>', 'why, for the audit')
    .addHelpText('after', `${needsOps}\n\nExample: reprise sellers suspend <sellerId> --reason "papers expired"`)
    .action((id: string, _flags: unknown, command: Command) => move(id, 'suspended', command.optsWithGlobals()));
  sellers
    .command('reinstate')
    .description('let a suspended seller sell again')
    .addArgument(sellerArgument())
    .requiredOption('--reason <text>', 'why, for the audit')
    .addHelpText('after', `${needsOps}\n\nExample: reprise sellers reinstate <sellerId> --reason "papers renewed"`)
    .action((id: string, _flags: unknown, command: Command) => move(id, 'active', command.optsWithGlobals()));
}

const needsOps = '\nNeeds an ops token.';

function sellerArgument(): Argument {
  return new Argument('<sellerId>', 'id of the seller');
}

async function list(flags: ListFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const { status, sort, cursor } = flags;
  const query = { limit: 100, sort, ...(status && { status }), ...(cursor && { cursor }) };
  const page = await gateway.call('sellers', (client) => client.GET('/v1/ops/sellers', { params: { query } }));
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderSellers(page));
}

async function quality(id: string, flags: ShowFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const found = await gateway.call(`seller ${id}`, (client) =>
    client.GET('/v1/ops/sellers/{sellerId}/quality', { params: { path: { sellerId: id } } }),
  );
  console.log(flags.json ? JSON.stringify(found, null, 2) : renderSellerQuality(found));
}

async function move(id: string, to: Schema<'SellerState'>, { reason, ...flags }: MoveFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const seller = await gateway.call(`seller ${id}`, (client) =>
    client.POST('/v1/ops/sellers/{sellerId}/transitions', {
      params: { path: { sellerId: id } },
      body: { to, reason },
    }),
  );
  console.log(renderSeller(seller));
}
