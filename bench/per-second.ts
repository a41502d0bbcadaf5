/** Runs `work` over and over for about `durationMs` and gives what was done a second. `work` says how much it did in one go. */
export function perSecond(work: () => number, durationMs = 300): number {
  const startedAt = performance.now();
  let done = 0;
  let tookMs: number;
  do {
    done += work();
    tookMs = performance.now() - startedAt;
  } while (tookMs < durationMs);
  return (done * 1_000) / tookMs;
}
