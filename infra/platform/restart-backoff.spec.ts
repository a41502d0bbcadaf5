import { countDeath, healthyAfterMs, longestDelayMs, restartDelayMs } from './restart-backoff.ts';

test('waits double after each death in a row, up to ten seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(restartDelayMs)).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
  expect(restartDelayMs(5_000)).toBe(longestDelayMs);
});

test('a process that had been up for a while starts again from the first wait', () => {
  expect(countDeath(6, healthyAfterMs)).toBe(1);
  expect(countDeath(6, healthyAfterMs - 1)).toBe(7);
});
