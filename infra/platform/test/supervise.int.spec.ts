import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, identify } from '../process-identity.ts';
import type { ProcessIdentity } from '../process-identity.ts';
import type { ProcessSpec, SupervisorEvent } from '../process-spec.ts';
import { StartFailed } from '../process-spec.ts';
import { Supervisor } from '../supervise.ts';

let stateDir: string;
let events: SupervisorEvent[];
let supervisors: Supervisor[];

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'supervise-'));
  events = [];
  supervisors = [];
});

afterEach(async () => {
  for (const supervisor of supervisors) await supervisor.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

test('a killed process comes back under the same name, and whoever waits for it waits for its next life', async () => {
  const supervisor = await claim();
  const child = await supervisor.start(sleeper('a'));
  const firstPid = child.pid;
  expect(child.kill('SIGKILL')).toBe(true);
  await child.waitUntilReady(10_000);
  expect(child.pid).not.toBe(firstPid);
  expect(child.restarts).toBe(1);
  expect(events.map(({ process: name, what }) => `${name} ${what}`)).toEqual(['a died', 'a restarted']);
});

test('a process that never gets ready is given up with the end of its log', async () => {
  const supervisor = await claim();
  const failing = {
    ...sleeper('bad'),
    args: ['-e', 'console.error("no such setting: COLOUR"); process.exit(3)'],
    isReady: async () => false,
  };
  const failure = await supervisor.start(failing).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailed);
  expect((failure as Error).message).toContain('bad exited with 3; see');
  expect((failure as Error).message).toContain('no such setting: COLOUR');
  expect(events.filter(({ what }) => what === 'died')).toHaveLength(2);
});

test('higher tiers stop before lower ones begin to', async () => {
  const supervisor = await claim();
  const order = join(stateDir, 'order');
  writeFileSync(order, '');
  const slow = `process.on('SIGTERM', () => setTimeout(() => { fs.appendFileSync('${order}', process.argv[1]); process.exit(0); }, 150)); setInterval(() => 0, 1000)`;
  for (const tier of [0, 2, 1]) {
    const args = [
      '-e',
      `const fs = require('node:fs'); fs.writeFileSync('${order}.' + process.argv[1], ''); ${slow}`,
      String(tier),
    ];
    const isReady = async (): Promise<boolean> =>
      readFileSync(`${order}.${tier}`, 'utf8') === '' && (await sleep(200), true);
    await supervisor.start({ ...sleeper(`tier-${tier}`), args, tier, isReady });
  }
  await supervisor.stop();
  expect(readFileSync(order, 'utf8')).toBe('210');
});

test('a process that will not stop is killed after its grace', async () => {
  const supervisor = await claim();
  const deaf = {
    ...sleeper('deaf'),
    args: ['-e', `process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); console.log('up')`],
  };
  const child = await supervisor.start({
    ...deaf,
    isReady: async () => readFileSync(join(stateDir, 'logs', 'deaf.log'), 'utf8').includes('up'),
    stopGraceMs: 200,
  });
  await child.stop();
  expect(child.pid).toBeUndefined();
  expect(events.map(({ what }) => what)).toEqual(['killed']);
});

test('a job that fails is a failed start with what it said', async () => {
  const supervisor = await claim();
  const job = {
    name: 'job',
    command: process.execPath,
    args: ['-e', 'console.error("no such table"); process.exit(2)'],
    env: {},
  };
  await expect(supervisor.run(job)).rejects.toThrow('job exited with 2\nno such table');
  await expect(supervisor.run({ ...job, args: ['-e', '0'] })).resolves.toBeUndefined();
});

test('stopping ends a job that is still at work', async () => {
  const supervisor = await claim();
  const file = join(stateDir, 'pid');
  const args = ['-e', `require('node:fs').writeFileSync('${file}', String(process.pid)); setInterval(() => 0, 1000)`];
  const job = supervisor.run({ name: 'job', command: process.execPath, args, env: {} });
  const outcome = job.catch((error: Error) => error.message);
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '');
  const worker = identity(Number(readFileSync(file, 'utf8')));
  await supervisor.stop();
  expect(isSameProcess(worker)).toBe(false);
  expect(await outcome).toContain('job died by SIGKILL');
});

