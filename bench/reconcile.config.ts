/** How many charges are reconciled: `BENCH_RECONCILE_ROWS`, a million when it is not set. */
export function reconcileRows(env: NodeJS.ProcessEnv): number {
  const text = env['BENCH_RECONCILE_ROWS'] ?? '1000000';
  if (!/^[1-9]\d{2,7}$/.test(text)) throw new Error(`BENCH_RECONCILE_ROWS is "${text}", not a number of rows from 100`);
  return Number(text);
}
