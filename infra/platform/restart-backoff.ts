/** First wait after a death. A process that dies once (a kill in a test, a broker gone for a moment) should hardly be missed. */
export const firstDelayMs = 200;
/** Longest wait between two attempts: a person watching the screen sees life within this time. */
export const longestDelayMs = 10_000;
/** A process that stayed up this long is taken as healthy again: its next death starts from the first delay. */
export const healthyAfterMs = 30_000;

/**
 * How long to wait before the next attempt. `deathsInARow` is 1 for the first death since the process was last healthy.
 * No jitter: one supervisor restarts a handful of processes, and a predictable wait is easier to read in a log.
 */
export function restartDelayMs(deathsInARow: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (Math.max(1, deathsInARow) - 1));
}

/** Deaths in a row after one more death, given how long the process had been up. */
export function countDeath(deathsBefore: number, upMs: number): number {
  return upMs >= healthyAfterMs ? 1 : deathsBefore + 1;
}
