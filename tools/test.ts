// All tests, against real parts: npm test [-- --unit | --e2e | --faults] [path …]
// First every spec beside and below the code, with a PostgreSQL and a broker of its own; then e2e/, with both regions, seeded; then a
// slice of faults/, which hurts a system of its own.
// Runs beside a running `npm start`: ports and state are its own. The last line is `N passed, N failed`.
import { globSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildServices } from '../infra/platform/build-services.ts';
import type { CellPorts } from '../infra/platform/cell-ports.ts';
import { claimState } from '../infra/platform/claim-state.ts';
import { findFreePorts } from '../infra/platform/find-free-ports.ts';
import { startPlatform } from '../infra/platform/start-platform.ts';
import { startConsole } from '../infra/platform/start-console.ts';
import { startSystem } from '../infra/platform/start-system.ts';
import { Supervisor } from '../infra/platform/supervise.ts';
import { seed } from '../infra/seed.ts';
import { startControlServer } from './control-server.ts';
import { runFaultSlice } from './run-fault-slice.ts';
import { runJest } from './run-jest.ts';
import type { Tally } from './run-jest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const localDir = join(root, '.local');
/** Enough to fill lists and carts of every market, few enough to be there in seconds. */
const seededOffers = 300;
const { values: only, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    unit: { type: 'boolean', default: false },
    e2e: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
  },
});
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

const tallies = await runAll();
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function runAll(): Promise<Tally[]> {
  try {
    await removeLeftStates();
    await buildServices(stop.signal);
  } catch (error) {
    return [failedToRun('build', error)];
  }
  const besideCode = paths.filter((path) => !isE2e(path));
  const e2e = paths.filter(isE2e);
  const tallies: Tally[] = [];
  const all = !only.unit && !only.e2e && !only.faults;
  if ((all || only.unit) && (paths.length === 0 || besideCode.length > 0))
    tallies.push(await phase('unit', runBesideCode, besideCode));
  const hasE2e = e2e.length > 0 || (paths.length === 0 && globSync('e2e/**/*.spec.ts', { cwd: root }).length > 0);
  if ((all || only.e2e) && hasE2e && !stop.signal.aborted) tallies.push(await phase('e2e', runE2e, e2e));
  if ((only.faults || (all && paths.length === 0)) && !stop.signal.aborted) {
    const resultsFile = join(localDir, `test-${process.pid}-faults.json`);
    tallies.push(await runFaultSlice(resultsFile, stop.signal));
    rmSync(resultsFile, { force: true });
  }
  return tallies;
}

interface PhaseContext {
  readonly supervisor: Supervisor;
  readonly stateDir: string;
  readonly ports: Readonly<Record<'eu' | 'us', CellPorts>>;
  readonly filters: readonly string[];
}

/** Gives a phase fresh state and free ports, and takes all of it away. The logs stay when something failed. */
async function phase(
  name: string,
  run: (context: PhaseContext) => Promise<Tally>,
  filters: readonly string[],
): Promise<Tally> {
  const stateDir = join(localDir, `test-${process.pid}-${name}`);
  const logDir = join(stateDir, 'logs');
  const supervisor = await Supervisor.claim({ stateDir, logDir });
  const stopAll = (): void => void supervisor.stop();
  stop.signal.addEventListener('abort', stopAll);
  let tally: Tally;
  try {
    const running = run({ supervisor, stateDir, ports: await findFreePorts(), filters });
    tally = await orStopped(running);
  } catch (error) {
    tally = failedToRun(name, error);
  }
  await supervisor.stop();
  stop.signal.removeEventListener('abort', stopAll);
  if (tally.failed === 0) rmSync(stateDir, { recursive: true, force: true });
  else console.log(`Logs of what the ${name} tests ran against: ${logDir}`);
  return tally;
}

