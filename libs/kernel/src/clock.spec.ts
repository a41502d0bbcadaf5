import { fixedClock, systemClock } from './clock.js';
import { mustBeInstant, toIso } from './instant.js';

test('the system clock tells the time of the machine', () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

test('a fixed clock moves only when told', () => {
  const clock = fixedClock(mustBeInstant('2025-07-31T21:00:00Z'));
  expect(clock.now()).toBe(clock.now());
  clock.advance(1_800_000);
  expect(toIso(clock.now())).toBe('2025-07-31T21:30:00.000Z');
  clock.advance(-1);
  expect(toIso(clock.now())).toBe('2025-07-31T21:29:59.999Z');
  clock.set(mustBeInstant('2026-01-01T00:00:00Z'));
  expect(toIso(clock.now())).toBe('2026-01-01T00:00:00.000Z');
});
