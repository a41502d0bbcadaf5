// Hurts the running system in every way of the matrix and checks that it kept its promises: npm run faults [-- F1 F5 … --rounds n]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServices } from '../infra/platform/build-services.ts';
import { bugs } from './bugs/index.ts';
import { plant } from './bugs/plant.ts';
import { proveBugs, renderFindings } from './bugs/prove.ts';
import { stateOffer } from './buyers.ts';
import { History } from './history.ts';
import type { Goods } from './load.ts';
import { matrix } from './matrix/index.ts';
import { renderReport } from './report.ts';
import { runFault } from './run-fault.ts';
import type { FaultResult } from './run-fault.ts';
import { startShop } from './start-shop.ts';
import type { Shop } from './start-shop.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const usage = `Usage: npm run faults [-- [F1 F5 …] [options]]

  --rounds <n>    how often each fault is injected; 1 is the short slice, 100 the long run (default 3)
  --buyers <n>    shoppers at work at a time (default 6)
  --seed <n>      makes the same choices again (default: from the clock, printed)
  --bug <name>    plant a known mistake first: the run must find it (${bugs.map(({ name }) => name).join(', ')})
  --bugs          plant every known mistake in turn and show what found it
  --results <f>   write what came out into a file, as JSON
  --write         put the table into docs/faults.md

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
  process.exit(findings.length === bugs.length && findings.every(({ seenBy }) => seenBy.length > 0) ? 0 : 1);
}

const results = await runAll();
console.log(`\n${renderReport(results)}\n\nseed ${options.seed}`);
if (options.results !== undefined) writeFileSync(options.results, JSON.stringify(results, null, 2));
if (options.write) writePage(results);
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
    const goods = await stockShelves(shop);
    const history = new History(join(stateDir, 'history.jsonl'));
    for (const fault of chosen) {
      if (stop.signal.aborted) break;
      console.log(`${fault.id}  ${fault.title}`);
      const result = await runFault(fault, {
        shop,
        history,
        goods,
        seed: Number(options.seed),
        rounds: Number(options.rounds),
        buyers: Number(options.buyers),
      });
      console.log(
        `      ${result.injections} injections, ${result.violations.length} violations, ${(result.tookMs / 1_000).toFixed(0)} s`,
      );
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

async function stockShelves(shop: Shop): Promise<Goods> {
  const many = (count: number, stock: number) =>
    Promise.all(Array.from({ length: count }, () => stateOffer(shop, 'fr', stock)));
  return {
    plenty: await many(10, 10_000),
    scarce: await many(4, 25),
    american: await stateOffer(shop, 'us', 10_000),
  };
}

function writePage(done: readonly FaultResult[]): void {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const page = `# What the system went through

Written by \`npm run faults -- --rounds ${options.rounds} --write\` on ${new Date().toISOString().slice(0, 10)} (${machine}; PostgreSQL and broker without
fsync: a killed process loses nothing of what it wrote, a killed machine might). Seed ${options.seed}, ${options.buyers} shoppers.

Clients ask again under the same key while nothing but faults come back; *unknown* is what never got an answer. *Recovery* runs from the end of
the harm to the first order that is placed and confirmed after it. *Settled* is how long after the last shopper left every invariant held.
[faults/README.md](../faults/README.md) says what is checked.

${renderReport(done)}
`;
  writeFileSync(join(root, 'docs', 'faults.md'), page);
}