async function runBesideCode({ supervisor, stateDir, ports, filters }: PhaseContext): Promise<Tally> {
  const platform = await startPlatform(supervisor, { region: 'eu', stateDir, ports: ports.eu, durable: false });
  return runJest({
    // Given on the command line this replaces the list of jest.config.mjs, so that is repeated.
    args: [
      ...['/node_modules/', '/fixtures/bad/', '/e2e/'].map((path) => `--testPathIgnorePatterns=${path}`),
      ...filters.map((path) => `--testPathPatterns=${path}`),
    ],
    env: { TEST_DATABASE_URL: platform.databaseUrl('catalog'), TEST_KAFKA_BROKERS: platform.kafkaBrokers },
    reportFile: join(stateDir, 'jest.json'),
    signal: stop.signal,
  });
}

async function runE2e({ supervisor, stateDir, ports, filters }: PhaseContext): Promise<Tally> {
  // Loaded here and not above: they exist only once they are built.
  const { topics } = await import('@reprise/contracts/events');
  const { ensureTopics } = await import('@reprise/platform/messaging');
  const system = await startSystem(supervisor, {
    stateDir,
    regions: { eu: { gatewayPort: ports.eu.gateway }, us: { gatewayPort: ports.us.gateway } },
    topics,
    durable: false,
    ensureTopics: (brokers, region) => ensureTopics(brokers.split(','), topics, { region }),
    onStep: (part, step) => console.log(`${part}: ${step}`),
    // Journeys are told at an address of this machine.
    extraEnv: { checkout: { CHECKOUT_WEBHOOK_TARGETS: 'any', CHECKOUT_WEBHOOK_POLL_MS: '100' } },
  });
  await seed({ ...system, logFile: join(stateDir, 'logs', 'seed.log'), offers: seededOffers, signal: stop.signal });
  const { eu, us } = system.cells as { eu: (typeof system.cells)[string]; us: (typeof system.cells)[string] };
  const { gatewayUrls } = system;
  const consoleUrl = await startConsole(supervisor, { port: ports.eu.gateway + 200, gatewayUrls });
  const control = await startControlServer(system.cells);
  try {
    return await runJest({
      // One system under all of them: what one spec kills, another would miss.
      args: [
        '--runInBand',
        '--testTimeout=60000',
        ...(filters.length > 0 ? filters : ['/e2e/']).map((path) => `--testPathPatterns=${path}`),
      ],
      env: {
        E2E_GATEWAY_EU: eu.urls.gateway,
        E2E_GATEWAY_US: us.urls.gateway,
        E2E_PSP_EU: eu.urls.psp,
        E2E_PSP_US: us.urls.psp,
        E2E_CREDENTIALS: system.credentialsFile,
        E2E_STATE_DIR: stateDir,
        E2E_CONTROL: control.url,
        E2E_CONSOLE: consoleUrl,
        E2E_SCREENSHOTS: join(localDir, 'screenshots'),
      },
      reportFile: join(stateDir, 'jest.json'),
      signal: stop.signal,
    });
  } finally {
    control.close();
  }
}

/** State of earlier runs that failed or were killed; what a killed one left running is ended. */
async function removeLeftStates(): Promise<void> {
  mkdirSync(localDir, { recursive: true });
  for (const name of readdirSync(localDir).filter((entry) => /^test-\d+-/.test(entry))) {
    if (isAlive(Number(name.split('-')[1]))) continue;
    const claim = await claimState(join(localDir, name));
    claim.release();
    rmSync(join(localDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function failedToRun(what: string, error: unknown): Tally {
  if (!stop.signal.aborted) console.error(`${what} could not run:`, error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

async function orStopped<T>(running: Promise<T>): Promise<T> {
  running.catch(() => undefined);
  const stopped = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new Error('stopped'));
    if (stop.signal.aborted) giveUp();
    else stop.signal.addEventListener('abort', giveUp, { once: true });
  });
  return Promise.race([running, stopped]);
}

function isE2e(path: string): boolean {
  return /(^|\/)e2e(\/|$)/.test(path);
}