test('two supervisors never share a state folder', async () => {
  const other = startOther();
  const child = identity(await other.ready);
  await expect(claim()).rejects.toThrow(`Already running (pid ${other.process.pid})`);
  other.process.kill('SIGKILL');
  // Its guard reads the state folder, which is removed after this test.
  await until(() => !isSameProcess(child));
});

test('a supervisor killed with SIGKILL leaves no process running', async () => {
  const other = startOther();
  const child = identity(await other.ready);
  other.process.kill('SIGKILL');
  await until(() => !isSameProcess(child));
});

test('what a killed supervisor and its killed guard left is ended by the next start, by name', async () => {
  const other = startOther();
  const child = identity(await other.ready);
  process.kill(-guardOf(other.process.pid ?? 0), 'SIGKILL');
  other.process.kill('SIGKILL');
  await until(() => identify(other.process.pid ?? 0) === undefined);
  expect(isSameProcess(child)).toBe(true);
  const supervisor = await claim();
  expect(supervisor.swept).toEqual(['orphan']);
  expect(isSameProcess(child)).toBe(false);
});

test('a pid that was reused by another process is left alone', async () => {
  const supervisor = await claim();
  const child = await supervisor.start(sleeper('a'));
  const pidFile = join(stateDir, 'run', String(process.pid), 'a.json');
  const entry = JSON.parse(readFileSync(pidFile, 'utf8')) as { startedAt: string };
  const { sweepLeftovers } = await import('../pid-files.ts');
  writeFileSync(pidFile, JSON.stringify({ ...entry, startedAt: 'before' }));
  expect(await sweepLeftovers(join(stateDir, 'run', String(process.pid)))).toEqual([]);
  expect(identify(child.pid ?? 0)).toBeDefined();
});

async function claim(): Promise<Supervisor> {
  const supervisor = await Supervisor.claim({
    stateDir,
    logDir: join(stateDir, 'logs'),
    onEvent: (event) => events.push(event),
  });
  supervisors.push(supervisor);
  return supervisor;
}

function sleeper(name: string): ProcessSpec {
  return {
    name,
    command: process.execPath,
    args: ['-e', 'setInterval(() => 0, 1000)'],
    env: {},
    tier: 0,
    isReady: async () => true,
    readyTimeoutMs: 10_000,
  };
}

/** A supervisor in a process of its own, that says the pid of its one child. */
function startOther(): { process: ReturnType<typeof spawn>; ready: Promise<number> } {
  const module = fileURLToPath(new URL('../supervise.ts', import.meta.url));
  const script = `
    const { Supervisor } = await import(${JSON.stringify(module)});
    const supervisor = await Supervisor.claim({ stateDir: ${JSON.stringify(stateDir)}, logDir: ${JSON.stringify(join(stateDir, 'logs'))} });
    const child = await supervisor.start({ name: 'orphan', command: process.execPath, args: ['-e', 'setInterval(() => 0, 1000)'], env: {}, tier: 0, isReady: async () => true, readyTimeoutMs: 10000 });
    console.log(child.pid);
    setInterval(() => 0, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  });
  const ready = new Promise<number>((resolve) =>
    createInterface({ input: other.stdout }).once('line', (line) => resolve(Number(line))),
  );
  return { process: other, ready };
}

function identity(pid: number): ProcessIdentity {
  const found = identify(pid);
  if (found === undefined) throw new Error(`no process ${pid}`);
  return found;
}

/** The shell that waits on the supervisor's pipe: its child that is not the supervised one. */
function guardOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const guard = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith('/bin/sh'));
  if (guard === undefined) throw new Error('no guard');
  return guard;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (isTrue()) return;
    await sleep(25);
  }
  throw new Error('did not come true within 10 s');
}
