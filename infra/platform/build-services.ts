import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnv } from './child-env.ts';
import { StartFailed } from './process-spec.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const nx = fileURLToPath(new URL('../../node_modules/nx/dist/bin/nx.js', import.meta.url));

/** Compiles what changed since the last time; Nx keeps the rest. Throws StartFailed with what the compiler said. */
export async function buildServices(signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: root,
    env: childEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal !== undefined && { signal }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new StartFailed(`The build failed.\n${said.trim()}`);
}
