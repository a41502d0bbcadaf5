// `npm start`: both regions, the mirror between them and a shop to look at, until Ctrl-C.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seed } from './seed.ts';
import { readConsolePort, readStartConfig } from './start.config.ts';
import { buildServices } from './platform/build-services.ts';
import { urlOf } from './platform/cell-apps.ts';
import { Progress } from './platform/show-progress.ts';
import type { CellStep } from './platform/start-cell.ts';
import { startConsole } from './platform/start-console.ts';
import { startSystem } from './platform/start-system.ts';
import type { RegionOptions, System } from './platform/start-system.ts';
import { stopOnSignals } from './platform/stop-on-signals.ts';
import { Supervisor } from './platform/supervise.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const stateDir = join(root, '.local');
const logDir = join(stateDir, 'logs');

const stepNames: Readonly<Record<CellStep, string>> = {
  platform: 'PostgreSQL and Kafka serve',
  schema: 'topics and tables are there',
  apps: 'services are ready',
};

const progress = new Progress(process.stdout);
const stopping = new AbortController();

try {
  await run(readStartConfig(process.env), readConsolePort(process.env));
} catch (error) {
  progress.end();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// A probe or a timer of something that is stopped now may still be pending.
process.exit();

/** Starts, stays until asked to stop, and leaves nothing running whichever way it ends. */
async function run(regions: Record<string, RegionOptions>, consolePort: number): Promise<void> {
  const supervisor = await Supervisor.claim({
    stateDir,
    logDir,
    onEvent: ({ process: name, text }) => progress.say(`! ${name} ${text}`),
  });
  const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  stopOnSignals(supervisor, () => stopping.abort());
  if (supervisor.swept.length > 0) progress.say(`Ended what an earlier run left: ${supervisor.swept.join(', ')}`);
  try {
    await Promise.race([start(supervisor, regions, consolePort), asked]);
    await asked;
  } finally {
    progress.doing('stopping');
    await supervisor.stop();
    progress.end();
  }
  console.log('Stopped.');
}

async function start(
  supervisor: Supervisor,
  regions: Record<string, RegionOptions>,
  consolePort: number,
): Promise<void> {
  progress.doing('building the services');
  await buildServices(stopping.signal);
  progress.done('services are built');

  // Loaded here and not above: they exist only once they are built.
  const { topics } = await import('@reprise/contracts/events');
  const { ensureTopics } = await import('@reprise/platform/messaging');
  progress.doing('starting both regions');
  const gatewayUrls = Object.fromEntries(
    Object.entries(regions).map(([region, { gatewayPort }]) => [region, urlOf(gatewayPort)]),
  );
  const consoleUrl = await startConsole(supervisor, { port: consolePort, gatewayUrls });
  const system = await startSystem(supervisor, {
    stateDir,
    regions,
    topics,
    durable: true,
    ensureTopics: (brokers, region) => ensureTopics(brokers.split(','), topics, { region }),
    onStep: (part, step) =>
      progress.done(part === 'mirror' ? 'mirror copies in both directions' : `${part}: ${stepNames[step]}`),
  });
  await seed({
    gatewayUrls: system.gatewayUrls,
    credentialsFile: system.credentialsFile,
    logFile: join(logDir, 'seed.log'),
    signal: stopping.signal,
    onStep: (text) => progress.doing(text),
  });
  progress.done('markets, catalogue and demo offers are there');
  const took = progress.elapsed;
  progress.end();
  console.log(welcome(system, consoleUrl, took));
}

function welcome({ gatewayUrls, credentialsFile, mirror }: System, consoleUrl: string, took: string): string {
  const { eu = '', us = '' } = gatewayUrls;
  const rows = [
    ['EU gateway', eu, `${eu}/docs`],
    ['US gateway', us, `${us}/docs`],
    ['console', consoleUrl, 'sign in with the ops or the finance token'],
    ['tokens', relative(root, credentialsFile), 'ops, finance and sellers'],
    ['logs', relative(root, logDir), 'one file a process'],
  ];
  return [
    '',
    `Reprise is up after ${took}. Ctrl-C stops it; npm run reset forgets its data.`,
    '',
    ...rows.map(([what, where, more]) => `  ${what?.padEnd(12)} ${where?.padEnd(26)} ${more}`),
    ...(mirror !== undefined
      ? []
      : ['', '  The brokers are your own, so the mirror between them is too: see infra/mirror/README.md.']),
    '',
    'Try:',
    `  curl '${eu}/v1/markets'`,
    `  curl '${eu}/v1/markets/fr/products?q=iphone&limit=2'`,
    `  curl '${us}/v1/markets/us/products?q=pixel&limit=2'`,
    '  npx reprise markets list',
    '',
  ].join('\n');
}
