import fc from 'fast-check';
import { Allowance } from './allowance.js';

const windowMs = 60_000;

test('a window may be spent at once, to the last call, and comes back evenly', () => {
  const allowance = new Allowance(3, windowMs);
  const takes = [1, 2, 3, 4].map(() => allowance.take('a', 0));
  expect(takes.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
    [true, 2],
    [true, 1],
    [true, 0],
    [false, 0],
  ]);
  expect(takes[3]).toEqual({ allowed: false, limit: 3, remaining: 0, resetSeconds: 60, retryAfterSeconds: 20 });
  expect(allowance.take('a', 19_900).allowed).toBe(false);
  expect(allowance.take('a', 20_000)).toMatchObject({ allowed: true, remaining: 0 });
  expect(allowance.take('a', 20_001)).toMatchObject({ allowed: false, retryAfterSeconds: 20 });
});

test('one caller’s calls cost another nothing', () => {
  const allowance = new Allowance(1, windowMs);
  allowance.take('a', 0);
  expect(allowance.take('a', 1).allowed).toBe(false);
  expect(allowance.take('b', 1).allowed).toBe(true);
});

test('what is forgotten is what no longer says anything', () => {
  const allowance = new Allowance(2, windowMs);
  allowance.take('a', 0);
  allowance.take('a', 0);
  // Others come and go for less than a window: `a` is still known.
  for (let at = 1_000; at < 29_000; at += 1_000) allowance.take(`other ${at}`, at);
  expect(allowance.take('a', 29_000).allowed).toBe(false);
  expect(allowance.take('a', 121_000)).toMatchObject({ allowed: true, remaining: 1 });
});

test('no stretch of time allows more than its share and one window', () => {
  const call = fc.record({ caller: fc.constantFrom('a', 'b'), afterMs: fc.integer({ min: 0, max: 30_000 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(call, { maxLength: 200 }), (limit, calls) => {
      const allowance = new Allowance(limit, windowMs);
      const allowedAt = new Map<string, number[]>();
      let nowMs = 0;
      for (const { caller, afterMs } of calls) {
        nowMs += afterMs;
        const { allowed, remaining } = allowance.take(caller, nowMs);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(remaining).toBeLessThanOrEqual(limit);
        if (allowed) allowedAt.set(caller, [...(allowedAt.get(caller) ?? []), nowMs]);
      }
      for (const times of allowedAt.values())
        times.forEach((from, i) =>
          times.slice(i).forEach((to, j) => {
            expect(j + 1).toBeLessThanOrEqual(limit + ((to - from) * limit) / windowMs + 0.01);
          }),
        );
    }),
  );
});

test('who waits as long as told is let in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (limit) => {
      const allowance = new Allowance(limit, windowMs);
      let nowMs = 5;
      let taken = allowance.take('a', nowMs);
      while (taken.allowed) taken = allowance.take('a', nowMs);
      nowMs += taken.retryAfterSeconds * 1_000;
      expect(taken.retryAfterSeconds).toBeGreaterThan(0);
      expect(allowance.take('a', nowMs).allowed).toBe(true);
    }),
  );
});
