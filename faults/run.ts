// Hurts the running system in every way of the matrix and checks that it kept its promises: npm run faults [-- F1 F5 … --rounds n]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServices } from '../infra/platform/build-services.ts';
import { bugs } from './bugs/index.ts';
import { plant } from './bugs/plant.ts';
import { proveBugs, renderFindings } from './bugs/prove.ts';
import { matrix } from './matrix/index.ts';
import { renderReport } from './report.ts';
import type { FaultResult } from './run-fault.ts';
import { runSlices } from './run-slices.ts';
import { startShop } from './start-shop.ts';
import type { Shop } from './start-shop.ts';
import { writeBugs, writePage } from './write-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const usage = `Usage: npm run faults [-- [F1 F5 …] [options]]

  --rounds <n>    how often each fault is injected; 1 is the short slice, 50 the long run (1,200 kills) (default 3)
  --buyers <n>    shoppers at work at a time (default 6)
  --seed <n>      makes the same choices again (default: from the clock, printed)
  --bug <name>    plant a known mistake first: the run must find it (${bugs.map(({ name }) => name).join(', ')})
  --bugs          plant every known mistake in turn and show what found it
  --results <f>   write what came out into a file, as JSON
  --write         put what came out into docs/faults.md, in place of what is there of these faults (or bugs)

Faults: ${matrix.map(({ id, title }) => `\n  ${id.padEnd(4)} ${title}`).join('')}`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    buyers: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    bug: { type: 'string' },
    bugs: { type: 'boolean', default: false },
    results: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const chosen = positionals.length === 0 ? matrix : matrix.filter(({ id }) => positionals.includes(id));
const unknown = positionals.filter((id) => !matrix.some((fault) => fault.id === id));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}.\n\n${usage}`);
  process.exit(2);
}
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

if (options.bugs) {
  await buildServices(stop.signal);
  const findings = await proveBugs(options.rounds, options.seed, stop.signal);
  console.log(`\n${renderFindings(findings)}`);
  if (options.write) writeBugs(findings);
  process.exit(findings.length === bugs.length && findings.every(({ seenBy }) => seenBy.length > 0) ? 0 : 1);
}

const results = await runAll();
console.log(`\n${renderReport(results)}\n\nseed ${options.seed}`);
const broken = results.reduce((sum, { violations }) => sum + violations.length, 0);
process.exit(broken === 0 && results.length === chosen.length ? 0 : 1);

async function runAll(): Promise<FaultResult[]> {
  const stateDir = join(root, '.local', `faults-${process.pid}`);
  mkdirSync(stateDir, { recursive: true });
  await buildServices(stop.signal);
  const restore = options.bug === undefined ? () => undefined : plant(options.bug);
  const results: FaultResult[] = [];
  let shop: Shop | undefined;
  try {
    shop = await startShop({ stateDir, offers: 100, signal: stop.signal, onStep: (text) => console.log(`  ${text}`) });
    for (const fault of chosen) {
      if (stop.signal.aborted) break;
      console.log(`${fault.id}  ${fault.title}`);
      const done = [...results];
      const result = await runSlices(fault, {
        shop,
        seed: Number(options.seed),
        rounds: Number(options.rounds),
        buyers: Number(options.buyers),
        signal: stop.signal,
        onSlice: (soFar) => {
          const { injections, violations, tookMs } = soFar;
          console.log(
            `      ${injections} injections, ${violations.length} violations, ${(tookMs / 1_000).toFixed(0)} s`,
          );
          keep([...done, soFar]);
        },
      });
      results.push(result);
    }
  } finally {
    await shop?.supervisor.stop();
    for (const link of Object.values(shop?.links ?? {})) await link.close();
    restore();
    const clean = results.every(({ violations }) => violations.length === 0) && results.length === chosen.length;
    if (clean) rmSync(stateDir, { recursive: true, force: true });
    else console.log(`History and logs: ${stateDir}`);
  }
  return results;
}

/** Kept after each slice, so that a run that is cut off has results. */
function keep(results: readonly FaultResult[]): void {
  if (options.results !== undefined) writeFileSync(options.results, JSON.stringify(results, null, 2));
  if (options.write) writePage(results, { rounds: options.rounds, seed: options.seed, buyers: options.buyers });
}
