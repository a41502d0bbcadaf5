import { proposalRowFilters } from '@reprise/contracts/http';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openRegions } from '../door/connection-options.js';
import type { Gateway } from '../door/gateway.js';
import { Progress } from '../screen/progress.js';
import { askInTurn, codeOf, homeOf } from './ask-regions.js';
import { mistaken } from './options.js';
import { approveSet, proposeSet, renderProposal, renderRows } from './seed-market.js';

interface SeedFlags extends ConnectionFlags {
  readonly from: string;
  readonly margin: number;
  readonly date?: string;
  readonly why: string;
}

interface ProposalFlags extends ConnectionFlags {
  readonly only: (typeof proposalRowFilters)[number];
  readonly sort: 'offer' | 'deviation';
}

interface ApproveFlags extends ConnectionFlags {
  readonly why: string;
  readonly acceptBelowCost?: true;
}

/** Adds `reprise market seed|proposal|approve`. */
export function registerSeedCommands(market: Command): void {
  market
    .command('seed')
    .description('propose prices in a market for every offer of another, to be reviewed; prices nothing')
    .argument('<code>', 'market such as PT')
    .requiredOption('--from <code>', 'market the prices are taken from, such as ES')
    .option('--margin <percent>', 'added to the exchange rate', mistaken.percent, 0)
    .option('--date <day>', 'day of the rates; today when left out')
    .requiredOption('--why <text>', 'why; kept with who did it')
    .addHelpText(
      'after',
      `\nNeeds an ops token.\n\nExample: reprise market seed HU --from AT --margin 2 --why 'Hungary opens'`,
    )
    .action((code: string, _flags: unknown, command: Command) => seedCommand(code, command.optsWithGlobals()));
  market
    .command('proposal')
    .description('rows of a proposal, those farthest from what the goods cost elsewhere first')
    .argument('<id>', 'proposal')
    .addOption(new Option('--only <what>', 'which rows').choices(proposalRowFilters).default('all'))
    .addOption(new Option('--sort <by>', 'order').choices(['offer', 'deviation']).default('deviation'))
    .action((id: string, _flags: unknown, command: Command) => proposalCommand(id, command.optsWithGlobals()));
  market
    .command('approve')
    .description('give the offers of a proposal their prices, and wait until they have them')
    .argument('<id>', 'proposal')
    .requiredOption('--why <text>', 'why; kept with who did it')
    .option('--accept-below-cost', 'also prices below what a unit cost')
    .action((id: string, _flags: unknown, command: Command) => approveCommand(id, command.optsWithGlobals()));
}

async function seedCommand(code: string, flags: SeedFlags): Promise<void> {
  const { from, margin, date, why } = flags;
  const gateway = await homeOf(await openRegions(flags, 'ops'), codeOf(code));
  const terms = { fromMarket: codeOf(from), toMarket: codeOf(code), marginPpm: margin, date, why };
  const progress = new Progress();
  progress.step(`proposing prices for ${code}`);
  const set = await proposeSet(gateway, terms, (rows) => progress.detail(`${rows.toLocaleString('en-US')} proposed`));
  progress.clear();
  console.log(renderProposal(set));
}

async function proposalCommand(id: string, flags: ProposalFlags): Promise<void> {
  const gateway = await holderOf(id, flags);
  const query = { only: flags.only, sort: flags.sort, limit: 50 };
  const rows = await gateway.call(`proposal ${id}`, (client) =>
    client.GET('/v1/ops/price-proposals/{proposalId}/rows', { params: { path: { proposalId: id }, query } }),
  );
  console.log(renderRows(rows));
}

async function approveCommand(id: string, flags: ApproveFlags): Promise<void> {
  const gateway = await holderOf(id, flags);
  const progress = new Progress();
  progress.step('giving prices');
  const decision = { why: flags.why, acceptBelowCost: flags.acceptBelowCost === true };
  const set = await approveSet(gateway, id, decision, (rows) =>
    progress.detail(`${rows.toLocaleString('en-US')} done`),
  );
  progress.clear();
  console.log(renderProposal(set));
}

/** The gateway of the region whose offers a proposal is about. */
async function holderOf(id: string, flags: ConnectionFlags): Promise<Gateway> {
  return askInTurn(
    await openRegions(flags, 'ops'),
    ['PriceProposalNotFound'],
    async (gateway, sendsOn) => {
      const found = await gateway.callUnless(sendsOn, `proposal ${id}`, (client) =>
        client.GET('/v1/ops/price-proposals/{proposalId}', { params: { path: { proposalId: id } } }),
      );
      return found === undefined ? undefined : gateway;
    },
    `There is no proposal ${id} in any region.`,
  );
}
