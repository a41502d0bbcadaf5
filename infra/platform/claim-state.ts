import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isSameProcess } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { sweepLeftovers } from './pid-files.ts';

/** Shown to a person as it is, without a stack. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/** One supervisor's hold on a state folder. Each life has its own folder of pid files, so nobody sweeps another life's children. */
export interface StateClaim {
  readonly pidDir: string;
  /** What an earlier supervisor had left running here, now ended. */
  readonly swept: readonly string[];
  release(): void;
}

/** Takes the state folder for this process: refuses while another live supervisor holds it, and clears what a dead one left. */
export async function claimState(stateDir: string): Promise<StateClaim> {
  const runDir = join(stateDir, 'run');
  mkdirSync(runDir, { recursive: true });
  const owner = findSupervisor(stateDir);
  if (owner !== undefined)
    throw new AlreadyRunning(`Already running (pid ${owner.pid}) on ${stateDir}. Stop it first.`);

  const swept: string[] = [];
  for (const life of readdirSync(runDir)) {
    swept.push(...(await sweepLeftovers(join(runDir, life))));
    rmSync(join(runDir, life), { recursive: true, force: true });
  }

  const self = identify(process.pid);
  if (self === undefined) throw new Error('This process cannot see itself in the process table.');
  const pidDir = join(runDir, String(process.pid));
  mkdirSync(pidDir, { recursive: true });
  writeFileSync(join(pidDir, 'supervisor.tmp'), JSON.stringify(self));
  renameSync(join(pidDir, 'supervisor.tmp'), join(pidDir, 'supervisor'));
  return { pidDir, swept, release: () => rmSync(pidDir, { recursive: true, force: true }) };
}

/** The live supervisor of a state folder, if any. */
export function findSupervisor(stateDir: string): ProcessIdentity | undefined {
  for (const life of livesOf(join(stateDir, 'run'))) {
    const supervisor = readIdentity(join(stateDir, 'run', life, 'supervisor'));
    if (supervisor !== undefined && supervisor.pid !== process.pid && isSameProcess(supervisor)) return supervisor;
  }
  return undefined;
}

function livesOf(runDir: string): string[] {
  try {
    return readdirSync(runDir);
  } catch {
    return [];
  }
}

function readIdentity(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
