import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openGateway } from '../door/connection-options.js';
import { tokenFor } from '../door/credentials.js';
import { UsageError } from '../door/failures.js';
import { renderExceptions, renderFile, renderRun } from './render-reconciliation.js';
import { formatOfName, settlementFormats, uploadSettlementFile } from './upload-settlement-file.js';
import type { SettlementFormat } from './upload-settlement-file.js';

interface ImportFlags extends ConnectionFlags {
  readonly account: string;
  readonly format?: SettlementFormat;
  readonly oldest?: string;
}

interface ReconcileFlags extends ConnectionFlags {
  readonly asOf?: string;
  readonly json?: true;
}

interface QueueFlags extends ConnectionFlags {
  readonly state: 'open' | 'proposed' | 'resolved' | 'cleared';
  readonly json?: true;
}

interface ProposeFlags extends ConnectionFlags {
  readonly action: 'accept' | 'adjust' | 'claim';
  readonly why: string;
}

/** Adds `reprise finance import | reconcile | exceptions | propose | decide`. */
export function registerReconciliationCommands(finance: Command): void {
  finance
    .command('import')
    .description(
      'take in a settlement report or bank statement, all of it or nothing; sending it again changes nothing',
    )
    .argument('<file>', 'as its publisher made it')
    .requiredOption('--account <id>', 'whose account it is of, as markets/finance/settlement-accounts.yaml names it')
    .addOption(new Option('--format <format>', 'where the name does not say').choices(settlementFormats))
    .option('--oldest <day>', 'take lines from this day on; a year back when left out')
    .addHelpText(
      'after',
      '\nNeeds a finance token.\n\nExample: reprise finance import bank-2026-10.xml --account bank-eu',
    )
    .action((file: string, _flags: unknown, command: Command) => importFile(file, command.optsWithGlobals()));
  finance
    .command('reconcile')
    .description('compare orders, payment providers, payouts and banks, and say what differs')
    .option('--as-of <moment>', 'everything up to then, such as 2026-11-01T00:00:00Z')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', '\nNeeds a finance token. Exits with 1 when something differs that is not merely young.')
    .action((_flags: unknown, command: Command) => reconcile(command.optsWithGlobals()));
  finance
    .command('exceptions')
    .description('differences that somebody has to settle, oldest first')
    .addOption(
      new Option('--state <state>', 'what became of them')
        .choices(['open', 'proposed', 'resolved', 'cleared'])
        .default('open'),
    )
    .option('--json', 'print the answer as JSON')
    .action((_flags: unknown, command: Command) => listQueue(command.optsWithGlobals()));
  finance
    .command('propose')
    .description('propose how an exception is settled; another person decides')
    .argument('<exception>', 'its id')
    .addOption(
      new Option('--action <action>', 'what to do').choices(['accept', 'adjust', 'claim']).makeOptionMandatory(),
    )
    .requiredOption('--why <reason>', 'for whoever decides, and for the auditor')
    .action((id: string, _flags: unknown, command: Command) => propose(id, command.optsWithGlobals()));
  finance
    .command('decide')
    .description('approve or turn down what another person proposed')
    .argument('<exception>', 'its id')
    .addArgument(new Argument('<decision>').choices(['approve', 'turn-down']))
    .action((id: string, decision: string, _flags: unknown, command: Command) =>
      decide(id, decision === 'approve', command.optsWithGlobals()),
    );
}

async function importFile(path: string, flags: ImportFlags): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new UsageError(`There is no file ${path}.`);
  const name = basename(path);
  const format = flags.format ?? formatOfName(name);
  if (format === undefined) throw new UsageError(`The name ${name} does not say what is in it: give --format.`);
  const gateway = await openGateway(flags, 'finance');
  const door = { url: gateway.url, token: await tokenFor('finance', flags) };
  const file = { path, name, size: found.size, account: flags.account, format, oldest: flags.oldest };
  const bar = process.stderr.isTTY
    ? new SingleBar({ clearOnComplete: true, hideCursor: true }, Presets.shades_grey)
    : undefined;
  bar?.start(found.size, 0);
  const taken = await uploadSettlementFile(file, door, (bytes) => bar?.update(bytes)).finally(() => bar?.stop());
  console.log(renderFile(taken));
  if (taken.status !== 'active' && taken.status !== 'unchanged') process.exitCode = 1;
}

async function reconcile({ asOf, json, ...flags }: ReconcileFlags): Promise<void> {
  const gateway = await openGateway(flags, 'finance');
  const body = asOf === undefined ? {} : { asOf };
  const run = await gateway.call('reconciliation', (client) =>
    client.POST('/v1/finance/reconciliation/runs', { body }),
  );
  console.log(json ? JSON.stringify(run, null, 2) : renderRun(run));
  if (Object.keys(run.breaks).some((type) => type !== 'timing')) process.exitCode = 1;
}

async function listQueue({ state, json, ...flags }: QueueFlags): Promise<void> {
  const gateway = await openGateway(flags, 'finance');
  const items = [];
  for (let cursor: string | undefined, more = true; more;) {
    const query = { state, limit: 500, ...(cursor !== undefined && { cursor }) };
    const page = await gateway.call('exceptions', (client) =>
      client.GET('/v1/finance/reconciliation/exceptions', { params: { query } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    more = cursor !== undefined;
  }
  console.log(json ? JSON.stringify(items, null, 2) : renderExceptions(items));
}

async function propose(exceptionId: string, { action, why, ...flags }: ProposeFlags): Promise<void> {
  const gateway = await openGateway(flags, 'finance');
  const proposed = await gateway.call('exception', (client) =>
    client.POST('/v1/finance/reconciliation/exceptions/{exceptionId}/resolution', {
      ...{ params: { path: { exceptionId } }, body: { action, why } },
    }),
  );
  console.log(renderExceptions([proposed]));
}

async function decide(exceptionId: string, approved: boolean, flags: ConnectionFlags): Promise<void> {
  const gateway = await openGateway(flags, 'finance');
  const decided = await gateway.call('exception', (client) =>
    client.POST('/v1/finance/reconciliation/exceptions/{exceptionId}/decision', {
      ...{ params: { path: { exceptionId } }, body: { approved } },
    }),
  );
  console.log(renderExceptions([decided]));
}
