/** Buyers of the hot offer: `BENCH_HOT_BUYERS=1000` where ten thousand would take too long. */
export function hotBuyers(env: NodeJS.ProcessEnv): number {
  const buyers = Number(env['BENCH_HOT_BUYERS'] ?? '10000');
  if (!Number.isSafeInteger(buyers) || buyers < 200) throw new Error('BENCH_HOT_BUYERS is a number from 200.');
  return buyers;
}
