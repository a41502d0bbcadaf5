import { sagaStates } from './saga-state.js';
import { firstDelayMs, keepsTries, retryDelayMs } from './step-delay.js';

test('retries double from a quarter of a second and stop growing at thirty', () => {
  expect([0, 1, 2, 3, 6, 7, 8, 1_000].map(retryDelayMs)).toEqual([
    250, 500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test('an order waits for inventory as long as its patience, and for nobody else before its first try', () => {
  expect(firstDelayMs('reserving', 0, 900_000)).toBe(900_000);
  expect(firstDelayMs('paying', 5, 900_000)).toBe(0);
  expect(firstDelayMs('confirmed', 0, 900_000)).toBeUndefined();
});

test('asking after a payment waits longer each time', () => {
  expect(firstDelayMs('uncertain', 1, 900_000)).toBe(500);
  expect(firstDelayMs('uncertain', 3, 900_000)).toBe(2_000);
});

test('charging and asking are one count; every other state starts anew', () => {
  const kept = sagaStates.flatMap((from) =>
    sagaStates.filter((to) => keepsTries(from, to)).map((to) => `${from} ${to}`),
  );
  expect(kept).toEqual(['paying paying', 'paying uncertain', 'uncertain paying', 'uncertain uncertain']);
});
