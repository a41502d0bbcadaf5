import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ConnectionFlags } from '../door/connection-options.js';
import { openRegions } from '../door/connection-options.js';
import { readCredentials } from '../door/credentials.js';
import { exitCode } from '../door/exit-codes.js';
import { Progress } from '../screen/progress.js';
import { readDemoFiles } from './demo-files.js';
import { renderSeeded } from './render-seeded.js';
import { seedRegion } from './seed-region.js';
import type { SeededRegion } from './seed-region.js';

interface SeedFlags extends ConnectionFlags {
  readonly seed: string;
  readonly offers: number;
  readonly region?: string;
}

/** From the compiled file to the data it reads. */
const demoFolder = new URL('../../../../infra/demo/', import.meta.url);

/** Adds `reprise demo seed`. */
export function registerDemoCommands(program: Command): void {
  program
    .command('demo')
    .description('generated data to try things with, labelled as such everywhere')
    .command('seed')
    .description('demo sellers and their offers of real models, the same ones every time')
    .option('--offers <n>', 'offers a region', offersOf, 3_000)
    .option('--seed <text>', 'what everything is drawn from; another seed adds other offers', 'reprise')
    .option('--region <name>', 'one region only')
    .addHelpText(
      'after',
      `
Needs open markets and a catalogue, and the sellers' tokens of the credentials file. Running it again changes nothing.
Prices follow a small documented model (apps/cli/src/demo/price-model.ts) from the launch prices in infra/demo/models.json.

Example: reprise demo seed --offers 500 --region eu`,
    )
    .action((_flags: unknown, command: Command) => seed(command.optsWithGlobals()));
}

async function seed(flags: SeedFlags): Promise<void> {
  const startedAt = performance.now();
  const files = await readDemoFiles(demoFolder);
  const { sellers } = await readCredentials(flags.credentials);
  const tokens = new Map(sellers.map(({ id, token }) => [id, token]));
  const regions = [...(await openRegions(flags, 'ops'))].filter(([region]) => region === (flags.region ?? region));
  const progress = new Progress();
  const seeded: SeededRegion[] = [];
  try {
    for (const [region, gateway] of regions)
      seeded.push(
        await seedRegion(region, gateway, {
          ...{ seed: flags.seed, count: flags.offers, files, tokens },
          onStep: (text) => progress.step(text),
        }),
      );
  } finally {
    progress.clear();
  }
  console.log(renderSeeded(seeded, (performance.now() - startedAt) / 1000));
  if (seeded.some(({ rejectedCount }) => rejectedCount > 0)) process.exitCode = exitCode.rejected;
}

function offersOf(text: string): number {
  const offers = Number(text);
  if (/^\d{1,6}$/.test(text) && offers >= 1 && offers <= 100_000) return offers;
  throw new InvalidArgumentError('a whole number from 1 to 100000.');
}
