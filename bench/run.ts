// Measures ours beside a floor or a peer, in turns within one run:  npm run bench [-- name…]
// Prints one table and writes bench/results/<name>.json. Never a test: a machine has good days and bad ones.
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { buildServices } from '../infra/platform/build-services.ts';
import type { Bench } from './bench.ts';
import { describeMachine, describeVersions } from './describe-machine.ts';
import type { Machine } from './describe-machine.ts';
import { renderResults } from './print-results.ts';
import { runDuel } from './run-duel.ts';
import type { DuelResult } from './run-duel.ts';
import { Stage } from './stage.ts';

export interface BenchResult {
  readonly name: string;
  readonly about: string;
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly duels: readonly DuelResult[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const defaultRounds = 7;

const known = globSync('*.bench.ts', { cwd: here })
  .map((file) => basename(file, '.bench.ts'))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

const machine = describeMachine();
console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, load ${machine.loadBefore} before`);
if (!machine.quiet)
  console.log('Something else is running: ratios still say something, rates do not. Do not commit these results.');
await buildServices();
const versions = await describeVersions();

const results: BenchResult[] = [];
for (const name of asked.length > 0 ? asked : known) {
  console.log(`… ${name}`);
  const result = await runBench(name);
  await keep(result);
  results.push(result);
}
console.log(`\n${renderResults(results)}`);

async function runBench(name: string): Promise<BenchResult> {
  const { bench } = (await import(join(here, `${name}.bench.ts`))) as { readonly bench: Bench };
  const stage = new Stage();
  const duels: DuelResult[] = [];
  try {
    for (const duel of await bench.prepare(stage)) duels.push(await runDuel(duel, bench.rounds ?? defaultRounds));
  } finally {
    await stage.close();
  }
  return { name, about: bench.about, date: new Date().toISOString(), machine, versions, duels };
}

async function keep(result: BenchResult): Promise<void> {
  mkdirSync(join(here, 'results'), { recursive: true });
  const json = await format(JSON.stringify(result), { parser: 'json', printWidth: 120 });
  writeFileSync(join(here, 'results', `${result.name}.json`), json);
}
