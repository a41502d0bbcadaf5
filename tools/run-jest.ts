import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../infra/platform/child-env.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

export interface JestRun {
  /** What jest is to run and how. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where jest writes its report. */
  readonly reportFile: string;
  /** Ends jest and its workers when aborted. */
  readonly signal: AbortSignal;
}

/** How many tests passed and failed; a suite that could not run is one that failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs jest to its end; its progress goes to the terminal. */
export async function runJest({ args, env, reportFile, signal }: JestRun): Promise<Tally> {
  rmSync(reportFile, { force: true });
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', jest, '--json', `--outputFile=${reportFile}`, ...args],
    // A process group of its own, so that its workers can be ended with it.
    { cwd: root, env: childEnv(env), stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  );
  const end = (): void => endGroup(child.pid);
  signal.addEventListener('abort', end);
  process.once('exit', end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', end);
  process.removeListener('exit', end);
  return tallyOf(reportFile, code);
}

/** A run that failed without a failed test in its report (no test found, a crash of jest itself) is one failure, never none. */
function tallyOf(reportFile: string, code: number | null): Tally {
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Ended by itself.
  }
}
