// Simulates orders, stock, relay and provider in one process, seed after seed: npm run simulate [-- --seed n --runs n --bug name]
import { parseArgs } from 'node:util';
import { buildServices } from '../../infra/platform/build-services.ts';
import { bugNames } from './bugs.ts';
import type { BugName } from './bugs.ts';

const usage = `Usage: npm run simulate [-- options]

  --seed <n>    the first seed (default: from the clock, printed); with --runs 1 the very same run again, with its last steps
  --runs <n>    how many seeds, one after the other (default 2000)
  --bug <name>  plant a known mistake first: some seed must find it (${bugNames.join(', ')})
  --bugs        plant each of them in turn and show which seed found it, and by which promise`;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    runs: { type: 'string', default: '2000' },
    bug: { type: 'string' },
    bugs: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}
if (options.bug !== undefined && !bugNames.includes(options.bug as BugName)) {
  console.error(`There is no bug ${options.bug}.\n\n${usage}`);
  process.exit(2);
}

await buildServices();
const { loadServices } = await import('./services.ts');
const { simulate } = await import('./simulate.ts');
const services = await loadServices();
if (options.bugs) process.exit((await proveBugs()) ? 0 : 1);
const [first, runs] = [Number(options.seed), Number(options.runs)];
const orders: Record<string, number> = {};
const startedAt = performance.now();
let [steps, deaths] = [0, 0];
for (let seed = first; seed < first + runs; seed += 1) {
  const result = await simulate(seed, services, options.bug === undefined ? {} : { [options.bug]: true });
  steps += result.steps;
  deaths += result.deaths;
  for (const [state, count] of Object.entries(result.orders)) orders[state] = (orders[state] ?? 0) + count;
  if (result.violations.length === 0) continue;
  if (runs === 1) console.log(result.trace.join('\n'));
  console.error(
    `seed ${seed} broke:\n${result.violations.map(({ invariant, what }) => `  ${invariant}: ${what}`).join('\n')}`,
  );
  console.error(`\nThe same again, with its last steps: npm run simulate -- --seed ${seed} --runs 1`);
  process.exit(1);
}
const seconds = (performance.now() - startedAt) / 1_000;
console.log(
  `${runs} seeds from ${first}: every promise kept. ${steps.toLocaleString('en')} steps, ${deaths} processes killed, ${seconds.toFixed(1)} s.`,
);
console.log(
  `Orders: ${Object.entries(orders)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')}.`,
);

/** Whether every mistake was found, and a line on each: how many seeds it took, and what was broken. */
async function proveBugs(): Promise<boolean> {
  const seedsMax = 200;
  console.log('| planted mistake | seeds | seen by |\n| --- | --- | --- |');
  let found = 0;
  for (const bug of bugNames) {
    let seen: string[] = [];
    let seed = 0;
    while (seen.length === 0 && seed < seedsMax) {
      seed += 1;
      const { violations } = await simulate(seed, services, { [bug]: true });
      seen = [...new Set(violations.map(({ invariant }) => invariant))];
    }
    console.log(`| ${bug} | ${seed} | ${seen.length === 0 ? '**not seen**' : seen.join(', ')} |`);
    if (seen.length > 0) found += 1;
  }
  return found === bugNames.length;
}
