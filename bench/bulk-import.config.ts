/** Rows an import, one row of the table each: `BENCH_BULK_ROWS=20000,60000` where a million would take too long. */
export function bulkSizes(env: NodeJS.ProcessEnv): number[] {
  const sizes = (env['BENCH_BULK_ROWS'] ?? '100000,1000000').split(',').map(Number);
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1))
    throw new Error('BENCH_BULK_ROWS holds row counts.');
  return sizes;
}
