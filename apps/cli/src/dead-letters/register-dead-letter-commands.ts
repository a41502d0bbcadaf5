import { Argument, InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { renderDeadLetters, renderOverview } from './render-dead-letters.js';

const services = ['catalog', 'pricing', 'inventory', 'checkout', 'finance'] as const;
type Service = (typeof services)[number];

interface ChoiceFlags extends ConnectionFlags {
  readonly id?: string[];
  readonly group?: string;
  readonly why: string;
  readonly dryRun?: true;
}

interface ListFlags extends ConnectionFlags {
  readonly group?: string;
  readonly limit: number;
  readonly json?: true;
}

/** Adds `reprise dlq list|replay|drop`. */
export function registerDeadLetterCommands(program: Command): void {
  const dlq = program.command('dlq').description('facts a service could not take and set aside');
  dlq
    .command('list')
    .addArgument(new Argument('[service]', 'one service; left out: causes of every service').choices(services))
    .description('what was set aside, by cause, and the letters of one service')
    .option('--group <hash>', 'letters of one cause only')
    .option('--limit <n>', 'letters shown', limitOf, 50)
    .option('--json', 'print the answer as JSON')
    .action((service: Service | undefined, _flags: unknown, command: Command) =>
      list(service, command.optsWithGlobals()),
    );
  choosing(dlq.command('replay'))
    .description('apply letters again, each with what is parked behind it')
    .option('--dry-run', 'say what would be tried')
    .action((service: Service, _flags: unknown, command: Command) => replay(service, command.optsWithGlobals()));
  choosing(dlq.command('drop'))
    .description('give up on letters for good; who and why stays on record')
    .action((service: Service, _flags: unknown, command: Command) => drop(service, command.optsWithGlobals()));
}

function choosing(command: Command): Command {
  return command
    .addArgument(new Argument('<service>', 'whose letters').choices(services))
    .option('--id <id...>', 'these letters')
    .option('--group <hash>', 'every letter of one cause, as `dlq list` names it')
    .requiredOption('--why <text>', 'the reason, kept on record')
    .addHelpText(
      'after',
      '\nNeeds an ops token. Example: reprise dlq replay pricing --group 5f0c… --why "fixed in 1.4.2"',
    );
}

async function list(service: Service | undefined, flags: ListFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  if (service === undefined) {
    const overview = await gateway.call('dead letters', (client) => client.GET('/v1/ops/dead-letters', {}));
    console.log(flags.json ? JSON.stringify(overview, null, 2) : renderOverview(overview));
    return;
  }
  const query = { limit: flags.limit, ...(flags.group && { stackHash: flags.group }) };
  const page = await gateway.call(`dead letters of ${service}`, (client) =>
    client.GET('/v1/ops/dead-letters/{service}', { params: { path: { service }, query } }),
  );
  console.log(flags.json ? JSON.stringify(page, null, 2) : renderDeadLetters(page));
}

async function replay(service: Service, flags: ChoiceFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const body = { ...choiceOf(flags), dryRun: flags.dryRun ?? false };
  const { matched, replayed, failed } = await gateway.call(`replay in ${service}`, (client) =>
    client.POST('/v1/ops/dead-letters/{service}/replay', { params: { path: { service } }, body }),
  );
  if (flags.dryRun) return console.log(`${matched} letters would be tried. Nothing was changed.`);
  console.log(`${replayed} facts applied, ${failed.length} letters failed again.`);
  for (const { id, error } of failed) console.log(`  ${id}  ${error}`);
  if (failed.length > 0) process.exitCode = 1;
}

async function drop(service: Service, flags: ChoiceFlags): Promise<void> {
  const gateway = await openGateway(flags, 'ops');
  const { dropped } = await gateway.call(`drop in ${service}`, (client) =>
    client.POST('/v1/ops/dead-letters/{service}/drop', { params: { path: { service } }, body: choiceOf(flags) }),
  );
  console.log(`${dropped} letters dropped.`);
}

function choiceOf({ id, group, why }: ChoiceFlags): { ids?: string[]; stackHash?: string; why: string } {
  return { ...(id && { ids: id }), ...(group && { stackHash: group }), why };
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (/^\d{1,3}$/.test(text) && limit >= 1 && limit <= 500) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 500.');
}
