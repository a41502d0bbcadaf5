import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { UsageError } from '../door/failures.js';
import { jsonBody } from '../door/json-body.js';
import { readPriceLists } from './read-price-lists.js';
import { renderAudit, renderPriceList, renderPriceLists } from './render-price-lists.js';

interface ListFlags extends ConnectionFlags {
  readonly market?: string;
  readonly json?: true;
}

interface DeleteFlags extends ConnectionFlags {
  readonly reason: string;
}

interface AuditFlags extends ConnectionFlags {
  readonly entity?: string;
  readonly from?: string;
  readonly cursor?: string;
  readonly json?: true;
}

/** Adds `reprise price-lists apply|list|show|delete` and `reprise audit list`. */
export function registerPriceListCommands(program: Command): void {
  const lists = program.command('price-lists').description('sales and other prices the marketplace sets for a time');
  lists
    .command('apply')
    .description('state the price lists of a file; doing it again changes nothing')
    .argument('<file>', 'YAML or JSON: one list, or several, each with its id')
    .addHelpText('after', `${needsOps}\n\nExample: reprise price-lists apply black-friday.yaml`)
    .action((file: string, _flags: unknown, command: Command) => apply(file, command.optsWithGlobals()));
  lists
    .command('list')
    .description('price lists of the region, past ones included')
    .option('--market <code>', 'one market only')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExample: reprise price-lists list --market fr`)
    .action((_flags: unknown, command: Command) => list(command.optsWithGlobals()));
  lists
    .command('show')
    .description('one price list as it stands')
    .argument('<id>', 'id of the list')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExample: reprise price-lists show black-friday-fr`)
    .action((id: string, _flags: unknown, command: Command) => show(id, command.optsWithGlobals()));
  lists
    .command('delete')
    .description('end a price list at once')
    .argument('<id>', 'id of the list')
    .requiredOption('--reason <text>', 'why, for the audit')
    .addHelpText('after', `${needsOps}\n\nExample: reprise price-lists delete black-friday-fr --reason "sold out"`)
    .action((id: string, _flags: unknown, command: Command) => remove(id, command.optsWithGlobals()));
  program
    .command('audit')
    .description('who changed which price or list when, from what to what and why')
    .command('list')
    .description('changes of the region, newest first')
    .option('--entity <entity>', 'offer:<offerId> or priceList:<listId>')
    .option('--from <moment>', 'only what was written down then or later')
    .option('--cursor <cursor>', 'go on where the page before ended')
    .addOption(new Option('--json', 'print the answer as JSON'))
    .addHelpText('after', `${needsOps}\n\nExample: reprise audit list --entity priceList:black-friday-fr`)
    .action((_flags: unknown, command: Command) => audit(command.optsWithGlobals()));
}

const needsOps = '\nNeeds an ops token.';

async function apply(file: string, flags: ConnectionFlags): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file ${file}.`);
  });
  const lists = readPriceLists(text, file);
  const gateway = await openGateway(flags, 'ops');
  const stored = [];
  for (const { id, list: stated } of lists)
    stored.push(
      await gateway.call(`price list ${id}`, (client) =>
        client.PUT('/v1/ops/price-lists/{listId}', { params: { path: { listId: id } }, body: jsonBody(stated) }),
      ),
    );
  console.log(renderPriceLists(stored));
}

async function list(flags: ListFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const query = { limit: 200, ...(flags.market && { market: flags.market }) };
  const page = await gateway.call('price lists', (client) => client.GET('/v1/ops/price-lists', { params: { query } }));
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderPriceLists(page.items));
}

async function show(id: string, flags: ListFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const found = await gateway.call(`price list ${id}`, (client) =>
    client.GET('/v1/ops/price-lists/{listId}', { params: { path: { listId: id } } }),
  );
  console.log(flags.json ? JSON.stringify(found, null, 2) : renderPriceList(found));
}

async function remove(id: string, flags: DeleteFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  await gateway.call(`price list ${id}`, async (client) => {
    const answered = await client.DELETE('/v1/ops/price-lists/{listId}', {
      params: { path: { listId: id }, query: { reason: flags.reason } },
    });
    return answered.error === undefined ? { ...answered, data: { deleted: true } } : answered;
  });
  console.log(`${id} is ended; what it covered is priced again now.`);
}

async function audit(flags: AuditFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const { entity, from, cursor } = flags;
  const query = { limit: 100, ...(entity && { entity }), ...(from && { from }), ...(cursor && { cursor }) };
  const page = await gateway.call('audit', (client) => client.GET('/v1/ops/audit', { params: { query } }));
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderAudit(page));
}
