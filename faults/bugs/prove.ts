import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../../infra/platform/child-env.ts';
import type { FaultResult } from '../run-fault.ts';
import { bugs } from './index.ts';
import type { PlantedBug } from './index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One planted mistake and what the run said of it. */
export interface Finding {
  readonly bug: PlantedBug;
  /** Fault and invariant of each violation; empty when the mistake went by unseen. */
  readonly seenBy: readonly string[];
}

/** Plants each mistake in turn, runs the faults that must find it against a fresh system, and takes it out again. */
export async function proveBugs(rounds: string, seed: string, signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const bug of bugs) {
    if (signal.aborted) break;
    console.log(`\n${bug.name}: ${bug.what}`);
    const results = await runWith(bug, rounds, seed, signal);
    const seen = results.flatMap(({ id, violations }) => violations.map(({ invariant }) => `${id} ${invariant}`));
    findings.push({ bug, seenBy: [...new Set(seen)] });
  }
  return findings;
}

async function runWith(bug: PlantedBug, rounds: string, seed: string, signal: AbortSignal): Promise<FaultResult[]> {
  const resultsFile = join(root, '.local', `bug-${process.pid}.json`);
  mkdirSync(join(root, '.local'), { recursive: true });
  const args = ['faults/run.ts', ...bug.foundBy, '--bug', bug.name, '--rounds', rounds, '--seed', seed];
  const child = spawn(process.execPath, [...args, '--results', resultsFile], {
    cwd: root,
    env: childEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  await new Promise((resolve) => child.once('close', resolve));
  signal.removeEventListener('abort', stop);
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8')) as FaultResult[];
  } catch {
    return [];
  } finally {
    rmSync(resultsFile, { force: true });
  }
}

/** A line a mistake: by which fault and which invariant it was seen. */
export function renderFindings(findings: readonly Finding[]): string {
  const lines = findings.map(({ bug, seenBy }) =>
    ['', bug.name, bug.what, seenBy.length === 0 ? '**not seen**' : seenBy.join(', '), ''].join(' | ').trim(),
  );
  return ['| planted mistake | what it is | seen by |', '| --- | --- | --- |', ...lines].join('\n');
}
