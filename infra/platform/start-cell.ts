import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appEnv, appNames, cellApps, pspEnv, urlOf } from './cell-apps.ts';
import type { AppName, CellApp, CellFacts } from './cell-apps.ts';
import type { CellPorts } from './cell-ports.ts';
import { childEnv } from './child-env.ts';
import type { Keys } from './keys.ts';
import { probeHttp } from './probe-http.ts';
import type { ProcessHandle } from './process-spec.ts';
import { startPlatform } from './start-platform.ts';
import type { ExternalPlatform, Platform } from './start-platform.ts';
import type { Supervisor } from './supervise.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface CellOptions {
  readonly region: string;
  readonly stateDir: string;
  readonly ports: CellPorts;
  /** False trades safety against a power cut for speed; see startPostgres. */
  readonly durable: boolean;
  readonly keys: Keys;
  readonly gatewayUrls: Readonly<Record<string, string>>;
  /** Apps to run; all of them when absent. A fault test may leave some out. */
  readonly apps?: readonly AppName[];
  /** Brokers or databases of your own instead of embedded ones. */
  readonly external?: ExternalPlatform;
  /** Added to the environment of an app: fault points, shorter time-outs. Read at every start, so that a fault test may change it. */
  readonly extraEnv?: Readonly<Partial<Record<AppName | 'psp', Readonly<Record<string, string>>>>>;
  /** Creates the topics of the region; the messaging library's ensureTopics, which can be loaded only once it is built. */
  readonly ensureTopics: (brokers: string, region: string) => Promise<void>;
  readonly onStep?: (step: CellStep) => void;
}

/** `platform`: databases and broker serve. `schema`: topics are there, migrations done. `apps`: every process says it is ready. */
export type CellStep = 'platform' | 'schema' | 'apps';

/** A running region: where its parts are reached, and its processes by name (`pricing`, `psp`, `postgres`, `kafka`). */
export interface Cell {
  readonly region: string;
  readonly urls: Readonly<Record<AppName | 'psp', string>>;
  readonly kafkaBrokers: string;
  databaseUrl(database: string): string;
  readonly platform: Platform;
  process(name: CellProcess): ProcessHandle;
  /** Kills a process as a crash would; the supervisor starts it again. Returns the pid that died. */
  kill(name: CellProcess, signal?: NodeJS.Signals): number;
}

export type CellProcess = AppName | 'psp' | 'postgres' | 'kafka';

/** Starts one region: platform, then topics and migrations, then every app, each step side by side. */
export async function startCell(supervisor: Supervisor, options: CellOptions): Promise<Cell> {
  const { region, stateDir, ports, keys, gatewayUrls, onStep = () => undefined } = options;
  const platform = await startPlatform(supervisor, options);
  onStep('platform');

  const facts: CellFacts = { region, stateDir, ports, keys, gatewayUrls, ...platform };
  const apps = (options.apps ?? appNames).map((name) => cellApps[name]);
  await Promise.all([options.ensureTopics(platform.kafkaBrokers, region), migrateAll(supervisor, apps, facts)]);
  onStep('schema');

  const psp = apps.some((app) => app.name === 'checkout') ? [startPsp(supervisor, facts, options)] : [];
  await Promise.all([...psp, ...apps.map((app) => startApp(supervisor, app, facts, options))]);
  onStep('apps');

  return {
    region,
    urls: Object.fromEntries([...appNames, 'psp' as const].map((name) => [name, urlOf(ports[name])])) as Cell['urls'],
    kafkaBrokers: platform.kafkaBrokers,
    databaseUrl: platform.databaseUrl,
    platform,
    process: (name) => supervisor.handle(`${region}-${name}`),
    kill: (name, signal = 'SIGKILL') => {
      const victim = supervisor.handle(`${region}-${name}`);
      const pid = victim.pid;
      if (pid === undefined || !victim.kill(signal)) throw new Error(`${region}-${name} is not running`);
      return pid;
    },
  };
}

/** Deploy jobs, run to their end before any app of the cell starts. Two at a time: they are all start-up work of a processor. */
async function migrateAll(supervisor: Supervisor, apps: readonly CellApp[], facts: CellFacts): Promise<void> {
  const waiting = apps.filter((app) => app.migrates);
  const worker = async (): Promise<void> => {
    for (let app = waiting.shift(); app !== undefined; app = waiting.shift()) {
      await supervisor.run({
        name: `${facts.region}-${app.name}-migrations`,
        command: process.execPath,
        args: ['--enable-source-maps', join(root, 'apps', app.name, 'dist', 'migrate.js')],
        env: childEnv(appEnv(app, facts)),
      });
    }
  };
  await Promise.all([worker(), worker()]);
}

function startApp(
  supervisor: Supervisor,
  app: CellApp,
  facts: CellFacts,
  options: CellOptions,
): Promise<ProcessHandle> {
  if (app.name === 'gateway') mkdirSync(join(facts.stateDir, 'gateway'), { recursive: true });
  return supervisor.start({
    name: `${facts.region}-${app.name}`,
    command: process.execPath,
    args: [...nodeFlags(app.heapMb, app.semiSpaceMb), join(root, 'apps', app.name, 'dist', 'main.js')],
    env: () => childEnv({ ...compileCache(facts), ...appEnv(app, facts), ...options.extraEnv?.[app.name] }),
    cwd: root,
    // The door closes first, then what is behind it.
    tier: app.name === 'gateway' ? 3 : 2,
    isReady: () => probeHttp(`${urlOf(facts.ports[app.name])}/health/ready`),
    readyTimeoutMs: 90_000,
  });
}

function startPsp(supervisor: Supervisor, facts: CellFacts, options: CellOptions): Promise<ProcessHandle> {
  mkdirSync(join(facts.stateDir, 'psp'), { recursive: true });
  return supervisor.start({
    name: `${facts.region}-psp`,
    command: process.execPath,
    args: [...nodeFlags(64), join(root, 'infra', 'psp', 'main.ts')],
    env: () => childEnv({ ...pspEnv(facts), ...options.extraEnv?.psp }),
    cwd: root,
    tier: 1,
    isReady: () => probeHttp(`${urlOf(facts.ports.psp)}/health/ready`),
    readyTimeoutMs: 30_000,
  });
}

/** Compiled code is kept between lives: coming back after a death is what an app does most of its start-up work for. */
function compileCache({ stateDir }: CellFacts): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(stateDir, 'compiled') };
}

/** The young generation's default of 16 MB a half costs each of fourteen processes three times that for garbage. */
function nodeFlags(heapMb: number, semiSpaceMb = 8): string[] {
  return ['--enable-source-maps', `--max-old-space-size=${heapMb}`, `--max-semi-space-size=${semiSpaceMb}`];
}
