import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { renderSales } from './render-sales.js';

interface ListFlags extends ConnectionFlags {
  readonly market?: string;
  readonly kind?: 'sale' | 'refund';
  readonly limit: number;
  readonly cursor?: string;
  readonly json?: true;
}

/** Adds `reprise sales list`. */
export function registerSalesCommands(program: Command): void {
  program
    .command('sales')
    .description('what was sold, for finance')
    .command('list')
    .description('sales and refunds, newest first, with totals per market')
    .option('--market <code>', 'one market only')
    .addOption(new Option('--kind <kind>', 'one kind only').choices(['sale', 'refund']))
    .option('--limit <n>', 'sales a page', limitOf, 50)
    .option('--cursor <cursor>', 'go on where the page before ended')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      '\nNeeds a finance token.\n\nExample: reprise sales list --market us --kind refund --limit 20',
    )
    .action((_flags: unknown, command: Command) => listSales(command.optsWithGlobals()));
}

async function listSales(flags: ListFlags): Promise<void> {
  const { market, kind, limit, cursor } = flags;
  const gateway = await openGateway(flags, 'finance');
  const query = { limit, ...(market && { market }), ...(kind && { kind }), ...(cursor && { cursor }) };
  const page = await gateway.call('sales', (client) => client.GET('/v1/finance/sales', { params: { query } }));
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderSales(page));
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (/^\d{1,3}$/.test(text) && limit >= 1 && limit <= 500) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 500.');
}
