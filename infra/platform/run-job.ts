import { spawn } from 'node:child_process';
import { removePidFile, writePidFile } from './pid-files.ts';
import { StartFailed } from './process-spec.ts';

/** A command that comes to an end by itself: a migration, say. */
export interface JobSpec {
  /** Unique within a supervisor. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a job to its end. Throws StartFailed with what it said; aborted by `signal`, it is killed and never late. */
export async function runJob(job: JobSpec, pidDir: string, signal: AbortSignal): Promise<void> {
  const { name, command, args, env } = job;
  signal.throwIfAborted();
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  if (child.pid !== undefined) writePidFile(pidDir, { pid: child.pid, name, order: 0, stopSignal: 'SIGKILL' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not run ${command} (${error.message})`));
    child.once('close', (code, killedBy) => resolve(killedBy === null ? `exited with ${code}` : `died by ${killedBy}`));
  });
  signal.removeEventListener('abort', stop);
  removePidFile(pidDir, name);
  if (ended !== 'exited with 0') throw new StartFailed(`${name} ${ended}\n${said.trim()}`);
}
