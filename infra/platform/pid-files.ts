import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, identify } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** What a supervisor notes of each child, so that a later start can end it when the supervisor itself was killed. */
export interface PidFile extends ProcessIdentity {
  readonly name: string;
  /** Order of start: leftovers are ended in reverse. */
  readonly order: number;
  readonly stopSignal: NodeJS.Signals;
}

/** How long a leftover may take to stop by itself: a broker needs two seconds, a mirror whose brokers stop with it would never end. */
const sweepGraceMs = 6_000;

export function writePidFile(dir: string, entry: Omit<PidFile, 'startedAt'>): void {
  const identity = identify(entry.pid);
  if (identity === undefined) return; // Died already: nothing to find again.
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, `${entry.name}.json`), JSON.stringify({ ...entry, ...identity } satisfies PidFile));
}

export function removePidFile(dir: string, name: string): void {
  rmSync(join(dir, `${name}.json`), { force: true });
}

/** The children noted in `dir` that are still running: pid and start must both match, so no stranger's process is touched. */
export function findLeftovers(dir: string): PidFile[] {
  const leftovers: PidFile[] = [];
  for (const file of listPidFiles(dir)) {
    const entry = readPidFile(join(dir, file));
    if (entry !== undefined && isSameProcess(entry)) leftovers.push(entry);
    else rmSync(join(dir, file), { force: true });
  }
  return leftovers.sort((a, b) => b.order - a.order);
}

/** Ends what a killed supervisor left behind. Returns the names of what it ended. */
export async function sweepLeftovers(dir: string): Promise<string[]> {
  const leftovers = findLeftovers(dir);
  for (const leftover of leftovers) signal(leftover, leftover.stopSignal);
  const deadline = Date.now() + sweepGraceMs;
  while (leftovers.some(isSameProcess) && Date.now() < deadline) await sleep(50);
  for (const leftover of leftovers) if (isSameProcess(leftover)) signal(leftover, 'SIGKILL');
  for (const leftover of leftovers) removePidFile(dir, leftover.name);
  return leftovers.map((leftover) => leftover.name);
}

function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    process.kill(identity.pid, name);
  } catch {
    // Gone between the look and the signal.
  }
}

function listPidFiles(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readPidFile(path: string): PidFile | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PidFile;
  } catch {
    return undefined; // Half written when the machine stopped: the process is not running any more either.
  }
}
