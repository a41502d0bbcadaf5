// Rebuilds one service whenever its code or a library's changes, and restarts it in the system that `npm start` runs.
//   npm run dev pricing        in every region
//   npm run dev pricing eu     in one
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appNames } from '../infra/platform/cell-apps.ts';
import type { AppName } from '../infra/platform/cell-apps.ts';
import type { PidFile } from '../infra/platform/pid-files.ts';
import { isSameProcess } from '../infra/platform/process-identity.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** An editor that saves all writes several files; they are one change. */
const settleMs = 150;

const [service, region] = process.argv.slice(2);
if (!isService(service)) {
  console.error(`Which service? npm run dev <${appNames.join('|')}> [region]`);
  process.exit(1);
}
const libraries = readdirSync(join(root, 'libs'));
const watched = [`apps/${service}/src`, ...libraries.map((name) => `libs/${name}/src`)];

let dirty = true;
let wake = (): void => undefined;
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, (_, file) => {
    if (file === null || !file.endsWith('.ts') || file.endsWith('.spec.ts')) return;
    dirty = true;
    wake();
  });
}

for (;;) {
  if (!dirty) await new Promise<void>((resolve) => (wake = resolve));
  await sleep(settleMs);
  dirty = false;
  if (await build(service)) restart(service);
  console.log(`Watching ${watched.join(', ')}`);
}

function isService(name: string | undefined): name is AppName {
  return appNames.some((known) => known === name);
}

/** The libraries are built too: processes run what is in dist. Nx skips what did not change. */
function build(name: AppName): Promise<boolean> {
  const projects = [name, ...libraries].join(',');
  const child = spawn('npx', ['nx', 'run-many', '-t', 'build', '-p', projects, '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const startedAt = performance.now();
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      const tookMs = (performance.now() - startedAt).toFixed(0);
      console.log(
        code === 0 ? `Built ${name} in ${tookMs} ms` : `${name} does not build: npx nx build ${name} says why`,
      );
      resolve(code === 0);
    });
  });
}

/** Asks the running process to drain and end; the supervisor that watches it starts the new build. */
function restart(name: AppName): void {
  const running = findProcesses(name);
  if (running.length === 0) console.log(`${name} is not running here: npm start`);
  for (const entry of running) {
    process.kill(entry.pid, entry.stopSignal);
    console.log(`Restarting ${entry.name} (was pid ${entry.pid})`);
  }
}

/** The processes of a service as their supervisors noted them: `<state>/run/<life>/<region>-<service>.json` under .local. */
function findProcesses(name: AppName): PidFile[] {
  const wanted = new RegExp(`^${region ?? '[a-z]+'}-${name}\\.json$`);
  return pidFolders()
    .flatMap((folder) => readdirSync(folder).map((file) => ({ folder, file })))
    .filter(({ file }) => wanted.test(file))
    .map(({ folder, file }) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as PidFile)
    .filter((entry) => isSameProcess(entry));
}

function pidFolders(): string[] {
  const local = join(root, '.local');
  const states = [local, ...foldersIn(local)];
  return states.flatMap((state) => foldersIn(join(state, 'run')));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}
