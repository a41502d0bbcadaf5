import type { Supervisor } from './supervise.ts';

/** A second Ctrl-C within this time is the same one: a terminal sends it to npm and to us, and npm passes it on. */
const sameSignalMs = 2_000;
const parentCheckMs = 500;

/**
 * Asks to stop on Ctrl-C, SIGTERM or the end of the terminal; a later second signal kills without waiting. Started by npm, it also
 * asks when npm is gone, which a killed npm cannot tell. Calls `onStop` once.
 */
export function stopOnSignals(supervisor: Supervisor, onStop: () => void): void {
  let askedAt: number | undefined;
  const stop = (): void => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      onStop();
    } else if (performance.now() - askedAt > sameSignalMs) {
      for (const child of supervisor.processes.values()) child.kill('SIGKILL');
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (startedByNpm()) watchParent(stop);
}

function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

function watchParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentCheckMs);
  timer.unref();
}
