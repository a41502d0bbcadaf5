import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FaultResult } from '../faults/run-fault.ts';
import { childEnv } from '../infra/platform/child-env.ts';
import type { Tally } from './run-jest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The faults that find most in least time; the long run is `npm run faults`. */
const slice = ['F1', 'F6', 'F10', 'F12', 'F18', 'F19'];

/** Hurts a system of its own once in each of these ways. A fault after which every promise held is a test passed. */
export async function runFaultSlice(resultsFile: string, signal: AbortSignal): Promise<Tally> {
  const args = ['faults/run.ts', ...slice, '--rounds', '1', '--buyers', '4', '--results', resultsFile];
  const child = spawn(process.execPath, args, { cwd: root, env: childEnv(), stdio: 'inherit' });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  await new Promise((resolve) => child.once('close', resolve));
  signal.removeEventListener('abort', stop);
  const results = readResults(resultsFile);
  const passed = results.filter(({ violations }) => violations.length === 0).length;
  return { passed, failed: slice.length - passed };
}

function readResults(file: string): FaultResult[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FaultResult[];
  } catch {
    return []; // It said why before it ended; every fault of the slice counts as failed.
  }
}
