import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Leaves no orphan when the supervisor is killed with SIGKILL and can do nothing itself: a shell waits on a pipe that only the
 * supervisor holds open. When the supervisor is gone, whatever the reason, the pipe ends and the shell becomes the sweeper.
 * Costs one idle shell (about 1 MB). Returns a function that dismisses the guard; it sweeps nothing then.
 */
export function guardChildren(pidDir: string): () => void {
  const sweeper = fileURLToPath(new URL('./sweep-leftovers.ts', import.meta.url));
  const guard = spawn(
    '/bin/sh',
    ['-c', 'trap "" INT TERM HUP; cat > /dev/null; exec "$0" "$1" "$2"', process.execPath, sweeper, pidDir],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  guard.unref();
  guard.stdin.on('error', () => undefined); // The guard was killed: children are then swept at the next start.
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  return () => dismiss(guard.pid);
}

/** The guard is deaf to polite signals, so that it outlives a Ctrl-C storm; its whole group (shell and cat) goes at once. */
function dismiss(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
