import { Option } from 'commander';
import type { Command } from 'commander';
import { registerSeedCommands } from './register-seed-commands.js';
import {
  applyCommand,
  diffCommand,
  exportCommand,
  moveCommand,
  newCommand,
  planCommand,
  readinessCommand,
  rollbackCommand,
  versionsCommand,
} from './life-commands.js';
import { mistaken } from './options.js';

const needsOps = '\nNeeds an ops token.';
const dirOption = (): Option => new Option('--dir <folder>', 'folder of the market files').default('markets');
const whyOption = (): Option => new Option('--why <text>', 'why; kept with who did it').makeOptionMandatory();

/** Adds `reprise market …`: one country from a data file to its customers. `reprise markets` is about all of them. */
export function registerMarketLifeCommands(program: Command): void {
  const market = program.command('market').description('one country: from a data file to live, and back');
  registerFileCommands(market);
  registerMoves(market);
  registerSeedCommands(market);
  market
    .command('readiness')
    .description('what is ready of a market, what warns and what keeps it from opening')
    .argument('<code>', 'market such as PT')
    .option('--check <name>', 'everything that fails this check')
    .option('--date <day>', 'the day it is to open; today when left out')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `${needsOps} Ends with 1 while something blocks.\n\nExample: reprise market readiness PT --check prices`,
    )
    .action((code: string, _flags: unknown, command: Command) => readinessCommand(code, command.optsWithGlobals()));
  market
    .command('diff')
    .description('what differs between two markets, or between a market and an earlier version of itself')
    .argument('<before>', 'market such as FR')
    .argument('<after>', 'market such as DE, or a version of the first such as 3')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExamples: reprise market diff FR DE · reprise market diff FR 3`)
    .action((before: string, after: string, _flags: unknown, command: Command) =>
      diffCommand(before, after, command.optsWithGlobals()),
    );
  market
    .command('versions')
    .description('every version of a market: what changed it, who and why')
    .argument('<code>', 'market such as PT')
    .action((code: string, _flags: unknown, command: Command) => versionsCommand(code, command.optsWithGlobals()));
  market
    .command('export')
    .description('a market as a file of markets/, to standard output')
    .argument('<code>', 'market such as PT')
    .option('--at-version <n>', 'as it was at a version', mistaken.version)
    .addHelpText('after', `${needsOps}\n\nExample: reprise market export PT --at-version 3 > pt.yaml`)
    .action((code: string, _flags: unknown, command: Command) => exportCommand(code, command.optsWithGlobals()));
}

function registerFileCommands(market: Command): void {
  market
    .command('new')
    .description('write the files of a new market: definition, language still to be translated, examples to be signed')
    .argument('<country>', 'two letters such as PT', mistaken.country)
    .requiredOption('--from <code>', 'market it is begun from, such as ES')
    .addOption(dirOption())
    .option('--currency <code>', 'currency, where it is another')
    .option('--locale <tag>', 'its first language, such as pt-PT')
    .option('--time-zone <name>', 'such as Europe/Lisbon; from the tax table when left out')
    .option(
      '--rate <number>',
      'units of its currency for one of the other; from the ECB file when left out',
      mistaken.rate,
    )
    .addHelpText(
      'after',
      '\nNeeds no running system, and writes over no file.\n\nExample: reprise market new PT --from ES',
    )
    .action((country: string, _flags: unknown, command: Command) => newCommand(country, command.optsWithGlobals()));
  market
    .command('plan')
    .description('what the market files would change, for how many offers and which prices; changes nothing')
    .argument('[codes...]', 'markets such as PT; all when left out')
    .addOption(dirOption())
    .option('--out <file>', 'keep the plan, to apply exactly it')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', `${needsOps}\n\nExample: reprise market plan PT --out pt.plan.json`)
    .action((codes: string[], _flags: unknown, command: Command) => planCommand(codes, command.optsWithGlobals()));
  market
    .command('apply')
    .description(
      'make the platform agree with the market files; doing it again changes nothing and finishes what was cut off',
    )
    .argument('[codes...]', 'markets such as PT; all when left out')
    .addOption(dirOption())
    .option('--plan <file>', 'refuse where somebody changed a market since this plan was made')
    .addHelpText('after', `${needsOps}\n\nExample: reprise market apply PT --plan pt.plan.json`)
    .action((codes: string[], _flags: unknown, command: Command) => applyCommand(codes, command.optsWithGlobals()));
}

function registerMoves(market: Command): void {
  const moves = [
    ['preview', 'preview', 'show a market to operators only'],
    ['launch', 'live', 'open a market, if nothing blocks; step by step from where it stands'],
    ['suspend', 'suspended', 'close a market for a while; orders go on'],
    ['retire', 'retired', 'close a market for good'],
  ] as const;
  for (const [name, to, description] of moves) {
    const command = market.command(name).description(description).argument('<code>', 'market such as PT');
    command.addOption(whyOption());
    if (to === 'live') command.option('--accept-warnings', 'open although checks warn; recorded with why');
    command
      .addHelpText('after', `${needsOps}\n\nExample: reprise market ${name} PT --why 'as planned'`)
      .action((code: string, _flags: unknown, self: Command) => moveCommand(code, to, self.optsWithGlobals()));
  }
  market
    .command('rollback')
    .description('take up the definition of an earlier version again')
    .argument('<code>', 'market such as PT')
    .requiredOption('--to <version>', 'version, as `reprise market versions` lists them', mistaken.version)
    .addOption(whyOption())
    .action((code: string, _flags: unknown, command: Command) => rollbackCommand(code, command.optsWithGlobals()));
}
